"""What goes into a copy: activities by their names, and what goes with them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from coachapp.domain.handing_over import Chosen
from coachapp.domain.portfolio import Activity, Portfolio
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, theme
from coachapp.ui.inputs import labels

_MOST: Final = 12  # lines that show at once
_TARGET: Final = 24  # pixels: what can be hit by a hand that is not steady
_ID: Final = Qt.ItemDataRole.UserRole


class Choosing(QWidget):
    """All activities are ticked at first, and goals; the rest only when somebody wants that."""

    changed = Signal()

    def __init__(self, portfolio: Portfolio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Which activities"))
        self.list.setWordWrap(True)
        self.list.setItemDelegate(Wrapping(self.list))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        for activity in portfolio.activities:
            self.list.addItem(_item(activity))
        if len(portfolio.activities) > _MOST:  # else the bar takes its place after the words were wrapped
            self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        lines = min(max(len(portfolio.activities), 3), _MOST)
        self.list.setFixedHeight(lines * max(_TARGET, theme.space(2.5)) + theme.space())
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.boxes = {name: QCheckBox(words, self) for name, words in _words()}
        self.boxes["goals"].setChecked(True)
        self._lay_out()
        self.list.itemChanged.connect(self.changed)
        for box in self.boxes.values():
            box.toggled.connect(self.changed)

    def chosen(self, alias: str) -> Chosen:
        ids = frozenset(str(item.data(_ID)) for item in self._items() if item.checkState().value)
        return replace(
            Chosen(ids, alias=alias), **{name: box.isChecked() for name, box in self.boxes.items()}
        )

    def tick_all(self, *, on: bool) -> None:
        """One change, however many there are."""
        self.list.blockSignals(True)
        for item in self._items():
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self.changed.emit()

    def _items(self) -> Iterator[QListWidgetItem]:
        return (self.list.item(row) for row in range(self.list.count()))

    def _lay_out(self) -> None:
        ticks = QHBoxLayout()
        ticks.addWidget(buttons.quiet(_("Tick all"), lambda: self.tick_all(on=True), parent=self))
        ticks.addWidget(buttons.quiet(_("Tick none"), lambda: self.tick_all(on=False), parent=self))
        ticks.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space())
        column.addWidget(labels.heading(_("Which activities"), self))
        column.addWidget(self.list)
        column.addLayout(ticks)
        column.addWidget(labels.heading(_("What goes with them"), self))
        for box in self.boxes.values():
            column.addWidget(box)


class Wrapping(QStyledItemDelegate):
    """Lines with a tick: Qt forgets the box with the tick when it counts the lines that words take."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        beside = QStyleOptionViewItem(option)
        beside.rect = option.rect.adjusted(0, 0, -theme.space(4), 0)  # type: ignore[attr-defined]
        size = super().sizeHint(beside, index) + QSize(0, theme.space(0.5))
        return size.expandedTo(QSize(0, _TARGET))


def _item(activity: Activity) -> QListWidgetItem:
    item = QListWidgetItem(activity.title)
    item.setData(_ID, activity.id)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked)
    return item


def _words() -> Iterator[tuple[str, str]]:
    yield "goals", _("Ambitions, goals, actions and agreements")
    yield "energy", _("Energy and recognition")
    yield "hours", _("Hours")
    yield "own", _("My question, who coaches me and the follow-up date")
    yield "reflections", _("Reflections")
    yield "notes", _("Conversations with their notes")
    yield "evidence", _("Files")
