"""Activities and actions as rows, under headings that our own import knows."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from coachapp.domain.portfolio import Action, Activity, Placement, Portfolio
from coachapp.exchange import showing
from coachapp.exchange.exports import Table
from coachapp.i18n import gettext as _

Cell = str | Decimal
Row = tuple[Cell, ...]


def rows(portfolio: Portfolio, table: Table) -> Iterator[Row]:
    """The headings, then a row for each."""
    if table == Table.ACTIONS:
        yield (
            *(_("Action"), _("Goal"), _("Date"), _("By whom"), _("Support"), _("Kind")),
            *(_("Career competence"), _("Hours"), _("Money"), _("Source"), _("Requested or agreed")),
            *(_("What came of it"), _("Conversation")),
        )
        yield from (_action(portfolio, action) for action in portfolio.actions)
        return
    yield (
        *(_("Activity"), _("Description"), _("Hours per year"), _("Hours per week")),
        *(_("Period"), _("From"), _("Until"), _("Workplace"), _("Team")),
        *(_("Role profile"), _("Formal or informal"), _("On the board"), _("Status"), _("Energy")),
        *(_("Recognised by"), _("Lead or take part"), _("Phase"), _("In that cell"), _("Placed on")),
        _("Why here"),
    )
    yield from (_activity(portfolio, activity) for activity in portfolio.activities)


def _activity(portfolio: Portfolio, activity: Activity) -> Row:
    """Of several cards all is told in one order."""
    hours = activity.hours
    cards = [card for card in portfolio.placements if card.activity_id == activity.id]
    aside = {"": _("To place"), "learning": _("My own learning"), "off": _("Off the board")}
    said = _Said(portfolio, "activities", activity)
    return (
        *(activity.title, activity.description),
        hours.amount if hours and hours.per == "year" else "",
        hours.amount if hours and hours.per == "week" else "",
        *(activity.period, activity.since, activity.until),
        *(said("context_id"), said("team_id"), said("profiles"), said("formality")),
        _each(portfolio, cards, "cell") or aside[activity.aside],
        *(_each(portfolio, cards, name) for name in ("status", "energy", "recognition", "part", "phase")),
        _joined(
            (f"{card.since} – {card.until}".strip() if card.since or card.until else "") for card in cards
        ),
        _joined(card.placed_on for card in cards),
        _joined((card.why for card in cards), "\n"),
    )


def _action(portfolio: Portfolio, action: Action) -> Row:
    said = _Said(portfolio, "actions", action)
    return (
        *(action.what, said("goal_id"), action.due, said("actors"), action.support),
        *(said("kind"), said("competence"), said("hours"), action.money, action.source, said("granted")),
        "; ".join(text for text in (said("status"), action.outcome) if text),
        said("conversation_id"),
    )


class _Said:
    """What a field of one item says, in words."""

    def __init__(self, portfolio: Portfolio, kind: str, item: Any) -> None:
        self._portfolio, self._kind, self._item = portfolio, kind, item

    def __call__(self, name: str) -> str:
        return showing.said(self._portfolio, self._kind, name, getattr(self._item, name))


def _each(portfolio: Portfolio, cards: Iterable[Placement], name: str) -> str:
    return _joined(_Said(portfolio, "placements", card)(name) for card in cards)


def _joined(texts: Iterable[str], between: str = "; ") -> str:
    """Of each card, a dash for nothing; nothing at all stays empty."""
    texts = tuple(texts)
    return between.join(text or "–" for text in texts) if any(texts) else ""
