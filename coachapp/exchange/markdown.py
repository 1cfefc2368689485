"""Everything of a portfolio to read as text, in Markdown; what was typed is never markup."""

from collections.abc import Iterable

from coachapp import formats
from coachapp.domain import insight
from coachapp.domain.copies import Copy
from coachapp.domain.escaping import line, prose, within
from coachapp.domain.history import OWN
from coachapp.domain.portfolio import Action, Portfolio
from coachapp.domain.values import Cell
from coachapp.exchange import markdown_past, markdown_plans, markdown_talks, showing
from coachapp.exchange.markdown_blocks import Blocks, fields, heading, listed
from coachapp.i18n import gettext as _


def text(copy: Copy) -> str:
    return "\n\n".join((*_portfolio(copy.portfolio), *markdown_past.blocks(copy))) + "\n"


def _portfolio(portfolio: Portfolio) -> Blocks:
    yield f"# {line(portfolio.owner)}"
    yield _("This file is not encrypted. Anyone who has it can read it.")
    yield from fields(portfolio, OWN, portfolio, but=("owner",))
    yield from _board(portfolio)
    yield from _activities(portfolio)
    yield from _items(portfolio, "ambitions", _("Ambitions"))
    yield from _goals(portfolio)
    yield from _items(portfolio, "agreements", _("Agreements"))
    yield from markdown_talks.blocks(portfolio)
    yield from _reflections(portfolio)
    yield from _items(portfolio, "evidence", _("Evidence"))
    yield from markdown_plans.blocks(portfolio)
    yield from _items(portfolio, "shared", _("Shared"))
    yield from _items(portfolio, "contexts", _("Workplaces"))
    yield from _items(portfolio, "teams", _("Teams"))


def _board(portfolio: Portfolio) -> Blocks:
    framework, cells = portfolio.framework, insight.by_cell(portfolio)
    yield "## " + _("Board")
    rows = [["", *(str(level.title) for level in framework.shown_levels)]]
    for role in framework.roles:
        places = (cells[Cell(role.id, level.id)] for level in framework.shown_levels)
        rows.append([str(role.title), *("; ".join(p.activity.title for p in place) for place in places)])
    lines = [f"| {' | '.join(map(within, row))} |" for row in rows]
    yield "\n".join((lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]))
    beside = {"": _("To place"), "learning": _("My own learning"), "off": _("Off the board")}
    for aside, title in beside.items():
        lying = insight.beside_board(portfolio, aside)
        yield from heading("###", title, lying)
        if lying:
            yield listed(activity.title for activity in lying)


def _activities(portfolio: Portfolio) -> Blocks:
    yield from heading("##", _("Activities"), portfolio.activities)
    for activity in portfolio.activities:
        yield f"### {line(activity.title)}"
        yield from fields(portfolio, "activities", activity, but=("title",))
        for card in portfolio.placements:
            if card.activity_id == activity.id:
                yield f"#### {line(showing.called(portfolio, 'placements', card))}"
                yield from fields(portfolio, "placements", card, but=("activity_id", "cell"))


def _goals(portfolio: Portfolio) -> Blocks:
    yield from heading("##", _("Goals"), portfolio.goals)
    for goal in portfolio.goals:
        yield f"### {line(goal.title)}"
        yield from fields(portfolio, "goals", goal, but=("title",))
        own = [action for action in portfolio.actions if action.goal_id == goal.id]
        yield from heading("####", _("Actions"), own)
        yield from _actions(portfolio, own)
    others = [action for action in portfolio.actions if not action.goal_id]
    yield from heading("##", _("Actions"), others)
    yield from _actions(portfolio, others)


def _actions(portfolio: Portfolio, actions: Iterable[Action]) -> Blocks:
    for action in actions:
        yield f"**{line(action.what)}**"
        yield from fields(portfolio, "actions", action, but=("what", "goal_id"))


def _reflections(portfolio: Portfolio) -> Blocks:
    yield from heading("##", _("Reflections"), portfolio.reflections)
    for one in portfolio.reflections:
        yield "### " + line(formats.day(one.date) or _("Reflection"))
        yield prose(one.text)
        yield from fields(portfolio, "reflections", one, but=("text", "date"))


def _items(portfolio: Portfolio, kind: str, title: str) -> Blocks:
    items = getattr(portfolio, kind)
    yield from heading("##", title, items)
    for item in items:
        yield f"### {line(showing.called(portfolio, kind, item))}"
        yield from fields(portfolio, kind, item, but=("title", "name", "text"))
