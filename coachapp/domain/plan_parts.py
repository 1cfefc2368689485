"""The parts of a plan in its order, and what can be chosen in each, as plain values for a screen to show."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from coachapp.domain import insight, parts
from coachapp.domain.for_reader import CHOSEN_BY_ITEM, OWN
from coachapp.domain.portfolio import Ambition, Context, Portfolio
from coachapp.domain.telling import ONLY_IN, part_of, tellable
from coachapp.domain.ticks import Line, Part
from coachapp.i18n import gettext as _

_WHERE_I_STAND: Final = ("board", "since", "table", "cells", "learning", "to_place", "off_board")


def plan_parts(portfolio: Portfolio, day: Callable[[str], str]) -> tuple[Part, ...]:
    """`day` writes a date for a reader."""
    items = _items(portfolio)

    def of_items(title: str, key: str) -> Part:
        return Part(title, tuple(items.get(key, ())), (key,))

    actions = tuple(items.get("actions", ()))
    dated = any(one.due and not one.status for one in portfolio.actions)
    timeline = (Line("timeline", _("Goals and actions in time")),) if dated else ()
    return (
        Part(_("About me"), (*_own(portfolio, day), *items.get("contexts", ())), (*OWN, "contexts")),
        Part(_("Where I stand now"), tuple(_standing(portfolio)), _WHERE_I_STAND),
        of_items(_("Activities"), "activities"),
        of_items(_("Qualities and motives"), "notes"),
        of_items(_("Thoughts from my journal"), "reflections"),
        of_items(_("Ambitions"), "ambitions"),
        of_items(_("Goals"), "goals"),
        Part(_("Actions"), (*actions, *timeline), ("actions", "timeline")),
        _alone(_("Support"), "support", there=_is_told(portfolio, "support")),
        _alone(_("Time and money"), "means", there=_is_told(portfolio, "means")),
        of_items(_("Evidence"), "evidence"),
        _alone(_("Perspectives"), "perspectives", there=_is_told(portfolio, "perspectives")),
        of_items(_("Agreements"), "agreements"),
        of_items(_("To take up together"), "together"),
        of_items(_("Looking back on the previous plan"), "review"),
        _alone(_("Lines for signatures"), "signatures", there=True),
    )


def _alone(title: str, section: str, *, there: bool) -> Part:
    return Part(title, (Line(section, title),) if there else (), (section,), alone=True)


def _items(portfolio: Portfolio) -> dict[str, list[Line]]:
    """By what leaves them out whole."""
    lines: dict[str, list[Line]] = {}
    for kind in CHOSEN_BY_ITEM:
        for item in tellable(portfolio, kind):
            whole = part_of(kind, item)
            lines.setdefault(whole, []).append(Line(item.id, _title(portfolio, item), whole))
    return lines


def _own(portfolio: Portfolio, day: Callable[[str], str]) -> Iterator[Line]:
    labels = {"question": _("My question"), "coach": _("Coach"), "follow_up": _("Follow-up date")}
    for name, label in labels.items():
        if value := getattr(portfolio, name):
            yield Line(name, f"{label}: {day(value) if name == 'follow_up' else value}")


def _standing(portfolio: Portfolio) -> Iterator[Line]:
    """The board also when nothing lies on it yet; all else where there is something to tell."""
    placed = {placement.activity_id for placement in portfolio.placements}
    stories = any(one.why for one in portfolio.placements)
    stories = stories or any(one.description for one in portfolio.activities if one.id in placed)
    beside = {one.aside for one in portfolio.activities if one.id not in placed}
    there = {
        "board": (_("Board"), True),
        "since": (_("Since the previous plan"), bool(portfolio.snapshots)),
        "table": (_("The board as a table"), bool(placed)),
        "cells": (_("Cell by cell"), stories),
        "learning": (_("My own learning"), "learning" in beside),
        "to_place": (_("To place"), "" in beside),
        "off_board": (_("Off the board"), "off" in beside),
    }
    return (Line(name, title) for name, (title, is_there) in there.items() if is_there)


def _is_told(portfolio: Portfolio, section: str) -> bool:
    """Also of what is over: where the plan looks back it tells no more of it than is chosen here."""
    return any(
        getattr(one, name)
        for kind, names in ONLY_IN[section].items()
        for one in getattr(portfolio, kind)
        for name in names
    )


def _title(portfolio: Portfolio, item: Any) -> str:
    if isinstance(item, Ambition):
        return insight.ambition_name(portfolio, item)
    if isinstance(item, Context) and not item.name:
        return item.function or _("Workplaces")
    return parts.title(item)
