"""Whether there is room for another goal, and what is said about it."""

from coachapp.domain.closing import goals_now
from coachapp.domain.portfolio import GOALS_AT_A_TIME, Portfolio
from coachapp.i18n import gettext as _


def is_there(portfolio: Portfolio) -> bool:
    return len(goals_now(portfolio)) < GOALS_AT_A_TIME


def words(portfolio: Portfolio) -> str:
    if is_there(portfolio):
        return _("One to three goals at a time. What do you want to reach first?")
    return _(
        "There are three goals: enough for one plan. Say how it went with one, or remove one, to make "
        "room for another."
    )
