"""What the teacher tells about her activities, cell by cell and beside the board."""

from collections.abc import Iterable

from reportlab.platypus import CondPageBreak, Flowable

from coachapp import formats
from coachapp.domain import insight
from coachapp.domain.for_reader import Choice
from coachapp.domain.insight import Placed
from coachapp.domain.portfolio import Activity, Placement, Portfolio
from coachapp.i18n import gettext as _
from coachapp.report.rules import heading
from coachapp.report.sections.words import formality, part, when
from coachapp.report.style import BODY, MUTED
from coachapp.report.text import Text
from coachapp.report.typesetting import Span

_ROOM = 48.0  # for a title and two lines


def cell_by_cell(portfolio: Portfolio, choice: Choice) -> Iterable[Flowable]:
    """What was written about activities on the board; those without a story are in the table only."""
    told: set[str] = set()
    stories: list[Flowable] = []
    roles = [role.id for role in portfolio.framework.roles]
    for cell, all_placed in insight.by_cell(portfolio).items():
        placed = [each for each in all_placed if _has_story(each, told)]
        if placed:
            stories.extend(heading(portfolio.framework.cell_title(cell), 1, roles.index(cell.role)))
        for activity, placement in placed:
            stories.extend(_story(portfolio, choice, activity, placement, again=activity.id in told))
            told.add(activity.id)
    if stories:
        yield from heading(_("Cell by cell"))
        yield from stories


def _has_story(placed: Placed, told: set[str]) -> bool:
    activity, placement = placed
    return bool(placement.why or (activity.description and activity.id not in told))


def learning(portfolio: Portfolio, choice: Choice) -> Iterable[Flowable]:
    return _beside(portfolio, choice, "learning", _("My own learning"))


def to_place(portfolio: Portfolio, choice: Choice) -> Iterable[Flowable]:
    return _beside(portfolio, choice, "", _("To place"))


def off_board(portfolio: Portfolio, choice: Choice) -> Iterable[Flowable]:
    return _beside(portfolio, choice, "off", _("Off the board"))


def _beside(portfolio: Portfolio, choice: Choice, aside: str, title: str) -> Iterable[Flowable]:
    activities = insight.beside_board(portfolio, aside)
    if activities:
        yield from heading(title)
    for activity in activities:
        yield from _story(portfolio, choice, activity)


def _story(
    portfolio: Portfolio,
    choice: Choice,
    activity: Activity,
    placement: Placement | None = None,
    *,
    again: bool = False,
) -> Iterable[Flowable]:
    yield CondPageBreak(_ROOM)
    about = " · ".join(filter(None, _about(portfolio, choice, activity, placement)))
    more = (Span(f"· {about}", colour=MUTED),) if about else ()
    yield Text((Span(activity.title, bold=True), *more), BODY._replace(before=3, after=1))
    if activity.description and not again:
        yield Text(activity.description)
    if placement and placement.why:
        yield Text((Span(_("Why here:"), colour=MUTED), Span(placement.why)))


def _about(
    portfolio: Portfolio, choice: Choice, activity: Activity, placement: Placement | None
) -> Iterable[str]:
    framework = portfolio.framework
    if placement:
        yield part(placement.part)
        yield framework.word("phase", placement.phase) if placement.phase else ""
    yield next((team.name for team in portfolio.teams if team.id == activity.team_id), "")
    # The first workplace stands in the head; only work elsewhere needs a name here.
    yield next((place.name for place in portfolio.contexts[1:] if place.id == activity.context_id), "")
    yield from (framework.word("role_profile", profile) for profile in activity.profiles)
    yield formality(activity.formality)
    yield when(activity, placement)
    yield formats.hours(activity.hours) if choice.hours and activity.hours else ""
