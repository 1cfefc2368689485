"""One activity that both laid: where, what to ask each other, and where it shall lie."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from coachapp.domain import blind
from coachapp.domain.blind import SAME, Compared
from coachapp.domain.framework import Framework
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.blind import people
from coachapp.ui.blind.both_boards import cell_of
from coachapp.ui.blind.people import Person
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.buttons import WordButton
from coachapp.ui.inputs.panel import Panel

_SIGN = 2.6  # steps


class Sign(QWidget):
    """The sign of one of the two; the words beside it say the same."""

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._person = person
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.space(_SIGN), theme.space(_SIGN))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        people.paint(painter, self._person, QRectF(self.rect()))


class Settling(Panel):
    """`settled(Cell)`; `another_requested`: in a cell that is pointed out on the board."""

    settled = Signal(object)
    another_requested = Signal()

    def __init__(
        self, framework: Framework, two: Sequence[Person], *, read_only: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._framework, self._cells = framework, dict[str, Cell | None]()
        self._people = two
        self._title, self._question, self._now = labels.heading("", self), labels.text(), labels.note()
        self._said = [labels.text("", self) for _person in two]
        self.theirs = [self._button(p.cell, self._chooses(p)) for p in two]
        self.both = self._button(_("Lay it there"), self._chooses(two[0]))
        self.another = self._button(_("Another cell…"), self.another_requested.emit)
        self.column.addWidget(self._title)
        for person, said in zip(two, self._said, strict=True):
            self.column.addLayout(_beside(Sign(person, self), said))
        self.column.addWidget(self._question)
        for button in self.ways:
            button.setEnabled(not read_only)
            self.column.addWidget(button)
        self.column.addWidget(self._now)

    @property
    def ways(self) -> tuple[WordButton, ...]:
        return (*self.theirs, self.both, self.another)

    def show_one(self, one: Compared) -> None:
        self._title.setText(labels.breakable(one.activity.title))
        self._question.setText(blind.question(one.apart))
        for person, said, button in zip(self._people, self._said, self.theirs, strict=True):
            cell = self._cells[person.by] = cell_of(one, person)
            where = self._framework.cell_title(cell) if cell else _("no cell")
            said.setText(person.lies(where))
            button.setVisible(cell is not None and one.apart != SAME)
            button.setAccessibleName(f"{person.cell}: {where}")
            button.setChecked(cell in one.now)
        self.both.setVisible(one.apart == SAME)
        self.both.setChecked(one.teacher in one.now)
        self.another.setChecked(bool(set(one.now) - {one.teacher, one.coach}))
        cells = ", ".join(map(self._framework.cell_title, one.now))
        self._now.setText(_("On the board: {cells}").format(cells=cells) if cells else _("Still to place"))

    def _button(self, words: str, then: Callable[[], object]) -> WordButton:
        """One of the cells to choose from; on when the activity lies there now."""
        button = WordButton(words, self)
        button.setCheckable(True)
        button.clicked.connect(lambda: then())  # noqa: PLW0108 - without Qt's own argument
        return button

    def _chooses(self, person: Person) -> Callable[[], None]:
        return lambda: self.settled.emit(self._cells[person.by])


def _beside(sign: Sign, words: QLabel) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(theme.space())
    row.addWidget(sign)
    row.addWidget(words, 1)
    return row
