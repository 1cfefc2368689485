"""The made-up teacher who shows what a portfolio can hold."""

import tomllib
from dataclasses import replace
from typing import Any, Final

from coachapp import i18n, paths
from coachapp.domain.board_then import Laid, as_board, snapshot_of
from coachapp.domain.portfolio import KINDS, Portfolio
from coachapp.domain.rules import REFERENCES
from coachapp.domain.values import Cell, Hours
from coachapp.domain.words import Words
from coachapp.packs.loader import default_framework

_CELLS: Final = ("cell", "origin", "target")


def portfolio(language: str) -> Portfolio:
    """Her portfolio in this language; equal for each call, ids included."""
    written = tomllib.loads(paths.resource("samples", "teacher.toml").read_text("utf-8"))
    given = _in_language(written, language)
    own = given.pop("portfolio")
    given = {kind: given.get(kind, ()) for kind in KINDS}
    ids = _fixed_ids(given)
    _boards(given, ids)
    items: dict[str, Any] = {
        kind: tuple(cls(**_fields(kind, item, ids)) for item in given[kind]) for kind, cls in KINDS.items()
    }
    portfolio = Portfolio(id=_id(0), framework=default_framework(), language=language, **own, **items)
    now = snapshot_of(portfolio, "").board
    return replace(
        portfolio,
        snapshots=tuple(one if one.board else replace(one, board=now) for one in portfolio.snapshots),
    )


def _in_language(value: Any, language: str) -> Any:
    """The same with each text in one language; lists as tuples."""
    if isinstance(value, list):
        return tuple(_in_language(item, language) for item in value)
    if not isinstance(value, dict):
        return value
    if set(value) == set(i18n.LANGUAGES):
        return Words(tuple(value.items())).text(language)
    return {name: _in_language(item, language) for name, item in value.items()}


def _fixed_ids(given: dict[str, Any]) -> dict[tuple[str, str], str]:
    """Gives each item an id in the order of the file; returns which name stands for which."""
    ids: dict[tuple[str, str], str] = {}
    for number, (kind, item) in enumerate(((k, item) for k in KINDS for item in given[k]), 1):
        name = item.get("id", "")
        item["id"] = ids[kind, name] = _id(number)
    return ids


def _fields(kind: str, item: dict[str, Any], ids: dict[tuple[str, str], str]) -> dict[str, Any]:
    cells = {name: Cell.parse(item[name]) for name in _CELLS if name in item}
    named = {name: ids[to, item[name]] for name, to in REFERENCES.get(kind, ()) if name in item}
    hours = {"hours": Hours.parse(*item["hours"].split())} if "hours" in item else {}
    return item | cells | named | hours


def _boards(given: dict[str, Any], ids: dict[tuple[str, str], str]) -> None:
    """The cards of each board as it stood; the last is as the cards lie now."""
    titles = {item["id"]: item["title"] for item in given["activities"]}
    for one in given["snapshots"]:
        cards = one.pop("cards")
        one["board"] = (
            "" if isinstance(cards, str) else as_board([_laid(card, titles, ids) for card in cards])
        )


def _laid(card: dict[str, Any], titles: dict[str, str], ids: dict[tuple[str, str], str]) -> Laid:
    activity_id = ids["activities", card["activity"]]
    cell = Cell.parse(card["cell"])
    return Laid(activity_id, titles[activity_id], cell, card["status"], card["energy"])


def _id(number: int) -> str:
    """As `values.new_id` makes them, but of no moment: what is made later lies after it."""
    return f"{number:012x}70008{0:015x}"
