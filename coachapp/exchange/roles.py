"""What a column of a list can be."""

from enum import StrEnum

from coachapp.i18n import gettext as _


class Role(StrEnum):
    """`EXTRA` is added to the description together with the column's heading."""

    TITLE = "title"
    DESCRIPTION = "description"
    HOURS_YEAR = "hours_year"
    HOURS_WEEK = "hours_week"
    PERIOD = "period"
    SINCE = "since"
    UNTIL = "until"
    CONTEXT = "context"
    EXTRA = "extra"
    LEFT_OUT = "left_out"

    def label(self) -> str:
        """How a person chooses it."""
        return {
            Role.TITLE: _("Activity"),
            Role.DESCRIPTION: _("Description"),
            Role.HOURS_YEAR: _("Hours per year"),
            Role.HOURS_WEEK: _("Hours per week"),
            Role.PERIOD: _("Period"),
            Role.SINCE: _("From"),
            Role.UNTIL: _("Until"),
            Role.CONTEXT: _("Workplace"),
            Role.EXTRA: _("Add to the description"),
            Role.LEFT_OUT: _("Leave out"),
        }[self]
