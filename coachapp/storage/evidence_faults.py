"""Why a file can't be copied in, or taken out again."""

from coachapp.errors import CoachError
from coachapp.i18n import gettext as _


class TooLarge(CoachError):
    """`most`: in millions of bytes."""

    def _template(self) -> str:
        return _("“{name}” is too large: at most {most} MB fits. Make it smaller, or keep it elsewhere.")


class ChangedMeanwhile(CoachError):
    def _template(self) -> str:
        return _("“{name}” was changed while it was read. Nothing was taken in; try it again.")


class NotTakenIn(CoachError):
    """`reason`: why the portfolio file could not be written, as a plain sentence."""

    def _template(self) -> str:
        return _("“{name}” was not copied in. {reason} Try it again when that is solved.")


class Stopped(CoachError):
    def _template(self) -> str:
        return _("Stopped. Nothing was taken in.")


class Lost(CoachError):
    """The bytes are not there, or are no longer what they were."""

    def _template(self) -> str:
        return _("The content of “{name}” is damaged and can't be taken out. Look in a backup.")
