"""One cell of the board: what it is, examples, questions, and where it leads to."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.domain.framework import Path, Term
from coachapp.domain.portfolio import Ambition
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.ui.detail import laying
from coachapp.ui.detail.ambitions import Ambitions
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import labels, words
from coachapp.ui.inputs.buttons import WordButton
from coachapp.ui.inputs.rows import Rows
from coachapp.ui.theme import STEP


class CellDetail(QWidget):
    """Reads from top to bottom; nothing here has to be filled in."""

    cell_requested = Signal(Cell)
    ambition_requested = Signal(object)

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._cell: Cell | None = None
        self._texts = QWidget()
        self._examples = Rows(self._example, self._fill_example)
        self._after = QWidget()
        self._ambitions = Ambitions(editor)
        self._ambitions.ambition_requested.connect(self.ambition_requested)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(STEP * 2)
        for part in (self._texts, self._examples, self._ambitions, self._after):
            self._layout.addWidget(part)

    def show_cell(self, cell: Cell) -> None:
        """Show this cell; when it is shown already, only what the portfolio changes in it."""
        if cell != self._cell:
            self._cell = cell
            self._texts = self._replace(self._texts, self._reading(cell))
            self._after = self._replace(self._after, self._leading(cell))
        framework = self._editor.portfolio.framework
        self._examples.show_values(framework.examples(cell))
        self._ambitions.show_wish(Ambition("", origin=cell), framework.cell_title(cell))

    def flush(self) -> None:
        self._ambitions.flush()

    def _replace(self, old: QWidget, new: QWidget) -> QWidget:
        self._layout.replaceWidget(old, new)
        old.hide()
        old.deleteLater()
        return new

    def _reading(self, cell: Cell) -> QWidget:
        """What the cell is, in words."""
        framework = self._editor.portfolio.framework
        part, layout = _part()
        layout.addWidget(labels.title(framework.cell_title(cell)))
        layout.addWidget(labels.text(f"{framework.role(cell.role).text} {framework.level(cell.level).text}"))
        for sector in framework.sectors:
            accent = sector.accent(cell.role)
            if accent is not None and sector.id in self._editor.portfolio.sectors:
                layout.addWidget(labels.note(f"{words.sentence(sector.title)}: {accent}"))
        layout.addSpacing(STEP)
        layout.addWidget(labels.heading(_("Examples")))
        return part

    def _leading(self, cell: Cell) -> QWidget:
        """Questions, what lies beside, and the paths through it."""
        framework = self._editor.portfolio.framework
        part, layout = _part()
        if questions := framework.questions_for(cell):
            layout.addWidget(labels.heading(_("Questions for this cell")))
            for question in questions:
                layout.addWidget(labels.text(str(question.text)))
        layout.addSpacing(STEP)
        layout.addWidget(labels.heading(_("Beside this cell")))
        for other in framework.beside(cell):
            layout.addWidget(self._way(other, framework.cell_title(other)))
        for path in framework.paths_through(cell):
            self._add_path(layout, path, cell)
        return part

    def _add_path(self, layout: QVBoxLayout, path: Path, here: Cell) -> None:
        framework = self._editor.portfolio.framework
        name = framework.word("role_profile", path.profile)
        layout.addSpacing(STEP)
        layout.addWidget(labels.heading(_("Role path: {name}").format(name=name)))
        for stop in path.stops:
            title = framework.cell_title(stop.cell)
            if stop.cell == here:
                layout.addWidget(labels.heading(_("Here: {text}").format(text=stop.text)))
            else:
                line = f"{framework.level(stop.cell.level).title}: {stop.text}"
                layout.addWidget(self._way(stop.cell, line, f"{title}: {stop.text}"))

    def _way(self, cell: Cell, line: str, spoken: str = "") -> WordButton:
        choice = words.cell_choice(self._editor.portfolio.framework, cell)
        button = WordButton(line, None, choice.sign, choice.hue)
        button.setAccessibleName(spoken or line)
        button.clicked.connect(lambda: self.cell_requested.emit(cell))
        return button

    def _example(self, example: Term) -> QWidget:
        part, layout = _part()
        layout.addWidget(labels.text(str(example.text)))
        button = WordButton("")
        button.setObjectName("do-this")
        button.clicked.connect(lambda: self._on_do_this(example))
        layout.addWidget(button)
        return part

    def _fill_example(self, part: QWidget, example: Term) -> None:
        button = part.findChild(WordButton, "do-this")
        assert button is not None
        lies = self._lies_here(example)
        button.setText(_("This lies here") if lies else _("I do this too"))
        button.setAccessibleName(f"{button.text()}: {example.text}")
        button.setEnabled(not lies and not self._editor.read_only)

    def _lies_here(self, example: Term) -> bool:
        titles = {form for _language, text in example.text.by_language for form in (text, _title(text))}
        portfolio = self._editor.portfolio
        here = {p.activity_id for p in portfolio.placements if p.cell == self._cell}
        return any(a.id in here and a.title in titles for a in portfolio.activities)

    def _on_do_this(self, example: Term) -> None:
        assert self._cell is not None
        title = _title(str(example.text))
        self._editor.apply(_("Place “{name}”").format(name=title), laying.lay_new(title, self._cell))


def _title(sentence: str) -> str:
    """A sentence as a title, which has no full stop; three of them say that it goes on."""
    return sentence if sentence.endswith("..") else sentence.removesuffix(".")


def _part() -> tuple[QWidget, QVBoxLayout]:
    part = QWidget()
    layout = QVBoxLayout(part)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(STEP // 2)
    return part, layout
