"""What can go wrong with a portfolio file, each with what to do next; `name` is the file's name."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from coachapp.errors import CoachError
from coachapp.formats import lately
from coachapp.i18n import gettext as _


class NoSuchFile(CoachError):
    def _template(self) -> str:
        return _("“{name}” is not there. It may have been moved or renamed: look for it and open it again.")


class EmptyFile(CoachError):
    def _template(self) -> str:
        return _("“{name}” is empty. Open a backup or another copy of the portfolio.")


class AFolder(CoachError):
    def _template(self) -> str:
        return _("“{name}” is a folder. Choose a portfolio file in it; its name ends in .coach.")


class NotAFile(CoachError):
    def _template(self) -> str:
        return _("“{name}” is a device, not a file. Choose a portfolio file; its name ends in .coach.")


class NotReadable(CoachError):
    """The system refuses to open the file or fails to read it."""

    def _template(self) -> str:
        return _("“{name}” can't be read. Ask its owner for permission, or copy it to a folder of your own.")


class ForeignDatabase(CoachError):
    def _template(self) -> str:
        return _("“{name}” is a database of another program. Choose a portfolio made with CoachApp.")


class ACoachBook(CoachError):
    """A file of ours, opened as a portfolio."""

    def _template(self) -> str:
        return _(
            "“{name}” is a coach book, not a portfolio. "
            "Go back to the first page and open it with “My coachees”."
        )


class APortfolio(CoachError):
    """A file of ours, opened as a coach book."""

    def _template(self) -> str:
        return _("“{name}” is a portfolio, not a coach book. Go back to the first page and open it there.")


class AnotherKind(CoachError):
    """`kind`: what the file is instead, such as "ZIP"."""

    def _template(self) -> str:
        return _("“{name}” is a {kind} file, not a portfolio. Choose a file whose name ends in .coach.")


class TextFile(CoachError):
    def _template(self) -> str:
        return _(
            "“{name}” is a text file, not a portfolio. If it is a list of activities, "
            "open a portfolio and import the list there."
        )


class NoPortfolio(CoachError):
    def _template(self) -> str:
        return _(
            "“{name}” is not a portfolio, or its beginning is damaged. "
            "Choose a backup or another file; its name ends in .coach."
        )


class CutOff(CoachError):
    def _template(self) -> str:
        return _(
            "“{name}” is not whole: a part of it was cut off, for instance while copying. "
            "Copy it again from where it came from, or open a backup."
        )


class TooNew(CoachError):
    """`version` of the file, and the newest that is `known` here."""

    def _template(self) -> str:
        return _("“{name}” was made by a newer CoachApp. Install the newest version to open it.")


class TooOldToRead(CoachError):
    """The file must be brought up to date, but may not be written."""

    def _template(self) -> str:
        return _(
            "“{name}” was made by an older CoachApp and must be brought up to date, but it is read-only. "
            "Copy it to a folder of your own and open the copy."
        )


class NotOpened(CoachError):
    """Neither the passphrase nor the file is at fault. `reason`: why, as a plain sentence."""

    def _template(self) -> str:
        return _(
            "“{name}” could not be opened. {reason} "
            "Solve that and open it again, or open a backup or another copy of it."
        )


class NotOpen(CoachError):
    """It was closed or locked while something was still to be read."""

    def _template(self) -> str:
        return _("“{name}” has been closed. Open it again and try once more.")


class Interrupted(CoachError):
    """A save that was interrupted has to be taken back first, but the file may not be written."""

    def _template(self) -> str:
        return _(
            "The last change to “{name}” was interrupted and has to be taken back, but the file is "
            "read-only. Copy it, together with “{name}-journal”, to a folder of your own and open the copy."
        )


class WrongPassphrase(CoachError):
    """The two can't be told apart."""

    def _template(self) -> str:
        return _(
            "The passphrase doesn't open “{name}”. Type it again; look at capitals. "
            "If you are sure of it, the beginning of the file is damaged: open a backup or another copy."
        )


class PassphraseNeeded(CoachError):
    def _template(self) -> str:
        return _("“{name}” is encrypted. Give its passphrase to open it.")


class DamagedFile(CoachError):
    """`fault`: a plain sentence about what is damaged."""

    def _template(self) -> str:
        return _("“{name}” is damaged. {fault} Open a backup or another copy of it.")


class NothingToRescue(CoachError):
    def _template(self) -> str:
        return _("Nothing in “{name}” can be read any more. Open a backup or another copy of it.")


class InUse(CoachError):
    """`user`, `machine`, `since` (a local datetime) of who has the file open for writing, if known."""

    def text(self) -> str:
        since = self.fields.get("since")
        shown = lately(since) if isinstance(since, datetime) else ""
        return self._template().format(**{**self.fields, "since": shown})

    def _template(self) -> str:
        if not self.fields.get("since"):
            return _("“{name}” is in use by another program. Close it there first, then try again.")
        return _(
            "“{name}” is open already: {user} on {machine}, since {since}. "
            "Close it there first, or open it here for reading only."
        )


class AlreadyThere(CoachError):
    def _template(self) -> str:
        return _("There is a “{name}” in this folder already. Choose another name, or open that one.")


class NotCreated(CoachError):
    """`reason`: why, as a plain sentence."""

    def _template(self) -> str:
        return _("“{name}” could not be made. {reason} Choose another folder.")


class SaveFailed(CoachError):
    """Nothing was written; trying again later may succeed. `reason`: why, as a plain sentence."""

    def _template(self) -> str:
        return _("The last changes are not in “{name}” yet. {reason}")


@contextmanager
def told_as(fault: type[CoachError], name: str) -> Iterator[None]:
    """What can't be written is told as this fault, of this name, with the `reason`."""
    try:
        yield
    except SaveFailed as error:
        raise fault(name=name, reason=error.fields["reason"]) from None


class ReadOnly(CoachError):
    def _template(self) -> str:
        return _("“{name}” is open for reading only. Save a copy under another name to change it.")


class FileReplaced(CoachError):
    """Nothing was written: another program put something else in the file's place."""

    def _template(self) -> str:
        return _(
            "Another program, such as a sync program, has replaced “{name}”. Your changes were not "
            "written over it. Join both, or save a copy under another name."
        )
