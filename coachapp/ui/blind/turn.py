"""One turn: an empty board for one of the two, which shows nothing of what the other laid."""

from collections.abc import Collection
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachapp.domain import blind, insight
from coachapp.domain.conversation import View
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.values import Cell, new_id
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext
from coachapp.ui import buttons, theme
from coachapp.ui.blind.own_board import OwnBoard
from coachapp.ui.blind.people import Person
from coachapp.ui.board.cards import Place
from coachapp.ui.board.model import BoardModel
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import labels
from coachapp.ui.settings import Settings


class Turn(NamedTuple):
    """Who lays which activities, in which conversation."""

    conversation_id: str
    person: Person
    activity_ids: Collection[str]


class TurnPage(QWidget):
    """What is laid is kept at once; `done` when this one has laid what he wants to lay."""

    done = Signal()

    def __init__(self, editor: Editor, settings: Settings, turn: Turn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(turn.person.board)
        self._editor, self._turn = editor, turn
        self._talk_id, self._by = turn.conversation_id, turn.person.by
        self._model = BoardModel(self._shown(), self)
        self.board = OwnBoard(self._model, reduced_motion=settings.reduced_motion)
        self.board.setAccessibleName(turn.person.board)
        self._count, self._hint = labels.text(), labels.note(_usual_hint())
        self.ready = buttons.primary(_("I am done"), self.done.emit, parent=self)
        self._lay_out(turn.person)
        self.board.laid.connect(self._on_laid)
        editor.changed.connect(self._on_changed)
        self.setFocusProxy(self.board)
        self._tell_count()

    def _shown(self) -> Portfolio:
        return blind.board_of(self._editor.portfolio, self._talk_id, self._by, self._turn.activity_ids)

    def _lay_out(self, person: Person) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.space(2), theme.space(), theme.space(2), theme.space())
        head.setSpacing(theme.space(2))
        head.addWidget(labels.title(person.board, self), 1)
        head.addWidget(self._count, 1)
        head.addWidget(self.ready)
        self._hint.setContentsMargins(theme.space(2), theme.space(0.5), theme.space(2), theme.space(0.5))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.board, 1)
        column.addWidget(self._hint)

    def _on_laid(self, activity_ids: Collection[str], place: Place) -> None:
        if place and not isinstance(place, Cell):
            self._say(_("Here you only choose a cell. A card that fits nowhere may stay to place."))
            return
        self._say(_usual_hint())
        step = blind.take_back(self._talk_id, self._by, activity_ids)
        if isinstance(place, Cell):
            step = blind.lay([View(new_id(), self._talk_id, a, place, self._by) for a in activity_ids])
        # the turn is one step, whose name tells the other nothing
        self._editor.apply(_("Place apart"), step, merge=f"apart {self._talk_id} {self._by}")
        laid = blind.laid(self._editor.portfolio, self._talk_id, self._by)
        self.board.choose(laid[a].id if a in laid else a for a in activity_ids)

    def _on_changed(self) -> None:
        self.board.show_portfolio(self._shown())
        self._tell_count()

    def _tell_count(self) -> None:
        left = len(insight.beside_board(self._model.portfolio, ""))
        words = ngettext("{count} card to place", "{count} cards to place", left).format(count=left)
        self._count.setText(words if left else _("All cards have a place."))

    def _say(self, words: str) -> None:
        if words != self._hint.text():
            self._hint.setText(words)
            self.board.say(words)


def _usual_hint() -> str:
    return _(
        "Drag a card to its cell, or click the card and then the cell. With the keyboard: Space picks up, "
        "the arrows choose, Space lays down. Ask “who notices it?” when you are in doubt."
    )
