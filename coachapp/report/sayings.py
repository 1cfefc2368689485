"""What stands on every page of every form of the plan, whatever else is chosen."""

from coachapp.i18n import gettext as _


def whose() -> str:
    return _("Property of the teacher; not meant for assessment")
