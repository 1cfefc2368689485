"""Where to from here: career lines, deepening and letting go as equal choices; each makes an ambition."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.domain import directions, edits
from coachapp.domain.framework import Framework
from coachapp.domain.portfolio import Ambition
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.ui import shapes, theme
from coachapp.ui.announce import announce
from coachapp.ui.conversation.talk import Talk
from coachapp.ui.inputs import labels, words
from coachapp.ui.inputs.buttons import WordButton
from coachapp.ui.inputs.flow import FlowLayout
from coachapp.ui.inputs.rows import Rows


class WaysOn(QWidget):
    """From the chosen card, or else from the cell in view."""

    def __init__(self, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = talk.editor
        self._start, self._name = Ambition(""), ""
        self._line = ""
        self.from_where, self.said = labels.note(), labels.note()
        self.buttons = {line: self._button(line) for line in directions.lines(self._framework)}
        self.targets = Rows(self._target, key=str)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(0.5))
        column.addWidget(labels.heading(_("Where to from here?")))
        column.addWidget(self.from_where)
        flow = FlowLayout()
        for button in self.buttons.values():
            flow.addWidget(button)
        column.addLayout(flow)
        column.addWidget(self.targets)
        column.addWidget(self.said)
        self.targets.hide()
        self.said.hide()

    @property
    def _framework(self) -> Framework:
        return self._editor.portfolio.framework

    def show_start(self, start: Ambition, name: str) -> None:
        """What starts here is made from this card or cell."""
        if (start, name) != (self._start, self._name):
            self._start, self._name = start, name
            self._ask("")
            self.said.hide()
        self.from_where.setText(labels.breakable(_("From: {name}").format(name=name)))

    def choose(self, line: str) -> None:
        """Take this way; where it may lead to several cells, those are asked for first."""
        if directions.targets(self._framework, line, self._cell):
            self._ask("" if line == self._line else line)
        else:
            self._ask("")
            self._wish(line, None)

    @property
    def _cell(self) -> Cell:
        assert self._start.origin
        return self._start.origin

    def _ask(self, line: str) -> None:
        self._line = line
        for one, button in self.buttons.items():
            button.setChecked(bool(line) and one == line)
        self.targets.show_values(directions.targets(self._framework, line, self._cell) if line else ())

    def _wish(self, line: str, target: Cell | None) -> None:
        framework = self._framework
        wished = directions.wish(framework, line, self._start, target, self._name)
        if directions.is_there(self._editor.portfolio, wished):
            self._tell(_("That is among the ambitions already."))
            return
        label = _("Ambition for “{name}”").format(name=self._name)
        if self._editor.apply(label, edits.add(wished)):
            self._ask("")
            way = framework.word("career_line", line) if line else _("let it go")
            where = f" · {framework.cell_title(target)}" if target else ""
            self._tell(_("Kept as an ambition: {name}, {way}").format(name=self._name, way=way) + where)

    def _tell(self, text: str) -> None:
        self.said.setText(labels.breakable(text))
        self.said.show()
        announce(self, text)

    def _button(self, line: str) -> WordButton:
        sign = {directions.DEEPEN: shapes.deepening_ring(), directions.LET_GO: shapes.letting_go()}
        named = self._framework.word("career_line", line) if line else _("let it go")
        button = WordButton(words.sentence(named), self, sign.get(line, shapes.arriving()))
        button.setCheckable(True)
        button.setEnabled(not self._editor.read_only)
        button.clicked.connect(lambda _on=False: self.choose(line))
        return button

    def _target(self, cell: Cell) -> WordButton:
        choice = words.cell_choice(self._framework, cell)
        button = WordButton(choice.word, None, choice.sign, choice.hue)
        button.clicked.connect(lambda: self._wish(self._line, cell))
        return button
