"""The list of what both laid: same cell, one apart, further apart; what is settled is ticked."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from coachapp.domain.blind import ALONE, BESIDE, FURTHER, SAME, Compared
from coachapp.i18n import gettext as _
from coachapp.ui.board.measures import bold
from coachapp.ui.icons import icon

_ID: Final = Qt.ItemDataRole.UserRole
_ORDER: Final = (SAME, BESIDE, FURTHER, ALONE)


def how(apart: str) -> str:
    return {
        SAME: _("In the same cell"),
        BESIDE: _("One apart"),
        FURTHER: _("Further apart"),
        ALONE: _("Laid by one of you"),
    }[apart]


class Differences(QListWidget):
    """`turned_to(activity id)`."""

    turned_to = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("What each of you laid"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._on_current)

    def show_all(self, compared: Iterable[Compared], words: dict[str, str], settled: set[str]) -> None:
        """`words` are said of each; what was chosen stays so."""
        now = self.current()
        self.blockSignals(True)
        self.clear()
        every = sorted(compared, key=lambda one: _ORDER.index(one.apart))
        for number, one in enumerate(every):
            if not number or every[number - 1].apart != one.apart:
                self.addItem(_head(one.apart))
            self.addItem(_item(one, words[one.activity.id], is_settled=one.activity.id in settled))
        self.blockSignals(False)
        self.turn_to(now)

    def current(self) -> str:
        item = self.currentItem()
        return item.data(_ID) if item else ""

    def turn_to(self, activity_id: str) -> None:
        """This one, or the first if it is not among them."""
        items = [self.item(row) for row in range(self.count()) if self.item(row).data(_ID)]
        there = next((item for item in items if item.data(_ID) == activity_id), None)
        if item := there or next(iter(items), None):
            self.setCurrentItem(item)

    def ids(self) -> list[str]:
        """In the order of the list."""
        return [name for row in range(self.count()) if (name := self.item(row).data(_ID))]

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item and item.data(_ID):
            self.turned_to.emit(item.data(_ID))


def _head(apart: str) -> QListWidgetItem:
    item = QListWidgetItem(how(apart))
    item.setFont(bold(item.font()))
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item


def _item(one: Compared, words: str, *, is_settled: bool) -> QListWidgetItem:
    item = QListWidgetItem(one.activity.title)
    item.setData(_ID, one.activity.id)
    said = (words, how(one.apart), *((_("settled"),) if is_settled else ()))
    item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(said))
    if is_settled:
        item.setIcon(icon("saved"))
    return item
