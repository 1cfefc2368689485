"""An open document: its current value, the steps that can be undone, and who wants to know."""

import datetime as dt
import secrets
from collections.abc import Callable, Sequence
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

from coachapp.domain.history import Made
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.stamps import stamped
from coachapp.domain.values import Stamp
from coachapp.i18n import gettext as _


class Held(Protocol):
    """A portfolio, or another immutable value; `clock` is the stamp of its last change."""

    @property
    def clock(self) -> Stamp: ...


Value = TypeVar("Value", bound=Held)


class Store(Protocol):
    """Where a document is kept; `save` writes the difference in one transaction, and the steps to it."""

    def save(self, before: Portfolio, after: Portfolio, steps: Sequence[Made] = ()) -> None: ...

    def close(self) -> None: ...


class Step(NamedTuple):
    """A change with its name; `value` is the one on the other side of it."""

    label: str
    value: Any
    merge: str | None = None


class Document(Generic[Value]):
    """Holds one value; `device` tells this session's changes from those of other copies.

    `stamp(before, after, device)` gives the clock of what is new; a portfolio's is the usual one.
    """

    def __init__(
        self, value: Value, device: str | None = None, stamp: Callable[[Any, Any, str], Any] = stamped
    ) -> None:
        self.value = value
        self.saved = value
        self.device = device or secrets.token_hex(4)
        self._stamp = stamp
        self._undo: list[Step] = []
        self._redo: list[Step] = []
        self._unsaved: list[Made] = []
        self._last: Made | None = None
        self._handed_over: Made | None = None
        self._listeners: list[Callable[[Value, Value], None]] = []

    @property
    def portfolio(self) -> Value:
        """What the value is, for who has no other."""
        return self.value

    @property
    def is_saved(self) -> bool:
        return self.saved is self.value

    @property
    def undo_label(self) -> str:
        """The name of the step that undo takes back, or nothing."""
        return self._undo[-1].label if self._undo else ""

    @property
    def redo_label(self) -> str:
        return self._redo[-1].label if self._redo else ""

    def on_change(self, listener: Callable[[Value, Value], None]) -> Callable[[], None]:
        """Call `listener(before, after)` after each change; returns how to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def apply(self, label: str, edit: Callable[[Value], Value], merge: str | None = None) -> None:
        """Make one change; successive changes with the same `merge` are one step to undo."""
        after = edit(self.value)
        if after == self.value:
            return
        goes_on = self._continues(merge)
        if not goes_on:
            self._undo.append(Step(label, self.value, merge))
        self._redo.clear()
        self._become(label, after, goes_on=goes_on)

    def adopt(self, label: str, value: Value) -> None:
        """Go on with what the file holds now, such as after joining copies: one step, saved already."""
        self._undo.append(Step(label, self.value))
        self._redo.clear()
        self._unsaved.clear()
        self._last = None
        self.saved = value
        self._show(value)

    def amend(self, label: str, edit: Callable[[Value], Value]) -> None:
        """Make a change for good: undo and redo don't take it back, as it is made in what they know too."""
        after = edit(self.portfolio)
        if after == self.portfolio:
            return
        for steps in (self._undo, self._redo):
            steps[:] = [step._replace(value=edit(step.value), merge=None) for step in steps]
        self._become(label, after, goes_on=False)

    def undo(self) -> None:
        self._step(self._undo, self._redo, _("Undo: {label}"))

    def redo(self) -> None:
        self._step(self._redo, self._undo, _("Redo: {label}"))

    def forget_steps(self) -> None:
        """What was before can't be brought back by undo any more."""
        self._undo.clear()
        self._redo.clear()
        self._last = None

    def unsaved(self) -> tuple[Made, ...]:
        """The steps from what is saved to the current value; what is typed next is told apart from them."""
        self._handed_over = self._unsaved[-1] if self._unsaved else None
        return tuple(self._unsaved)

    def mark_saved(self, value: Value) -> None:
        """This value is in the file now; later changes are not."""
        self.saved = value
        done = [at for at, made in enumerate(self._unsaved, 1) if made.after is value]
        del self._unsaved[: done[-1] if done else 0]

    def _continues(self, merge: str | None) -> bool:
        return merge is not None and bool(self._undo) and not self._redo and self._undo[-1].merge == merge

    def _step(self, taken: list[Step], other: list[Step], name: str) -> None:
        if taken:
            step = taken.pop()
            other.append(Step(step.label, self.value))
            self._become(name.format(label=step.label), step.value, goes_on=False)

    def _become(self, label: str, after: Value, *, goes_on: bool) -> None:
        before = self.value
        after = self._stamp(before, after, self.device)
        self._note(label, before, after, goes_on=goes_on)
        self._show(after)

    def _show(self, after: Value) -> None:
        before = self.value
        self.value = after
        for listener in tuple(self._listeners):
            listener(before, self.value)

    def _note(self, label: str, before: Value, after: Value, *, goes_on: bool) -> None:
        """Remember the step until it is saved; typing goes on in one step, also when that was saved."""
        now = dt.datetime.now().astimezone().isoformat(timespec="seconds")
        made = Made(label, now, before, after)  # type: ignore[arg-type] - who keeps no history looks at none
        last = self._last
        if goes_on and last:
            waits = bool(self._unsaved) and self._unsaved[-1] is last and last is not self._handed_over
            made = made._replace(before=last.before, replaces=last.replaces if waits else last.after.clock)
            if waits:
                self._unsaved.pop()
        self._unsaved.append(made)
        self._last = made
