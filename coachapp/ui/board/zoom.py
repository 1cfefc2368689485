"""How near the board is: smaller, larger, and back to 100 %."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from coachapp.i18n import gettext as _

LEAST = 0.2
MOST = 2.0
_STEP = 1.15
_NEAR_FULL = 0.04


class Zoom(QWidget):
    """`changed(factor)`, where 1 is 100 %. `scope` is the page whose shortcuts these are."""

    changed = Signal(float)

    def __init__(self, scope: QWidget) -> None:
        super().__init__()
        self.factor = 1.0
        self._smaller = _button("\u2212", _("Show the board smaller"), lambda: self.times(1 / _STEP))
        self._whole = _button("", _("Show the board at 100 %"), lambda: self.set(1.0))
        self._larger = _button("+", _("Show the board larger"), lambda: self.times(_STEP))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for button in (self._smaller, self._whole, self._larger):
            row.addWidget(button)
        for keys, act in (
            (QKeySequence.keyBindings(QKeySequence.StandardKey.ZoomIn), self._larger.click),
            (QKeySequence.keyBindings(QKeySequence.StandardKey.ZoomOut), self._smaller.click),
            ([QKeySequence("Ctrl+=")], self._larger.click),
            ([QKeySequence("Ctrl+0")], self._whole.click),
        ):
            for key in keys:
                QShortcut(key, scope, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._show()

    def times(self, factor: float) -> None:
        self.set(self.factor * factor)

    def set(self, factor: float) -> None:
        factor = 1.0 if abs(factor - 1) < _NEAR_FULL else min(MOST, max(LEAST, factor))
        if factor != self.factor:
            self.factor = factor
            self._show()
            self.changed.emit(factor)

    def _show(self) -> None:
        self._whole.setText(_("{percent} %").format(percent=round(self.factor * 100)))
        self._smaller.setEnabled(self.factor > LEAST)
        self._larger.setEnabled(self.factor < MOST)


def _button(words: str, what: str, act: object) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setToolTip(what)
    button.setAccessibleName(what)
    button.setAutoRaise(True)
    button.setMinimumSize(28, 28)
    button.clicked.connect(act)
    return button
