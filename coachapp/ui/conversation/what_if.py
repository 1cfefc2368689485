"""What if…: a line to type what one might do in the cell in view, and what is tried so far."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.domain.edits import Edit
from coachapp.domain.framework import Framework
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.announce import announce
from coachapp.ui.board.cards import Card
from coachapp.ui.conversation import tries
from coachapp.ui.conversation.tries import Tries
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.buttons import WordButton
from coachapp.ui.inputs.flow import FlowLayout
from coachapp.ui.inputs.newline import NewLine
from coachapp.ui.inputs.panel import Panel
from coachapp.ui.inputs.rows import Rows


class WhatIf(QWidget):
    """`kept(ids)`: these cards are now in the portfolio."""

    kept = Signal(object)

    def __init__(self, editor: Editor, laid: Tries, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._tries = editor, laid
        self._cell: Cell | None = None
        self.new = NewLine(_("What if I would…"))
        self._complaint = labels.complaint()
        self._note = labels.note(_("These cards are in no file. They vanish unless you keep them."))
        self.rows = Rows(self._row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space())
        column.addWidget(labels.heading(_("What if…")))
        for part in (self.new, self._complaint, self.rows, self._note):
            column.addWidget(part)
        self.new.entered.connect(self.lay)
        self.new.complaint.connect(self._complain)
        laid.changed.connect(self._show)
        self.show_cell(None)

    def show_cell(self, cell: Cell | None) -> None:
        """What is typed comes to lie here."""
        self._cell = cell
        self.new.setEnabled(cell is not None)
        self._show()

    def lay(self, title: str) -> None:
        if self._cell is not None:
            self._tries.lay(title, self._cell)
            where = self._framework.cell_title(self._cell)
            announce(self, _("Laid as a try in {cell}: {title}").format(cell=where, title=title))

    @property
    def _framework(self) -> Framework:
        return self._editor.portfolio.framework

    def _show(self) -> None:
        self.rows.show_values(self._tries.cards)
        self._note.setVisible(bool(self._tries.cards))

    def _row(self, card: Card) -> QWidget:
        assert card.placement
        panel = Panel()
        panel.column.addWidget(labels.text(card.activity.title))
        panel.column.addWidget(labels.note(self._framework.cell_title(card.placement.cell)))
        flow = FlowLayout()
        for word, then in (
            (_("Keep as a card"), self._keep_card),
            (_("Keep as an ambition"), self._keep_ambition),
            (_("Take it away"), self._take_away),
        ):
            button = WordButton(word)
            button.setAccessibleName(f"{word}: {card.activity.title}")
            button.setEnabled(then == self._take_away or not self._editor.read_only)
            button.clicked.connect(lambda _on=False, then=then: then(card))
            flow.addWidget(button)
        panel.column.addLayout(flow)
        return panel

    def _keep_card(self, card: Card) -> None:
        self._keep(card, tries.as_activity(card), (card.id,))

    def _keep_ambition(self, card: Card) -> None:
        self._keep(card, tries.as_ambition(card), ())

    def _keep(self, card: Card, edit: Edit, ids: tuple[str, ...]) -> None:
        if self._editor.apply(_("Keep “{name}”").format(name=card.activity.title), edit):
            self._tries.take_away(card)
            announce(self, _("Kept: {title}").format(title=card.activity.title))
            self.kept.emit(ids)
        self.new.setFocus()

    def _take_away(self, card: Card) -> None:
        self._tries.take_away(card)
        announce(self, _("Taken away: {title}").format(title=card.activity.title))
        self.new.setFocus()

    def _complain(self, text: str) -> None:
        self._complaint.setText(text)
        self._complaint.setVisible(bool(text))
