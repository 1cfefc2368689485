"""Finds texts on the screen that are cut off, and widgets that stand where nobody can see them."""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenuBar,
    QScrollArea,
    QStackedWidget,
    QStyle,
    QStyleOptionComboBox,
    QToolButton,
    QWidget,
)

from coachapp.ui.inputs.choices import Combo
from tests.journeys import screen

_ROUNDED = 1  # sizes of letters are fractions of pixels
_CARET = 6  # pixels around the text of a line


def faults(window: QWidget) -> list[str]:
    """One line for each text that doesn't fit and each widget that is out of reach."""
    shown = [w for w in window.findChildren(QWidget) if w.isVisible() and not w.isWindow()]
    return [
        f"{type(w).__name__} {' | '.join(screen.words_of(w))!r} in {type(w.parentWidget()).__name__}: {why}"
        for w in shown
        for why in (*_cut(w), *_out_of_sight(w), *_covered(w))
    ]


def _cut_label(label: QLabel) -> Iterator[str]:
    if not label.text():
        return
    room = label.contentsRect().size()
    if label.wordWrap():
        flags = int(Qt.TextFlag.TextWordWrap | label.alignment().value)
        needs = (
            label.fontMetrics().boundingRect(QRect(0, 0, room.width(), 1 << 20), flags, label.text()).size()
        )
    else:
        needs = label.fontMetrics().boundingRect(QRect(0, 0, 1 << 20, 1 << 20), 0, label.text()).size()
    yield from _too_small(room, needs)


def _cut_button(button: QAbstractButton) -> Iterator[str]:
    if button.hasHeightForWidth():
        needs = QSize(button.minimumSizeHint().width(), button.heightForWidth(button.width()))
    elif isinstance(button, QToolButton):
        needs = QSize(button.minimumSizeHint().width(), button.fontMetrics().height())
    else:
        needs = QSize(button.sizeHint().width(), button.fontMetrics().height())
    if button.text():
        yield from _too_small(button.size(), needs)


def _cut_line(line: QLineEdit) -> Iterator[str]:
    """Only the invitation: what is typed can be walked through."""
    words = "" if line.text() else line.placeholderText()
    needs = line.fontMetrics().horizontalAdvance(words) + _CARET
    yield from _too_small(line.contentsRect().size(), QSize(needs, 0))


def _cut_heading(header: QHeaderView) -> Iterator[str]:
    if header.orientation() == Qt.Orientation.Horizontal:
        for section in range(header.count()):
            room = QSize(header.sectionSize(section), header.height())
            if not header.isSectionHidden(section):
                yield from _too_small(room, QSize(header.sectionSizeHint(section), 0), f"section {section}")


def _cut_list(lines: QListWidget) -> Iterator[str]:
    for item in map(lines.item, range(lines.count())):
        has, needs = lines.viewport().size(), lines.sizeHintForIndex(lines.indexFromItem(item))
        if lines.wordWrap():  # then Qt tells the width of one line, and lays out as many as it takes
            has = QSize(needs.width(), lines.visualItemRect(item).height())
            needs.setHeight(_wrapped(lines, item.text()))
        else:
            needs.setHeight(0)
        yield from _too_small(has, needs, item.text())


def _wrapped(lines: QListWidget, text: str) -> int:
    """The height of the text in lines as wide as the list."""
    room = QRect(0, 0, lines.viewport().width(), 1 << 20)
    return lines.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()


def _cut_menus(bar: QMenuBar) -> Iterator[str]:
    for action in bar.actions():
        if not bar.rect().contains(bar.actionGeometry(action)):
            yield f"{action.text()} is not in the bar"


def _cut_combo(combo: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    field = combo.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, combo
    )
    words = combo.currentText() or combo.placeholderText()
    if isinstance(combo, Combo) and combo.toolTip() == words:
        return  # ends in dots, and says all of it when pointed at or opened
    icon = 0 if combo.itemIcon(combo.currentIndex()).isNull() else combo.iconSize().width() + 4
    yield from _too_small(field.size(), QSize(combo.fontMetrics().horizontalAdvance(words) + icon, 0))


def _too_small(room: QSize, needs: QSize, what: str = "") -> Iterator[str]:
    if needs.width() > room.width() + _ROUNDED or needs.height() > room.height() + _ROUNDED:
        yield f"{what} has {room.width()} x {room.height()}, needs {needs.width()} x {needs.height()}"


def _out_of_sight(widget: QWidget) -> Iterator[str]:
    """It has to lie within what it is in, unless it can be scrolled into view."""
    parent = widget.parentWidget()
    assert parent
    area = parent.parentWidget()
    within, box = parent.rect(), widget.geometry()
    if isinstance(area, QScrollArea) and area.viewport() is parent:
        off = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        across = area.horizontalScrollBarPolicy() == off and box.width() > within.width()
        down = area.verticalScrollBarPolicy() == off and box.height() > within.height()
        if across or down:
            yield f"{box} can't be scrolled in {within}"
    elif isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
        return  # a view puts its editors where its items are
    elif not isinstance(parent, QHeaderView) and not within.contains(box):
        yield f"{box} sticks out of {within}"


def _covered(widget: QWidget) -> Iterator[str]:
    """What a layout has set beside it doesn't lie over it."""
    parent = widget.parentWidget()
    if parent is None or parent.layout() is None or isinstance(parent, QStackedWidget):
        return
    for other in parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        over = other.geometry().intersected(widget.geometry())
        if other is not widget and other.isVisible() and min(over.width(), over.height()) > _ROUNDED:
            yield f"{type(other).__name__} {list(screen.words_of(other))} lies over {over}"


def _cut(widget: QWidget) -> Iterator[str]:
    for kind, look in _LOOKS.items():
        if isinstance(widget, kind):
            yield from look(widget)


_LOOKS: dict[type[QWidget], Callable[[Any], Iterator[str]]] = {
    QLabel: _cut_label,
    QAbstractButton: _cut_button,
    QComboBox: _cut_combo,
    QLineEdit: _cut_line,
    QHeaderView: _cut_heading,
    QListWidget: _cut_list,
    QMenuBar: _cut_menus,
}
