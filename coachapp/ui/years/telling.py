"""Beside the board the same in words: the day, what became otherwise, one activity's own line."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QScrollArea, QVBoxLayout, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.inputs import labels
from coachapp.ui.years.wrapped import Wrapped

_ROLE = Qt.ItemDataRole.UserRole
_AT_A_TIME = 30  # lines that are measured before the next frame: more than are in sight


class Row(NamedTuple):
    """A line of words, and what it leads to: an activity's id, or the number of a day.

    A line that leads nowhere stands above others; `spoken` is what says enough on its own.
    """

    words: str
    key: object = None
    spoken: str = ""


class Telling(QScrollArea):
    """`activity_chosen(id)` and `day_chosen(number)`: somebody went to a line of the lists."""

    activity_chosen = Signal(str)
    day_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.day = labels.title("", self)
        self.occasion = labels.text("", self)
        self.since = labels.heading("", self)
        self.changes = _Words(_("What was changed"), self)
        self.lost = labels.note("", self)
        self.line_title = labels.heading("", self)
        self.line = _Words(_("The line of this activity through the years"), self)
        for shown, then in ((self.changes, self.activity_chosen), (self.line, self.day_chosen)):
            shown.itemActivated.connect(partial(_follow, then))
            shown.itemClicked.connect(partial(_follow, then))
        self._lay_out()

    def say_day(self, day: str, occasion: str, since: str) -> None:
        self.day.setText(day)
        self.occasion.setText(labels.breakable(occasion))
        self.occasion.setVisible(bool(occasion))
        self.since.setText(since)

    def say_changes(self, rows: Sequence[Row], lost: str) -> None:
        """`lost`: of cards that can't be shown."""
        self.changes.fill(rows)
        self.changes.setVisible(bool(rows))
        self._space.setVisible(not rows)
        self.lost.setText(labels.breakable(lost))
        self.lost.setVisible(bool(lost))

    def say_line(self, title: str, rows: Sequence[Row]) -> None:
        """Nothing, when no activity is chosen."""
        self.line_title.setText(labels.breakable(title))
        self.line_title.setVisible(bool(rows))
        self.line.fill(rows)
        self.line.setVisible(bool(rows))

    def choose(self, activity_id: str) -> None:
        """Show which line of the changes is about this activity."""
        rows = (self.changes.item(row) for row in range(self.changes.count()))
        found = next((item for item in rows if item.data(_ROLE) == activity_id), None)
        if found is None:
            self.changes.setCurrentRow(-1)
        elif self.changes.currentItem() is None or self.changes.currentItem().data(_ROLE) != activity_id:
            self.changes.setCurrentItem(found)

    def sizeHint(self) -> QSize:
        return QSize(theme.space(38), theme.space(40))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.space(24), theme.space(8))

    def _lay_out(self) -> None:
        self._space, content = QWidget(self), QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(theme.space(1.5), theme.space(), theme.space(1.5), 0)
        column.setSpacing(theme.space(0.75))
        for part in (self.day, self.occasion, self.since, self.changes, self.lost):
            column.addWidget(part)
        for part in (self._space, self.line_title, self.line):
            column.addWidget(part)
        column.setStretchFactor(self.changes, 3)
        column.setStretchFactor(self._space, 3)
        column.setStretchFactor(self.line, 2)
        self.setWidget(content)


class _Words(QListWidget):
    """Lines of words that wrap, on the page itself; anew when the width is another."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(Wrapped(self))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setLayoutMode(QListWidget.LayoutMode.Batched)
        self.setBatchSize(_AT_A_TIME)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setMinimumHeight(theme.space(12))

    def fill(self, rows: Sequence[Row]) -> None:
        self.clear()
        for row in rows:
            item = QListWidgetItem(labels.breakable(row.words), self)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, row.spoken or row.words)
            item.setData(_ROLE, row.key)
            if row.key is None:
                font = self.font()
                font.setBold(True)
                item.setFont(font)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)


def _follow(then: SignalInstance, item: QListWidgetItem) -> None:
    key = item.data(_ROLE)
    if key is not None:
        then.emit(key)
