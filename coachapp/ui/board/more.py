"""What there is no room for in a cell, as a list: the "+n more"."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from coachapp.ui.board.cards import Card
from coachapp.ui.theme import STEP


class MoreList(QFrame):
    """`card_chosen(id)` for the one that is clicked or entered; it closes with that."""

    card_chosen = Signal(str)

    def __init__(self, title: str, cards: Sequence[Card], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._list = QListWidget(self)
        self._list.setAccessibleName(title)
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for card in cards:
            item = QListWidgetItem(card.activity.title, self._list)
            item.setData(Qt.ItemDataRole.UserRole, card.id)
        self._list.setCurrentRow(0)
        self._list.itemActivated.connect(self._on_chosen)
        self._list.itemClicked.connect(self._on_chosen)
        heading = QLabel(title)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(STEP, STEP, STEP, STEP)
        layout.addWidget(heading)
        layout.addWidget(self._list)
        line = self.fontMetrics().height()
        self.resize(line * 18, min(line * 24, line * 2 * (len(cards) + 3)))

    def open_at(self, point: QPoint) -> None:
        """Show it within the screen, near this point of it."""
        screen = self.screen().availableGeometry()
        left = min(point.x(), screen.right() - self.width())
        self.move(left, max(screen.top(), min(point.y(), screen.bottom() - self.height())))
        self.show()
        self._list.setFocus()

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self.card_chosen.emit(item.data(Qt.ItemDataRole.UserRole))
        self.close()
