"""How hard a passphrase is to guess: a bar with its word beside it, and one hint."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from coachapp.i18n import gettext as _
from coachapp.packs import strength
from coachapp.ui import theme
from coachapp.ui.inputs import labels
from coachapp.ui.tasks import Task

_STEPS: Final = 5


class StrengthMeter(QWidget):
    """Follows what is typed in a field. It only tells: what is asked is told when the form is handed in."""

    def __init__(self, field: QLineEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = field
        self.bar = _Bar(self)
        self.words = labels.note("", self)
        self.words.setWordWrap(False)
        self.hint = labels.note("", self)
        self.hint.setMinimumHeight(self.hint.fontMetrics().height())  # what is below stays where it is
        row = QHBoxLayout()
        row.setSpacing(theme.space())
        row.addWidget(self.bar)
        row.addWidget(self.words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.space(0.5))
        column.setSpacing(theme.space(0.25))
        column.addLayout(row)
        column.addWidget(self.hint)
        field.textChanged.connect(self._show)
        self._show(field.text())
        Task(strength.prepare).start()  # so that the first letter needn't wait

    def _show(self, passphrase: str) -> None:
        found = strength.of(passphrase)
        usual = _("Four words that don't belong together are strong and easy to keep.")
        words = found.words if passphrase else _("not typed yet")
        self.bar.fill(found.score + 1 if passphrase else 0)
        self.words.setText(words)
        self.hint.setText(found.hint if passphrase else usual)
        self._field.setAccessibleDescription(f"{words}. {self.hint.text()}".strip())


class _Bar(QWidget):
    """Steps side by side, so many of them filled."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._filled = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def fill(self, steps: int) -> None:
        self._filled = steps
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.space(3) * _STEPS, theme.space())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, gap = theme.current(), theme.space(0.5)
        wide = (self.width() + gap) / _STEPS - gap
        for step in range(_STEPS):
            filled = step < self._filled
            painter.setPen(QPen(QColor(colours.accent if filled else colours.line), 1))
            painter.setBrush(QColor(colours.accent if filled else colours.card))
            painter.drawRoundedRect(
                QRectF(step * (wide + gap) + 0.5, 0.5, wide - 1, self.height() - 1), gap / 2, gap / 2
            )
