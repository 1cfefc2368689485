"""What can be wrong with an export, when it is made or made a portfolio again."""

from coachapp.errors import CoachError
from coachapp.i18n import gettext as _


class ExportsNotAllowed(CoachError):
    def _template(self) -> str:
        return _(
            "The rules for this computer don't allow exports, because an export is not encrypted. "
            "Ask your institute."
        )


class UnknownForm(CoachError):
    """`name`: its ending tells no form that an export can have."""

    def _template(self) -> str:
        return _(
            "“{name}” doesn't tell what to make. Let it end in .zip (everything), .md (to read), "
            "or .csv or .xlsx with --table."
        )


class InItsPlace(CoachError):
    """`name`: what lies there is of another kind."""

    def _template(self) -> str:
        return _("Something else is called “{name}” already, so nothing was written. Choose another name.")


class NoExport(CoachError):
    """`name`: a file that isn't there or can't be read."""

    def _template(self) -> str:
        return _("The export “{name}” is not there or can't be read. Check its name and who may read it.")


class NotAnExport(CoachError):
    """`name`: no zip file or folder with portfolio.json in it."""

    def _template(self) -> str:
        return _(
            "“{name}” is not an export of a portfolio. Choose a zip file that CoachApp made, "
            "or the folder in which it was unpacked."
        )


class NewerExport(CoachError):
    def _template(self) -> str:
        return _("“{name}” was made by a newer CoachApp. Install the newest version, then try again.")


class DamagedExport(CoachError):
    """`fault`: what is wrong, as a plain sentence."""

    def _template(self) -> str:
        return _("“{name}” can't be made a portfolio. {fault} Nothing was made. Use another export.")
