"""The board over the years: the days on which it was kept, what differs between two, a card's own line."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from coachapp.domain.board_then import Laid, Snapshot, laid
from coachapp.domain.conversation import Conversation
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.values import Cell

Board = Mapping[str, Laid]
"""The cards of a day by the id of their own line through the years."""

TOLD: Final = ("title", "status", "energy", "part", "hours")


@dataclass(frozen=True, slots=True)
class Kept:
    """A day with the board as it stood then; without a snapshot it is today's."""

    day: str
    snapshot: Snapshot | None = None
    conversation: Conversation | None = None


class Difference(NamedTuple):
    """What became of a card: it came (nothing before), left (nothing after), or is otherwise than it was."""

    before: Laid | None
    after: Laid | None

    @property
    def card(self) -> Laid:
        """As it was last."""
        found = self.after or self.before
        assert found
        return found

    @property
    def moved(self) -> bool:
        return bool(self.before and self.after and self.before.cell != self.after.cell)

    @property
    def fields(self) -> tuple[str, ...]:
        """What of `TOLD` became something else; what was or is not filled in tells nothing."""
        if not self.before or not self.after:
            return ()
        pairs = ((name, getattr(self.before, name), getattr(self.after, name)) for name in TOLD)
        return tuple(name for name, was, now in pairs if was and now and was != now)


class Stretch(NamedTuple):
    """From this day to that (their numbers), an activity lay in the same cells; in none: off the board."""

    first: int
    last: int
    cells: tuple[Cell, ...]


def days(portfolio: Portfolio, today: str) -> tuple[Kept, ...]:
    """Every day with its board, oldest first, and then today."""
    talks = {talk.id: talk for talk in portfolio.conversations}
    kept = [
        Kept(_day_of(snapshot, talks), snapshot, talks.get(snapshot.conversation_id))
        for snapshot in portfolio.snapshots
    ]
    kept.sort(key=lambda one: (one.day, one.snapshot.id if one.snapshot else ""))
    return (*kept, Kept(today))


def boards(portfolio: Portfolio, kept: Iterable[Kept]) -> tuple[Board, ...]:
    """The board of each day; a card that was moved keeps its own line from day to day."""
    return followed(one.snapshot.cards if one.snapshot else laid(portfolio) for one in kept)


def followed(rows: Iterable[Sequence[Laid]]) -> tuple[Board, ...]:
    """Of an activity in several cells, what stayed is found first; the rest is taken in order."""
    last: defaultdict[str, dict[str, Cell]] = defaultdict(dict)
    found, before = [], frozenset[str]()
    for cards in rows:
        board: dict[str, Laid] = {}
        for activity_id, lying in _by_activity(cards).items():
            board |= _lines(activity_id, lying, last[activity_id], before)
        found.append(board)
        before = frozenset(board)
    return tuple(found)


def differences(before: Board, after: Board) -> tuple[Difference, ...]:
    """What moved, then what came, left, and was changed where it lay; each by title."""
    every = (Difference(before.get(key), after.get(key)) for key in {**before, **after})
    found = [one for one in every if one.moved or one.fields or not one.before or not one.after]
    return tuple(sorted(found, key=lambda one: (_rank(one), one.card.title.casefold(), one.card.cell)))


def line(every: Sequence[Board], activity_id: str) -> tuple[Stretch, ...]:
    """Where the activity lay from the first day it was on the board."""
    stretches: list[Stretch] = []
    for number, board in enumerate(every):
        cells = tuple(sorted(card.cell for card in board.values() if card.activity_id == activity_id))
        if stretches and stretches[-1].cells == cells:
            stretches[-1] = stretches[-1]._replace(last=number)
        elif stretches or cells:
            stretches.append(Stretch(number, number, cells))
    return tuple(stretches)


def ordinal(day: str, *, end: bool = False) -> int:
    """A day as steps of time; a year or month counts from its first day, or to its last."""
    year, month, of_month = (int(part) for part in f"{day}-0-0".split("-")[:3])
    month = month or (12 if end else 1)
    return (year * 12 + month - 1) * 31 + (of_month or (31 if end else 1)) - 1


def _day_of(snapshot: Snapshot, talks: Mapping[str, Conversation]) -> str:
    """A snapshot without a date has that of its conversation; else it comes first."""
    talk = talks.get(snapshot.conversation_id)
    return snapshot.date or (talk.date or talk.ended_on if talk else "")


def _by_activity(cards: Iterable[Laid]) -> dict[str, list[Laid]]:
    found: defaultdict[str, list[Laid]] = defaultdict(list)
    for card in cards:
        found[card.activity_id].append(card)
    return found


def _lines(
    activity_id: str, lying: Sequence[Laid], last: dict[str, Cell], before: frozenset[str]
) -> Iterator[tuple[str, Laid]]:
    """Each card with its line; `last` tells where the lines of this activity were seen last."""
    if len(lying) == 1 and len(last) <= 1:  # as nearly all of them are
        yield _seen(f"{activity_id}+0", lying[0], last)
        return
    free = sorted(last, key=lambda key: key not in before)
    homeless = []
    for card in lying:
        home = next((key for key in free if last[key] == card.cell), None)
        if home is None:
            homeless.append(card)
        else:
            free.remove(home)
            yield _seen(home, card, last)
    for card in homeless:
        key = free.pop(0) if free else f"{activity_id}+{len(last)}"
        yield _seen(key, card, last)


def _seen(key: str, card: Laid, last: dict[str, Cell]) -> tuple[str, Laid]:
    last[key] = card.cell
    return key, card


def _rank(one: Difference) -> int:
    return 0 if one.moved else 1 if one.before is None else 2 if one.after is None else 3
