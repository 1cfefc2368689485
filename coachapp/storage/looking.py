"""Why a portfolio file is open to look only; `name` is the file's name."""

from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from coachapp.errors import CoachError
from coachapp.formats import lately
from coachapp.i18n import gettext as _
from coachapp.storage import lock
from coachapp.storage.rights import may_write


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


def as_asked(place: Path, holder: lock.Holder | None) -> ToLook:
    """Why, when nothing more was asked."""
    if holder and holder.since:
        return OpenElsewhere(name=place.name, **holder._asdict())
    return AsAsked(name=place.name)


def hindrance(place: Path, held: ExitStack) -> ToLook | None:
    """What keeps us from being the one who writes, or else its lock is `held` now.

    A save also makes a journal beside the file.
    """
    if not may_write(place):
        return FileProtected(name=place.name)
    if not may_write(place.parent):
        return FolderProtected(name=place.name)
    try:
        held.enter_context(lock.held(place))
    except OSError:
        return NoLock(name=place.name)
    return None
