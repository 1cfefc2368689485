"""All the days of a portfolio with their boards, as the page asks for them."""

from collections.abc import Sequence
from functools import cached_property

from coachapp.domain import years
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.years import Board, Difference, Kept, Stretch
from coachapp.ui.years import trail
from coachapp.ui.years.showing import Showing
from coachapp.ui.years.trail import Stop
from coachapp.ui.years.words import Names

_SEEN = ("snapshots", "conversations", "placements", "activities", "contexts", "framework")


class Story:
    """Reads the boards when they are first asked for."""

    def __init__(self, portfolio: Portfolio, today: str) -> None:
        self.portfolio = portfolio
        self.kept: Sequence[Kept] = years.days(portfolio, today)

    @cached_property
    def boards(self) -> tuple[Board, ...]:
        return years.boards(self.portfolio, self.kept)

    @cached_property
    def names(self) -> Names:
        return Names(self.portfolio.framework)

    @cached_property
    def _showing(self) -> Showing:
        return Showing(self.portfolio)

    @property
    def last(self) -> int:
        return len(self.kept) - 1

    def is_about(self, portfolio: Portfolio) -> bool:
        """Whether it tells the same of this value."""
        return all(getattr(portfolio, name) is getattr(self.portfolio, name) for name in _SEEN)

    def shown(self, number: int) -> Portfolio:
        """The board of this day as a portfolio of its own."""
        return self._showing.of(self.boards[number])

    def differences(self, first: int, second: int) -> tuple[Difference, ...]:
        """From the earlier of two days to the later."""
        early, late = sorted((first, second))
        return years.differences(self.boards[early], self.boards[late])

    def title(self, activity_id: str) -> str:
        """What it was called last; nothing, when no day knows it."""
        boards = reversed(self.boards)
        return next((c.title for board in boards for c in board.values() if c.activity_id == activity_id), "")

    def line(self, activity_id: str) -> tuple[Stretch, ...]:
        return years.line(self.boards, activity_id)

    def trails(self, activity_id: str) -> tuple[tuple[Stop, ...], ...]:
        """The path of each of its cards."""
        keys = dict.fromkeys(
            key for board in self.boards for key, card in board.items() if card.activity_id == activity_id
        )
        days = [(kept.day, board) for kept, board in zip(self.kept, self.boards, strict=True)]
        cells = frozenset(self.portfolio.framework.board)
        return tuple(trail.stops(days, key, cells) for key in keys)

    def number_of(self, snapshot_id: str) -> int:
        """The day of this snapshot; today, when it is gone."""
        ids = (kept.snapshot.id if kept.snapshot else "" for kept in self.kept)
        return next((number for number, one in enumerate(ids) if one == snapshot_id), self.last)
