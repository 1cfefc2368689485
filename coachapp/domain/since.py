"""The board since the previous plan: which board that was, and what differs, as far as a reader may know."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from coachapp.domain.board_then import Laid, Snapshot, as_board, laid
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.telling import BESIDE
from coachapp.domain.years import Difference, Kept, days, differences, followed, ordinal

if TYPE_CHECKING:
    from coachapp.domain.for_reader import Choice


@dataclass(frozen=True, slots=True)
class _Reader:
    """What a reader may know of cards: those with these `titles`, by the id of their activity."""

    titles: Mapping[str, str]
    energy: bool
    hours: bool

    def knows(self, cards: Iterable[Laid]) -> tuple[Laid, ...]:
        """What an activity was called then can't be chosen apart: it is called as it is now."""
        return tuple(
            Laid(
                *(card.activity_id, self.titles[card.activity_id], card.cell, card.status),
                energy=card.energy if self.energy else "",
                part=card.part,
                hours=card.hours if self.hours else "",
            )
            for card in cards
            if card.activity_id in self.titles
        )


class Since(NamedTuple):
    """The board of the previous plan, and what became of its cards."""

    then: Snapshot
    changes: tuple[Difference, ...]


def since(portfolio: Portfolio, given: Portfolio, choice: "Choice", date: str) -> Since | None:
    """For a plan of this day that tells of what was `given` of the portfolio.

    The newest board of an earlier day that differs from the one given: where nothing differs, this plan
    is still that of the same board. One of the conversation of the day itself, or of one that goes on, is
    no earlier board.
    """
    reader = _Reader(_titles(given, choice), choice.energy, choice.hours)
    now = reader.knows(laid(given))
    latest = max((talk.date for talk in portfolio.conversations), default="")
    for kept in reversed(days(portfolio, date)):
        if kept.snapshot and _is_earlier(kept, date, latest):
            then = reader.knows(kept.snapshot.cards)
            if changes := differences(*followed((then, now))):
                return Since(Snapshot(kept.snapshot.id, kept.day, as_board(then)), changes)
    return None


def _is_earlier(kept: Kept, date: str, latest: str) -> bool:
    """`latest`: the day of the last conversation, which may still go on."""
    talk = kept.conversation
    if talk and (date in (talk.date, talk.ended_on) or (talk.is_open and talk.date == latest)):
        return False
    return bool(kept.day) and ordinal(kept.day, end=True) < ordinal(date)


def _titles(given: Portfolio, choice: "Choice") -> dict[str, str]:
    """Of what lies on the board, or beside it where that is told; what was removed can't be chosen."""
    placed = {placement.activity_id for placement in given.placements}
    return {
        one.id: one.title
        for one in given.activities
        if one.id not in choice.left_out and (one.id in placed or BESIDE[one.aside] not in choice.left_out)
    }
