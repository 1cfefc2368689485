"""Tells assistive technology where the focus and the selection are.

QListView's own events ask its private layout for the child, which knows nothing of ours.
"""

from collections.abc import Iterable

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget


def focus(view: QWidget, row: int) -> None:
    _tell(view, QAccessible.Event.Focus, (row,))


def selected(view: QWidget, rows: Iterable[int]) -> None:
    _tell(view, QAccessible.Event.SelectionAdd, rows)


def deselected(view: QWidget, rows: Iterable[int]) -> None:
    _tell(view, QAccessible.Event.SelectionRemove, rows)


def _tell(view: QWidget, kind: QAccessible.Event, rows: Iterable[int]) -> None:
    if not QAccessible.isActive():
        return
    for row in rows:
        event = QAccessibleEvent(view, kind)
        event.setChild(row)
        QAccessible.updateAccessibility(event)
