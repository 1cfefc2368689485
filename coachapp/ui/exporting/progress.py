"""How far an export is, written by the thread that makes it and looked at by the window."""

from coachapp.errors import CoachError
from coachapp.i18n import gettext as _


class ExportStopped(CoachError):
    def _template(self) -> str:
        return _("Stopped. Nothing was written.")


class Progress:
    """`share` is 0 until something is known; who sets `stopped` ends it."""

    def __init__(self) -> None:
        self.share = 0.0
        self.stopped = False

    def told(self, done: int, total: int) -> None:
        if self.stopped:
            raise ExportStopped
        self.share = done / total if total else 0.0
