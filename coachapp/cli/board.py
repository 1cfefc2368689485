"""The board as text for a terminal, and as JSON for other programs."""

import json
import textwrap
from collections.abc import Iterator
from typing import Any

from coachapp.domain import insight
from coachapp.domain.insight import Placed
from coachapp.domain.portfolio import ASIDE, Activity, Portfolio
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _


def as_text(portfolio: Portfolio, width: int) -> Iterator[str]:
    """Line by line; `width` is that of the terminal, 0 to leave lines as long as they are."""
    framework, cells = portfolio.framework, insight.by_cell(portfolio)
    yield f"{portfolio.owner} · {framework.title}"
    names = max(len(str(level.title)) for level in framework.shown_levels)
    for role in framework.roles:
        yield ""
        yield str(role.title)
        for level in framework.shown_levels:
            cards = [_card(portfolio, placed) for placed in cells[Cell(role.id, level.id)]]
            yield from _beside(str(level.title), names, cards or ["–"], width)
    for aside, title in zip(ASIDE, (_("To place"), _("My own learning"), _("Off the board")), strict=True):
        if titles := [activity.title for activity in insight.beside_board(portfolio, aside)]:
            yield ""
            yield title
            yield from _beside("", 0, titles, width)


def _beside(name: str, names: int, texts: list[str], width: int) -> Iterator[str]:
    """A name with its texts in a column to the right of it."""
    indent = " " * (names + 4 if names else 2)
    lines = [
        line
        for text in texts
        for line in (
            textwrap.wrap(text, max(width - len(indent), 20), subsequent_indent="  ") if width else [text]
        )
    ]
    for i, line in enumerate(lines):
        yield (f"  {name:{names}}  " if names and i == 0 else indent) + line


def _card(portfolio: Portfolio, placed: Placed) -> str:
    """The title, with the words that say more than "doing now"."""
    placement, framework = placed.placement, portfolio.framework
    status = framework.word("status", placement.status) if placement.status != "doing" else ""
    energy = framework.word("energy", placement.energy) if placement.energy else ""
    words = ", ".join(word for word in (status, energy) if word)
    return f"{placed.activity.title} ({words})" if words else placed.activity.title


def as_json(portfolio: Portfolio) -> str:
    """Ids and words; every sign that isn't ASCII is escaped, so that no terminal reads it."""
    framework, cells = portfolio.framework, insight.by_cell(portfolio)
    board = {
        "owner": portfolio.owner,
        "language": portfolio.language,
        "framework": {"id": framework.id, "version": framework.version},
        "board": [
            {"cell": str(cell), "title": framework.cell_title(cell), "cards": [_json_card(p) for p in placed]}
            for cell, placed in cells.items()
        ],
        "to_place": [_json_activity(a) for a in insight.beside_board(portfolio, "")],
        "own_learning": [_json_activity(a) for a in insight.beside_board(portfolio, "learning")],
        "off_the_board": [_json_activity(a) for a in insight.beside_board(portfolio, "off")],
    }
    return json.dumps(board, indent=2)


def _json_card(placed: Placed) -> dict[str, Any]:
    placement = placed.placement
    return _json_activity(placed.activity) | {
        "placement": placement.id,
        "status": placement.status,
        "energy": placement.energy,
        "recognition": list(placement.recognition),
    }


def _json_activity(activity: Activity) -> dict[str, Any]:
    hours = activity.hours
    return {
        "activity": activity.id,
        "title": activity.title,
        "hours": {"amount": f"{hours.amount:f}", "per": hours.per} if hours else None,
    }
