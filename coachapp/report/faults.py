"""Why a document could not be written."""

from coachapp.errors import CoachError
from coachapp.i18n import gettext as _


class NoFolder(CoachError):
    """`folder` is not there (any more)."""

    def _template(self) -> str:
        return _("The folder {folder} is not there. Choose another folder.")


class NotWritable(CoachError):
    """`name` can't be written in `folder`."""

    def _template(self) -> str:
        return _("“{name}” can't be written in {folder}. Close it if it is open, or choose another folder.")


class DiskFull(CoachError):
    """There is no room for `name` in `folder`."""

    def _template(self) -> str:
        return _("There is no room left in {folder}. Make room, or choose another folder.")
