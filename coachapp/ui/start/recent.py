"""The portfolios opened last: file name and folder only, for the next person may be watching."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from coachapp.i18n import gettext as _
from coachapp.i18n import language, speaking
from coachapp.ui import buttons, theme
from coachapp.ui.inputs import labels
from coachapp.ui.tasks import Task

MOST = 8


def with_path(recent: tuple[str, ...], path: Path) -> tuple[str, ...]:
    """The list with this file on top."""
    return (str(path), *(one for one in recent if one != str(path)))[:MOST]


class Seen(NamedTuple):
    """What a look at the disk told: the day of the last change, or that nothing is there."""

    there: bool
    day: str = ""


class RecentList(QWidget):
    """Asks the disk in the background: a stick or network folder may take its time."""

    open_requested = Signal(Path)
    find_requested = Signal(Path)
    forget_requested = Signal(Path)

    def __init__(self, recent: Iterable[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paths = [Path(one) for one in recent]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.space(2))
        self._grid.setVerticalSpacing(theme.space(0.5))
        self._grid.setColumnStretch(1, 1)
        for row, path in enumerate(self._paths):
            self._add_row(row, path)

    def look(self) -> None:
        """Find out which files are there and when they were changed."""
        paths, spoken = tuple(self._paths), language()
        task = Task(lambda: _seen(paths, spoken))
        task.done.connect(self._on_seen)
        task.start()

    def _add_row(self, row: int, path: Path) -> None:
        button = buttons.quiet(path.name, lambda: self.open_requested.emit(path), "board", self)
        button.setAccessibleName(_("Open {name}").format(name=path.name))
        folder = labels.note(str(path.parent), self)
        self._grid.addWidget(button, row, 0, Qt.AlignmentFlag.AlignLeading)
        self._grid.addWidget(folder, row, 1)

    def _on_seen(self, seen: list[Seen]) -> None:
        for row, one in enumerate(seen):
            if one.there:
                day = labels.note(one.day, self)
                day.setWordWrap(False)
                self._grid.addWidget(day, row, 2)
            else:
                self._show_missing(row)

    def _show_missing(self, row: int) -> None:
        path = self._paths[row]
        for column in (0, 1):
            item = self._grid.itemAtPosition(row, column)
            if item and (shown := item.widget()):
                shown.hide()
        words = _("{name} is not in {folder} any more.").format(name=path.name, folder=path.parent)
        ways = QWidget(self)
        row_of_ways = QHBoxLayout(ways)
        row_of_ways.setContentsMargins(0, 0, 0, 0)
        row_of_ways.addWidget(buttons.quiet(_("Find it"), lambda: self.find_requested.emit(path)))
        row_of_ways.addWidget(buttons.quiet(_("Forget it"), lambda: self.forget_requested.emit(path)))
        self._grid.addWidget(labels.note(words, self), row, 0, 1, 2)
        self._grid.addWidget(ways, row, 2)


def _seen(paths: Iterable[Path], spoken: str) -> list[Seen]:
    import datetime as dt  # noqa: PLC0415 - after the first paint only

    from coachapp import formats  # noqa: PLC0415

    def look(path: Path) -> Seen:
        try:
            changed = path.stat().st_mtime
        except OSError:
            return Seen(there=False)
        return Seen(there=True, day=formats.long_date(dt.datetime.fromtimestamp(changed).date()))  # noqa: DTZ006

    with speaking(spoken):
        return [look(path) for path in paths]
