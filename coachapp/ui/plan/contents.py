"""What goes into the plan: a tick for each part and each line, with what had better be looked at."""

from collections.abc import Iterator, Mapping
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QColor, QResizeEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from coachapp.domain.sensitive import Found
from coachapp.domain.ticks import Line, Part, left_out_by
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.plan.warnings import warning
from coachapp.ui.plan.wrapping import WrappingLines

_KEY: Final = Qt.ItemDataRole.UserRole
_TITLE: Final = Qt.ItemDataRole.UserRole + 1
_LINES: Final = 14
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class Contents(QTreeWidget):
    """Parts with their lines below them; a part with nothing in it says so. `changed` once for all ticks."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[Part, ...] = ()
        self._shown: frozenset[str] = frozenset()
        self._leaves: dict[str, QTreeWidgetItem] = {}
        self._told: Mapping[str, tuple[Found, ...]] = {}
        self.setHeaderHidden(True)
        self.setWordWrap(True)
        self.setAccessibleName(_("What goes in"))
        self.setMinimumHeight(_LINES * round(self.fontMetrics().lineSpacing() * 1.5))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setItemDelegate(WrappingLines(self))
        self.setIndentation(theme.space(2.5))
        self._once = QTimer(self)
        self._once.setSingleShot(True)
        self._once.timeout.connect(self._on_ticked)
        self.itemChanged.connect(self._once.start)

    @property
    def left_out(self) -> frozenset[str]:
        unticked = frozenset(key for key, leaf in self._leaves.items() if leaf.checkState(0) == _OFF)
        return left_out_by(self._parts, self._shown, unticked)

    def show_parts(self, parts: tuple[Part, ...], left_out: frozenset[str]) -> None:
        """Anew only where the parts are others: ticks alone are set where they lie."""
        self.blockSignals(True)
        if parts != self._parts:
            self._make(parts)
        out = frozenset(key for part in parts for key in part.out(left_out))
        for key, leaf in self._leaves.items():
            state = _OFF if key in out else _ON
            if leaf.checkState(0) != state:
                leaf.setCheckState(0, state)
        self.blockSignals(False)
        self._say_parts()
        self._once.stop()
        self._parts, self._shown = parts, left_out

    def warn(self, told: Mapping[str, tuple[Found, ...]]) -> int:
        """Say beside each line what was found in it, if anything; gives how many lines that were."""
        self.blockSignals(True)
        for key in {*self._told, *told} & self._leaves.keys():
            if told.get(key) != self._told.get(key):
                _tell(self._leaves[key], told.get(key, ()))
        self.blockSignals(False)
        self._told = told
        self._say_parts()
        return len(told.keys() & self._leaves.keys())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _on_ticked(self) -> None:
        self._say_parts()
        self.changed.emit()

    def _say_parts(self) -> None:
        """A screen reader is told of a tick or of none, not of one that is for some lines only.

        A part that is folded still shows that something in it had better be looked at.
        """
        told = self._told.keys() & self._leaves.keys()
        self.blockSignals(True)
        for at in range(self.topLevelItemCount()):
            if (top := self.topLevelItem(at)) and top.childCount():
                _mark(top, warned=any(self._leaves[key].parent() is top for key in told))
                partly = top.checkState(0) == Qt.CheckState.PartiallyChecked
                said = _("{part}: some of it").format(part=top.text(0)) if partly else None
                top.setData(0, Qt.ItemDataRole.AccessibleTextRole, said)
        self.blockSignals(False)

    def _make(self, parts: tuple[Part, ...]) -> None:
        """What was folded stays folded."""
        tops = (self.topLevelItem(at) for at in range(self.topLevelItemCount()))
        folded = {top.data(0, _TITLE) for top in tops if top and not top.isExpanded()}
        current = self.currentItem()
        at = current.data(0, _KEY) if current else ""
        self.clear()
        self._told = {}
        self._leaves = {
            str(leaf.data(0, _KEY)): leaf
            for part in parts
            for leaf in _add_part(self, part, open_=part.title not in folded)
        }
        if at in self._leaves:
            self.setCurrentItem(self._leaves[at])


def _add_part(tree: QTreeWidget, part: Part, *, open_: bool) -> Iterator[QTreeWidgetItem]:
    if part.alone and part.lines:
        yield _line(tree, part.lines[0])
        return
    top = QTreeWidgetItem(tree, [part.title])
    top.setData(0, _TITLE, part.title)
    if part.lines:
        top.setFlags(top.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
        yield from [_line(top, line) for line in part.lines]
        top.setExpanded(open_)
    else:
        top.setForeground(0, QBrush(QColor(theme.current().muted)))
        top.setText(0, _("{part}: nothing yet, so it stays out").format(part=part.title))
        top.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)


def _line(parent: QTreeWidget | QTreeWidgetItem, line: Line) -> QTreeWidgetItem:
    item = QTreeWidgetItem(parent, [line.title])
    item.setData(0, _KEY, line.key)
    item.setData(0, _TITLE, line.title)
    item.setToolTip(0, line.title)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(0, _ON)
    return item


def _mark(part: QTreeWidgetItem, *, warned: bool) -> None:
    title = str(part.data(0, _TITLE))
    words = f"{title} ⚠" if warned else title
    if words != part.text(0):
        part.setText(0, words)


def _tell(item: QTreeWidgetItem, told: tuple[Found, ...]) -> None:
    words = "\n".join((str(item.data(0, _TITLE)), *map(warning, told)))
    if words != item.text(0):
        item.setText(0, words)
        item.setToolTip(0, words)
        theme_now = theme.current()
        item.setForeground(0, QBrush(QColor(theme_now.warning if told else theme_now.ink)))
