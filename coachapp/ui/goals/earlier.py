"""What was looked back on: it stays where it is while one is at it, and is folded away the next time."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget

from coachapp.domain.portfolio import Action, Agreement, Goal
from coachapp.ui.inputs.fold import Fold
from coachapp.ui.inputs.rows import Rows

One = TypeVar("One", Goal, Action, Agreement)


class InSight:
    """Nothing goes away under somebody's hands: what was in sight stays so until `forget`."""

    def __init__(self) -> None:
        self._ids = frozenset[str]()
        self._some_passed = False

    def among(self, items: Iterable[One]) -> tuple[One, ...]:
        """Those that nobody looked back on, and those that were in sight before somebody did."""
        found = tuple(one for one in items if not one.status or one.id in self._ids)
        self._ids |= {one.id for one in found}
        self._some_passed = any(one.status for one in found)
        return found

    def forget(self) -> bool:
        """From now on only what nobody looked back on; whether that makes a difference."""
        self._ids = frozenset()
        return self._some_passed


class Earlier(Fold):
    """The others, made only when somebody wants to see them."""

    def __init__(self, title: str, make: Callable[[Any], QWidget], fill: Callable[[Any, Any], None]) -> None:
        super().__init__(title)
        self._values: tuple[Any, ...] = ()
        self._rows = Rows(make, fill)
        self.body.addWidget(self._rows)
        self.toggled.connect(lambda: self._rows.show_values(self._values if self.is_open else ()))

    def show_values(self, values: Iterable[Any]) -> None:
        self._values = tuple(values)
        self.setVisible(bool(self._values))
        if self.is_open:
            self._rows.show_values(self._values)
