"""The list of reflections: of each its first words, and below them when and about what."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.journal.model import BELOW, BROUGHT, JournalModel

_Index = QModelIndex | QPersistentModelIndex
_State = QStyle.StateFlag
_ONE_LINE = int(Qt.TextFlag.TextSingleLine) | int(Qt.AlignmentFlag.AlignVCenter)


class Delegate(QStyledItemDelegate):
    """Two lines; a mark at the end for what comes along."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        line = option.fontMetrics.height()  # type: ignore[attr-defined] - Qt's stubs lack it
        return QSize(0, 2 * line + theme.space(2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        look, box = theme.current(), QRect(option.rect)  # type: ignore[attr-defined]
        chosen = bool(option.state & _State.State_Selected)  # type: ignore[attr-defined]
        if chosen:
            painter.fillRect(box, QColor(look.accent))
        elif bool(option.state & _State.State_MouseOver):  # type: ignore[attr-defined]
            painter.fillRect(box, QColor(look.cell))
        inner = box.adjusted(theme.space(), theme.space(0.75), -theme.space(), -theme.space(0.75))
        ink, quiet = (look.on_accent, look.on_accent) if chosen else (look.ink, look.muted)
        upper = QRect(inner.topLeft(), QSize(inner.width(), inner.height() // 2))
        lower = upper.translated(QPoint(0, inner.height() - upper.height()))
        if index.data(BROUGHT):
            lower = self._mark(painter, lower, quiet if chosen else look.accent, index)
        self._line(painter, upper, ink, index.data())
        self._line(painter, lower, quiet, index.data(BELOW))
        if option.state & _State.State_HasFocus:  # type: ignore[attr-defined]
            painter.setPen(QPen(QColor(look.on_accent if chosen else look.accent), 2))
            painter.drawRect(box.adjusted(2, 2, -3, -3))
        painter.restore()

    def _mark(self, painter: QPainter, line: QRect, colour: str, index: _Index) -> QRect:  # noqa: ARG002
        """Say that it comes along; returns what is left of the line."""
        words = _("comes along")
        wide = painter.fontMetrics().horizontalAdvance(words) + theme.space()
        left, right = QRect(line), QRect(line)
        left.setWidth(line.width() - wide)
        right.setLeft(line.right() - wide + theme.space())
        painter.setPen(QColor(colour))
        painter.drawText(right, _ONE_LINE, words)
        return left

    def _line(self, painter: QPainter, line: QRect, colour: str, words: str) -> None:
        painter.setPen(QColor(colour))
        cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line, _ONE_LINE, cut)


class JournalView(QListView):
    """Enter goes on to writing, Delete removes."""

    chosen = Signal(str)
    write_requested = Signal()
    remove_requested = Signal()

    def __init__(self, model: JournalModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journal = model
        self.setModel(model)
        self.setItemDelegate(Delegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(_("Reflections"))
        self.selectionModel().currentChanged.connect(self._on_current)

    def choose(self, id: str) -> None:  # noqa: A002 - that is what it is
        """Make this the current one, or the first when it isn't shown."""
        row = max(self._journal.row_of(id), 0)
        if row < self._journal.rowCount():
            self.setCurrentIndex(self._journal.index(row, 0))
        else:
            self.chosen.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.write_requested.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_requested.emit()
        else:
            super().keyPressEvent(event)

    def _on_current(self, now: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(self._journal.reflection(now.row()).id)
