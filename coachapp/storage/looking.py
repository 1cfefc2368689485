"""Why a portfolio file is open to look only; `name` is the file's name."""

from datetime import datetime

from coachapp.errors import CoachError
from coachapp.formats import lately
from coachapp.i18n import gettext as _


class ToLook(CoachError):
    """`text` tells all, with what to do next; `brief` is for where there is little room."""

    def brief(self) -> str:
        raise NotImplementedError


class AsAsked(ToLook):
    def brief(self) -> str:
        # Translators: follows "Open to look only:"
        return _("as you chose")

    def _template(self) -> str:
        return _("You chose to look only. To change “{name}”, close it and open it again.")


class OpenElsewhere(ToLook):
    """`user`, `machine` and `since` (a local datetime) of who has the file open for writing."""

    def brief(self) -> str:
        # Translators: follows "Open to look only:"
        return _("{user} has it open on {machine} since {time}").format(**self._shown())

    def text(self) -> str:
        return self._template().format(**self._shown())

    def _shown(self) -> dict[str, object]:
        since = self.fields["since"]
        return {**self.fields, "time": lately(since) if isinstance(since, datetime) else ""}

    def _template(self) -> str:
        return _(
            "“{name}” is open for changes: {user} on {machine}, since {time}. "
            "As soon as it is closed there, you can go on here."
        )


class FileProtected(ToLook):
    def brief(self) -> str:
        # Translators: follows "Open to look only:"
        return _("the file is protected")

    def _template(self) -> str:
        return _(
            "You may not write in “{name}”. To change it, ask its owner for permission, "
            "or copy it to a folder of your own and open the copy."
        )


class FolderProtected(ToLook):
    def brief(self) -> str:
        # Translators: follows "Open to look only:"
        return _("the folder is protected")

    def _template(self) -> str:
        return _(
            "You may not write in the folder of “{name}”, and each save needs that. "
            "Copy it to a folder of your own and open the copy."
        )


class NoLock(ToLook):
    """A disk or network folder on which nothing can be made or locked."""

    def brief(self) -> str:
        # Translators: follows "Open to look only:"
        return _("nothing can be written here")

    def _template(self) -> str:
        return _(
            "The disk or network folder of “{name}” takes no changes. It may be full or protected. "
            "Copy the file to a folder of your own and open the copy."
        )
