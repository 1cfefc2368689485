"""The open portfolio: its current value, the steps that can be undone, and who wants to know."""

import secrets
from collections.abc import Callable
from typing import NamedTuple, Protocol

from coachapp.domain.edits import Edit
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.stamps import stamped

Listener = Callable[[Portfolio, Portfolio], None]


class Store(Protocol):
    """Where a document is kept; `save` writes the difference in one transaction."""

    def save(self, before: Portfolio, after: Portfolio) -> None: ...

    def close(self) -> None: ...


class Step(NamedTuple):
    """A change with its name; `portfolio` is the value on the other side of it."""

    label: str
    portfolio: Portfolio
    merge: str | None = None


class Document:
    """Holds one portfolio; `device` tells this session's changes from those of other copies."""

    def __init__(self, portfolio: Portfolio, device: str | None = None) -> None:
        self.portfolio = portfolio
        self.saved = portfolio
        self._device = device or secrets.token_hex(4)
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        self._listeners: list[Listener] = []

    @property
    def is_saved(self) -> bool:
        return self.saved is self.portfolio

    @property
    def undo_label(self) -> str:
        """The name of the step that undo takes back, or nothing."""
        return self._undo[-1].label if self._undo else ""

    @property
    def redo_label(self) -> str:
        return self._redo[-1].label if self._redo else ""

    def on_change(self, listener: Listener) -> Callable[[], None]:
        """Call `listener(before, after)` after each change; returns how to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def apply(self, label: str, edit: Edit, merge: str | None = None) -> None:
        """Make one change; successive changes with the same `merge` are one step to undo."""
        after = edit(self.portfolio)
        if after == self.portfolio:
            return
        if not self._continues(merge):
            self._undo.append(Step(label, self.portfolio, merge))
        self._redo.clear()
        self._become(after)

    def undo(self) -> None:
        self._step(self._undo, self._redo)

    def redo(self) -> None:
        self._step(self._redo, self._undo)

    def mark_saved(self, portfolio: Portfolio) -> None:
        """This value is in the file now; later changes are not."""
        self.saved = portfolio

    def _continues(self, merge: str | None) -> bool:
        return merge is not None and bool(self._undo) and not self._redo and self._undo[-1].merge == merge

    def _step(self, taken: list[Step], other: list[Step]) -> None:
        if taken:
            step = taken.pop()
            other.append(Step(step.label, self.portfolio))
            self._become(step.portfolio)

    def _become(self, after: Portfolio) -> None:
        before = self.portfolio
        self.portfolio = stamped(before, after, self._device)
        for listener in tuple(self._listeners):
            listener(before, self.portfolio)
