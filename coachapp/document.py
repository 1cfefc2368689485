"""The open portfolio: its current value, the steps that can be undone, and who wants to know."""

import datetime as dt
import secrets
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from coachapp.domain.edits import Edit
from coachapp.domain.history import Made
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.stamps import stamped
from coachapp.i18n import gettext as _

Listener = Callable[[Portfolio, Portfolio], None]


class Store(Protocol):
    """Where a document is kept; `save` writes the difference in one transaction, and the steps to it."""

    def save(self, before: Portfolio, after: Portfolio, steps: Sequence[Made] = ()) -> None: ...

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
        self.device = device or secrets.token_hex(4)
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        self._unsaved: list[Made] = []
        self._last: Made | None = None
        self._handed_over: Made | None = None
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
        goes_on = self._continues(merge)
        if not goes_on:
            self._undo.append(Step(label, self.portfolio, merge))
        self._redo.clear()
        self._become(label, after, goes_on=goes_on)

    def adopt(self, label: str, portfolio: Portfolio) -> None:
        """Go on with what the file holds now, such as after joining copies: one step, saved already."""
        self._undo.append(Step(label, self.portfolio))
        self._redo.clear()
        self._unsaved.clear()
        self._last = None
        self.saved = portfolio
        self._show(portfolio)

    def amend(self, label: str, edit: Edit) -> None:
        """Make a change for good: undo and redo don't take it back, as it is made in what they know too."""
        after = edit(self.portfolio)
        if after == self.portfolio:
            return
        for steps in (self._undo, self._redo):
            steps[:] = [step._replace(portfolio=edit(step.portfolio), merge=None) for step in steps]
        self._become(label, after, goes_on=False)

    def undo(self) -> None:
        self._step(self._undo, self._redo, _("Undo: {label}"))

    def redo(self) -> None:
        self._step(self._redo, self._undo, _("Redo: {label}"))

    def unsaved(self) -> tuple[Made, ...]:
        """The steps from what is saved to the current value; what is typed next is told apart from them."""
        self._handed_over = self._unsaved[-1] if self._unsaved else None
        return tuple(self._unsaved)

    def mark_saved(self, portfolio: Portfolio) -> None:
        """This value is in the file now; later changes are not."""
        self.saved = portfolio
        done = [at for at, made in enumerate(self._unsaved, 1) if made.after is portfolio]
        del self._unsaved[: done[-1] if done else 0]

    def _continues(self, merge: str | None) -> bool:
        return merge is not None and bool(self._undo) and not self._redo and self._undo[-1].merge == merge

    def _step(self, taken: list[Step], other: list[Step], name: str) -> None:
        if taken:
            step = taken.pop()
            other.append(Step(step.label, self.portfolio))
            self._become(name.format(label=step.label), step.portfolio, goes_on=False)

    def _become(self, label: str, after: Portfolio, *, goes_on: bool) -> None:
        before = self.portfolio
        after = stamped(before, after, self.device)
        self._note(label, before, after, goes_on=goes_on)
        self._show(after)

    def _show(self, after: Portfolio) -> None:
        before = self.portfolio
        self.portfolio = after
        for listener in tuple(self._listeners):
            listener(before, self.portfolio)

    def _note(self, label: str, before: Portfolio, after: Portfolio, *, goes_on: bool) -> None:
        """Remember the step until it is saved; typing goes on in one step, also when that was saved."""
        made = Made(label, dt.datetime.now().astimezone().isoformat(timespec="seconds"), before, after)
        last = self._last
        if goes_on and last:
            waits = bool(self._unsaved) and self._unsaved[-1] is last and last is not self._handed_over
            made = made._replace(before=last.before, replaces=last.replaces if waits else last.after.clock)
            if waits:
                self._unsaved.pop()
        self._unsaved.append(made)
        self._last = made
