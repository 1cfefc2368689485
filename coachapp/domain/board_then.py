"""The board as it stood on a day: a value of its own, that no later change touches."""

import json
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from coachapp.domain import values
from coachapp.domain.values import UNSTAMPED, Cell, Hours, Stamp, clean, new_id
from coachapp.errors import CoachError

if TYPE_CHECKING:
    from coachapp.domain.portfolio import Portfolio

_TEXTS: Final = ("activity_id", "title", "cell", "status", "energy", "part", "hours", "context_id")
_KEPT: Final = 200


class Laid(NamedTuple):
    """A card as it lay; `hours` as typed, such as "40 year"; `team`: it was done together."""

    activity_id: str
    title: str
    cell: Cell
    status: str = ""
    energy: str = ""
    part: str = ""
    hours: str = ""
    context_id: str = ""
    team: bool = False

    @property
    def amount(self) -> Hours | None:
        """The hours; what is no amount is none."""
        amount, _, per = self.hours.partition(" ")
        try:
            return Hours.parse(amount, per or "year")
        except CoachError:
            return None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """`board` is a JSON list of cards, each with the names of `Laid`; read it as `cards`."""

    id: str
    date: str
    board: str
    conversation_id: str = ""
    title: str = ""
    stamp: Stamp = field(default=UNSTAMPED, compare=False)
    written: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        clean(self, date=values.date, title=values.line)

    @property
    def cards(self) -> tuple[Laid, ...]:
        """Raises ValueError, TypeError or LookupError for what `snapshot_of` did not write."""
        return _cards(self.board)


def snapshot_of(portfolio: "Portfolio", date: str, conversation_id: str = "", title: str = "") -> Snapshot:
    """The board as it stands now."""
    return Snapshot(new_id(), date, as_board(laid(portfolio)), conversation_id, title)


def laid(portfolio: "Portfolio") -> tuple[Laid, ...]:
    """The cards as they lie now."""
    activities = {activity.id: activity for activity in portfolio.activities}
    cards = []
    for card in portfolio.placements:
        activity = activities[card.activity_id]
        hours = f"{activity.hours.amount} {activity.hours.per}" if activity.hours else ""
        cards.append(
            Laid(
                activity.id,
                activity.title,
                card.cell,
                card.status,
                card.energy,
                card.part,
                hours,
                activity.context_id,
                bool(activity.team_id),
            )
        )
    return tuple(cards)


def as_board(cards: "list[Laid] | tuple[Laid, ...]") -> str:
    """These cards as `Snapshot.board`."""
    told = [{**card._asdict(), "cell": str(card.cell)} for card in cards]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def without(board: str, activity_ids: Collection[str]) -> str:
    """This board with no trace of these activities; what can't be read is left out whole."""
    try:
        cards = _cards(board)
    except (ValueError, TypeError, LookupError, CoachError):
        return as_board(())
    left = tuple(card for card in cards if card.activity_id not in activity_ids)
    return board if len(left) == len(cards) else as_board(left)


@lru_cache(_KEPT)
def _cards(board: str) -> tuple[Laid, ...]:
    given = json.loads(board)
    if type(given) is not list:
        raise TypeError(board)
    return tuple(map(_laid, given))


def _laid(given: dict[str, object]) -> Laid:
    texts = [given[name] for name in _TEXTS]
    if len(given) != len(Laid._fields) or not all(type(text) is str for text in texts):
        raise TypeError(given)
    activity_id, title, cell, *others = map(str, texts)
    return Laid(activity_id, values.title(title), Cell.parse(cell), *others, team=given["team"] is True)
