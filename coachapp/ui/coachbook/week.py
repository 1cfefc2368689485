"""The first page: this week at a glance, which asks nothing and removes nothing."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachapp import formats
from coachapp.domain.coach_book.week import Due, first_day, this_week
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, theme
from coachapp.ui.coachbook.editor import BookEditor
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.panel import Panel

_MOST: Final = 12  # of a kind, until all are asked for


class WeekPage(QWidget):
    """`chosen(id)`: show this coachee."""

    chosen = Signal(str)

    def __init__(self, editor: BookEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._parts = QVBoxLayout()
        self._parts.setSpacing(theme.space(2))
        self._shown: tuple[Due, ...] | None = None
        self._whole: set[str] = set()
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space(3),) * 4)
        column.setSpacing(theme.space(2))
        column.addWidget(labels.title(_("This week at a glance"), self))
        column.addLayout(self._parts)
        column.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Show what is due as of today; what is shown already stays the same widgets."""
        today = dt.date.today()  # noqa: DTZ011 - the coach's day
        due = this_week(self._editor.book, today)
        if due != self._shown:
            self._shown = due
            self._show(due, today)

    def _show(self, due: Sequence[Due], today: dt.date) -> None:
        while item := self._parts.takeAt(0):
            if part := item.widget():
                part.hide()
                part.deleteLater()
        for kind, title, why in _kinds():
            self._add([one for one in due if one.kind == kind], title, why, today)
        if not due:
            self._parts.addWidget(labels.note(_("Nothing this week. Find a coachee on the left."), self))

    def _add(self, due: Sequence[Due], title: str, why: str, today: dt.date) -> None:
        if not due:
            return
        panel = Panel(self)
        panel.column.addWidget(labels.heading(title, panel))
        if why:
            panel.column.addWidget(labels.note(why, panel))
        kind = due[0].kind
        shown = due if kind in self._whole else due[:_MOST]
        for one in shown:
            panel.column.addLayout(self._row(one, today))
        if len(shown) < len(due):
            words = _("Show all {count}").format(count=len(due))
            more = buttons.quiet(words, lambda: self._show_whole(kind), parent=panel)
            panel.column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)
        self._parts.addWidget(panel)

    def _show_whole(self, kind: str) -> None:
        self._whole.add(kind)
        self._shown = None
        self.refresh()

    def _row(self, due: Due, today: dt.date) -> QHBoxLayout:
        button = buttons.quiet(due.coachee.alias, lambda: self.chosen.emit(due.coachee.id), parent=self)
        words = " · ".join(filter(None, (_when(due, today), due.text)))
        button.setAccessibleName(f"{due.coachee.alias}: {words}")
        row = QHBoxLayout()
        row.setSpacing(theme.space())
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(labels.text(labels.breakable(words), self), 1)
        return row


def _kinds() -> tuple[tuple[str, str, str], ...]:
    keep = _("You wanted to look whether you still need these. Nothing goes by itself.")
    return ("talk", _("Talks"), ""), ("ask", _("To ask after"), ""), ("keep", _("Kept until"), keep)


def _when(due: Due, today: dt.date) -> str:
    day = first_day(due.date)
    if due.date == today.isoformat():
        return _("Today")
    if due.kind == "talk" and day < today:
        return _("{date}: did you meet?").format(date=formats.day(due.date))
    return formats.day(due.date)
