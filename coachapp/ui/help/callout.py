"""A sentence beside what it is about, with a ring around that."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import buttons, theme
from coachapp.ui.inputs import labels

_WIDE = 40  # steps


class Callout(QFrame):
    """Esc closes it while it has the focus."""

    next_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("callout")
        self.words, self._count = labels.text("", self), labels.note("", self)
        self.next = buttons.ordinary(_("Next"), self.next_requested.emit, parent=self)
        self.close_button = buttons.quiet(_("Close"), self.closed.emit, parent=self)
        row = QHBoxLayout()
        row.addWidget(self._count, 1)
        row.addWidget(self.close_button)
        row.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space(1.5),) * 4)
        column.setSpacing(theme.space())
        column.addWidget(self.words)
        column.addLayout(row)

    @property
    def spoken(self) -> str:
        """What a screen reader says: the sentence, and how to go on."""
        keys = _("Tab goes to the buttons of this tour, Esc closes it.")
        return f"{self.words.text()} {keys}"

    def say(self, words: str, number: int, count: int) -> None:
        self.words.setText(words)
        self._count.setText(_("{number} of {count}").format(number=number, count=count))
        self.next.setVisible(number < count)
        self.setAccessibleName(words)
        width = theme.space(_WIDE)
        self.setFixedWidth(width)
        layout = self.layout()
        assert layout
        self.setFixedHeight(layout.totalHeightForWidth(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class Ring(QWidget):
    """A line around something; the mouse doesn't notice it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.current().accent), 3))
        corner = theme.CELL_RADIUS
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), corner, corner)


def beside(target: QRect, size: QSize, room: QRect, gap: int) -> QPoint:
    """Where something of this size lies beside the target, within the room; else over its middle."""
    middle = target.center() - QRect(QPoint(), size).center()
    tries = (
        QPoint(target.right() + gap, middle.y()),
        QPoint(target.left() - gap - size.width(), middle.y()),
        QPoint(middle.x(), target.bottom() + gap),
        QPoint(middle.x(), target.top() - gap - size.height()),
    )
    clamped = (_within(QRect(at, size), room) for at in tries)
    fits = (at for at in clamped if not QRect(at, size).intersects(target))
    return next(fits, _within(QRect(middle, size), room))


def _within(rect: QRect, room: QRect) -> QPoint:
    """The nearest place where the rectangle lies in the room."""
    x = max(min(rect.x(), room.right() - rect.width() + 1), room.left())
    y = max(min(rect.y(), room.bottom() - rect.height() + 1), room.top())
    return QPoint(x, y)
