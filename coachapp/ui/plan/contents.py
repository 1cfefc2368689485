"""What goes into the plan: a tick for each part and each item, with what had better be looked at."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QResizeEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem, QWidget

from coachapp import formats
from coachapp.domain import insight, parts
from coachapp.domain.for_reader import CHOSEN_BY_ITEM, texts
from coachapp.domain.portfolio import Ambition, Portfolio
from coachapp.domain.sensitive import Found, found
from coachapp.domain.telling import tellable
from coachapp.i18n import gettext as _
from coachapp.ui import theme

_KEY: Final = Qt.ItemDataRole.UserRole
_TITLE: Final = Qt.ItemDataRole.UserRole + 1
_LINES: Final = 14


class Line(NamedTuple):
    """`key`: the id of an item, or the name of a field of the portfolio itself."""

    key: str
    title: str


class Contents(QTreeWidget):
    """Parts with their items below them; a part without items says so."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setAccessibleName(_("What goes in"))
        self.setMinimumHeight(_LINES * round(self.fontMetrics().lineSpacing() * 1.5))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setItemDelegate(_Wrapping(self))
        self.itemChanged.connect(self.changed)

    @property
    def left_out(self) -> frozenset[str]:
        off = Qt.CheckState.Unchecked
        return frozenset(str(i.data(0, _KEY)) for i in self._items() if i.checkState(0) == off)

    def show_parts(self, portfolio: Portfolio, left_out: frozenset[str]) -> None:
        """All anew; what was folded stays folded."""
        folded = {
            self._top(at).text(0) for at in range(self.topLevelItemCount()) if not self._top(at).isExpanded()
        }
        self.blockSignals(True)
        self.clear()
        for title, lines in _parts(portfolio):
            part = QTreeWidgetItem(self, [title])
            part.setFlags(part.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
            for line in lines:
                _add(part, line, on=line.key not in left_out)
            if not lines:
                part.setText(0, _("{part}: nothing yet, so it stays out").format(part=title))
                part.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
            part.setExpanded(title not in folded)
        self.blockSignals(False)

    def warn(self, seen: Portfolio, names: tuple[str, ...]) -> int:
        """Say beside each line what is in it; gives how many lines that were."""
        told = {key: found(text, names) for key, text in texts(seen).items()}
        self.blockSignals(True)
        for item in self._items():
            _tell(item, told.get(str(item.data(0, _KEY)), ()))
        self.blockSignals(False)
        self.viewport().update()
        return sum(bool(told.get(str(item.data(0, _KEY)))) for item in self._items())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for at in range(self.topLevelItemCount()):
            part = self._top(at)
            for row in range(part.childCount()):
                if item := part.child(row):
                    yield item

    def _top(self, at: int) -> QTreeWidgetItem:
        item = self.topLevelItem(at)
        assert item
        return item


class _Wrapping(QStyledItemDelegate):
    """A tree asks how high words are without saying how wide they may be."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        depth = 2 if index.parent().isValid() else 1
        room = self._tree.viewport().width() - depth * self._tree.indentation()
        within = QStyleOptionViewItem(option)
        within.rect = QRect(0, 0, room - theme.space(1), 1)  # type: ignore[attr-defined]
        return super().sizeHint(within, index)


def _add(part: QTreeWidgetItem, line: Line, *, on: bool) -> None:
    item = QTreeWidgetItem(part, [line.title])
    item.setData(0, _KEY, line.key)
    item.setData(0, _TITLE, line.title)
    item.setToolTip(0, line.title)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)


def _tell(item: QTreeWidgetItem, told: tuple[Found, ...]) -> None:
    lines = [str(item.data(0, _TITLE)), *(_warning(one) for one in told)]
    words = "\n".join(lines)
    if words != item.text(0):
        item.setText(0, words)
        item.setToolTip(0, words)
        theme_now = theme.current()
        item.setForeground(0, QBrush(QColor(theme_now.warning if told else theme_now.ink)))


def _warning(one: Found) -> str:
    words = {
        "email": _("⚠ looks like an e-mail address: {words}"),
        "phone": _("⚠ looks like a phone number: {words}"),
        "citizen": _("⚠ looks like a citizen service number: {words}"),
        "name": _("⚠ a name you listed: {words}"),
        "health": _("⚠ about somebody's health: {words}"),
    }
    return words[one.kind].format(words=one.words)


def _parts(portfolio: Portfolio) -> Iterator[tuple[str, list[Line]]]:
    """In the order of the plan."""
    own = (("question", portfolio.question), ("coach", portfolio.coach))
    own = (*own, ("follow_up", formats.day(portfolio.follow_up)))
    labels = {"question": _("My question"), "coach": _("Coach"), "follow_up": _("Follow-up date")}
    yield _("About me"), [Line(key, f"{labels[key]}: {text}") for key, text in own if text]
    titles = {
        "contexts": _("Workplaces"),
        "activities": _("Activities"),
        "notes": _("Qualities and motives"),
        "reflections": _("Thoughts from my journal"),
        "ambitions": _("Ambitions"),
        "goals": _("Goals"),
        "actions": _("Actions"),
        "evidence": _("Evidence"),
        "agreements": _("Agreements"),
    }
    for kind in CHOSEN_BY_ITEM:
        yield titles[kind], [Line(item.id, _title(portfolio, item)) for item in tellable(portfolio, kind)]


def _title(portfolio: Portfolio, item: Any) -> str:
    if isinstance(item, Ambition):
        return insight.ambition_name(portfolio, item)
    return parts.title(item) if getattr(item, "name", True) else item.function or _("Workplaces")
