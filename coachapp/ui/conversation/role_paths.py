"""Role paths: how one role runs across the board, drawn there and told stop by stop."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.domain.framework import Framework, Path, Stop
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.announce import announce
from coachapp.ui.inputs import labels, words
from coachapp.ui.inputs.buttons import WordButton
from coachapp.ui.inputs.rows import Rows


class RolePaths(QWidget):
    """`path_shown(cells)`: draw this path; no cells: none. `cell_wanted(Cell)`: go to this stop."""

    path_shown = Signal(object)
    cell_wanted = Signal(object)

    def __init__(self, framework: Framework, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._framework = framework
        self._chosen = ""
        self._offered: Sequence[Path] = ()
        self.rows = Rows(self._row, self._fill, key=lambda path: path.profile)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(0.5))
        column.addWidget(labels.heading(_("Role paths across the board")))
        column.addWidget(self.rows)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The stops of the path that is shown."""
        return tuple(
            stop.cell for path in self._offered if path.profile == self._chosen for stop in path.stops
        )

    def offer(self, paths: Sequence[Path]) -> None:
        """These may be shown; one that is shown stays so while it is among them."""
        self._offered = paths
        if not self.cells:
            self._chosen = ""
        self.setVisible(bool(paths))
        self._show()

    def choose(self, path: Path) -> None:
        """Show this path, or none when it was shown."""
        self._chosen = "" if path.profile == self._chosen else path.profile
        self._show()
        if self._chosen:
            stops = ". ".join(self._told(number, stop) for number, stop in enumerate(path.stops, 1))
            announce(self, f"{self._name(path)}. {stops}")

    def _show(self) -> None:
        self.rows.show_values(self._offered)
        self.path_shown.emit(self.cells)

    def _row(self, path: Path) -> QWidget:
        row, stops = _column(), _column()
        button = WordButton(self._name(path))
        button.setObjectName("path")
        button.setCheckable(True)
        button.clicked.connect(lambda: self.choose(path))
        stops.setObjectName("stops")
        for number, stop in enumerate(path.stops, 1):
            _add(stops, self._way(number, stop))
        _add(row, button)
        _add(row, stops)
        return row

    def _fill(self, row: QWidget, path: Path) -> None:
        row.findChild(WordButton, "path").setChecked(path.profile == self._chosen)  # type: ignore[union-attr]
        row.findChild(QWidget, "stops").setVisible(path.profile == self._chosen)  # type: ignore[union-attr]

    def _way(self, number: int, stop: Stop) -> WordButton:
        """A stop of the path, with the number that stands in its cell."""
        choice = words.cell_choice(self._framework, stop.cell)
        button = WordButton(self._told(number, stop), None, choice.sign, choice.hue)
        button.setAccessibleName(f"{number}: {choice.word}: {stop.text}")
        button.clicked.connect(lambda: self.cell_wanted.emit(stop.cell))
        return button

    def _told(self, number: int, stop: Stop) -> str:
        return f"{number} {self._framework.level(stop.cell.level).title}: {stop.text}"

    def _name(self, path: Path) -> str:
        return words.sentence(self._framework.word("role_profile", path.profile))


def _column() -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.space(0.25))
    return part


def _add(part: QWidget, widget: QWidget) -> None:
    layout = part.layout()
    assert layout is not None
    layout.addWidget(widget)
