"""The cell in view: what it is, in her own sector, examples to try, and what lies beside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.domain.portfolio import Portfolio
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.inputs import labels, words
from coachapp.ui.inputs.buttons import WordButton
from coachapp.ui.inputs.fold import Fold


class AroundCell(QWidget):
    """`cell_wanted(Cell)`: another cell, beside this one. `example_wanted(str)`: try this here."""

    cell_wanted = Signal(object)
    example_wanted = Signal(str)

    def __init__(self, portfolio: Portfolio, cell: Cell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._portfolio, self._cell = portfolio, cell
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(0.5))
        self._add_beside()
        self._add_examples()

    def _add_beside(self) -> None:
        framework = self._portfolio.framework
        self._column.addWidget(labels.heading(_("Beside this cell")))
        for other in framework.beside(self._cell):
            choice = words.cell_choice(framework, other)
            button = WordButton(choice.word, None, choice.sign, choice.hue)
            button.clicked.connect(lambda _on=False, other=other: self.cell_wanted.emit(other))
            self._column.addWidget(button)

    def _add_examples(self) -> None:
        examples = self._portfolio.framework.examples(self._cell)
        if not examples:
            return
        fold = Fold(_("Examples"))
        fold.body.addWidget(labels.note(_("What if I would do this? A click lays it here as a try.")))
        for example in examples:
            text = str(example.text)
            button = WordButton(text)
            button.setAccessibleName(_("What if: {text}").format(text=text))
            button.clicked.connect(lambda _on=False, text=text: self.example_wanted.emit(text))
            fold.body.addWidget(button)
        self._column.addWidget(fold)


def head(portfolio: Portfolio, cell: Cell) -> QWidget:
    """What the cell is, and what stands out there in her own sectors."""
    framework = portfolio.framework
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.space(0.5))
    column.addWidget(labels.heading(framework.cell_title(cell)))
    column.addWidget(labels.text(f"{framework.role(cell.role).text} {framework.level(cell.level).text}"))
    for sector in framework.sectors:
        accent = sector.accent(cell.role)
        if accent is not None and sector.id in portfolio.sectors:
            column.addWidget(labels.note(f"{words.sentence(sector.title)}: {accent}"))
    return part
