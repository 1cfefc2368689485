"""The files that show what was done: what they are called, not what is in them."""

from collections.abc import Iterable

from reportlab.platypus import Flowable

from coachapp import formats
from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Evidence, Portfolio
from coachapp.domain.telling import tellable
from coachapp.i18n import gettext as _
from coachapp.report.rules import heading
from coachapp.report.sections import words
from coachapp.report.table import Group, Table
from coachapp.report.text import Content


def evidence(portfolio: Portfolio, _choice: Choice) -> Iterable[Flowable]:
    files = tellable(portfolio, "evidence")
    if not files:
        return
    yield from heading(_("Evidence"), room=120)
    names = words.goal_names(portfolio) | {each.id: each.title for each in portfolio.activities}
    heads = (_("File"), _("Note"), _("Belongs to"), _("Added"))
    yield Table(heads, (28, 32, 26, 18), [Group("", [_row(names, one) for one in files])])


def _row(names: dict[str, str], one: Evidence) -> tuple[Content, ...]:
    belongs = names.get(one.activity_id) or names.get(one.goal_id, "")
    return one.name, one.note, belongs, formats.day(one.added_on)
