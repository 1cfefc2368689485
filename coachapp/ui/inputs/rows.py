"""Rows of a list that stay the same widgets while their values change."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtWidgets import QApplication, QBoxLayout, QLayout, QVBoxLayout, QWidget

from coachapp.ui.theme import STEP


class Rows(QWidget):
    """One widget for each value, made once; `fill(widget, value)` shows a value in it.

    `otherwise` gets the focus when the row that had it goes and no other row can have it.
    """

    def __init__(
        self,
        make: Callable[[Any], QWidget],
        fill: Callable[[Any, Any], None] = lambda _widget, _value: None,
        key: Callable[[Any], object] = lambda value: value.id,
        layout: QLayout | None = None,
    ) -> None:
        super().__init__()
        self._make, self._fill, self._key = make, fill, key
        self._widgets: dict[object, QWidget] = {}
        self.otherwise: QWidget | None = None
        self._layout = layout or QVBoxLayout()
        self._layout.setContentsMargins(0, 0, 0, 0)
        if layout is None:
            self._layout.setSpacing(STEP)
        self.setLayout(self._layout)

    @property
    def widgets(self) -> Collection[QWidget]:
        return self._widgets.values()

    def widget(self, key: object) -> Any:
        return self._widgets[key]

    def show_values(self, values: Sequence[Any]) -> None:
        """Show these, in this order; widgets of values that are still there stay where focus is."""
        keys = [self._key(value) for value in values]
        focused = self._focused()
        for key in [key for key in self._widgets if key not in keys]:
            gone = self._widgets.pop(key)
            self._layout.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for at, (key, value) in enumerate(zip(keys, values, strict=True)):
            if key not in self._widgets:
                self._widgets[key] = self._make(value)
                self._put(at, self._widgets[key])
            self._fill(self._widgets[key], value)
        self.setVisible(bool(keys))
        if focused and focused[1] not in keys:
            self._hand_on_focus(focused[0])

    def _focused(self) -> tuple[int, object] | None:
        """Which row the focus is in, and where that stands."""
        if (focus := QApplication.focusWidget()) is None:
            return None
        rows = self._widgets.items()
        return next(((self._layout.indexOf(row), key) for key, row in rows if row.isAncestorOf(focus)), None)

    def _hand_on_focus(self, at: int) -> None:
        """To the row that came in this place, or the last: Qt would give it to some button far away."""
        item = self._layout.itemAt(min(at, self._layout.count() - 1))
        row = item.widget() if item else None
        if target := row if row and row.focusProxy() else self.otherwise:
            target.setFocus()

    def _put(self, at: int, widget: QWidget) -> None:
        if isinstance(self._layout, QBoxLayout):
            self._layout.insertWidget(at, widget)
        else:
            self._layout.addWidget(widget)
