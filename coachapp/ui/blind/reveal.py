"""Both boards over each other, and beside them what to talk about and to settle."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coachapp.domain import blind, edits
from coachapp.domain.blind import SAME, Compared
from coachapp.domain.conversation import Conversation
from coachapp.domain.edits import Edit
from coachapp.domain.portfolio import Ambition, Placement
from coachapp.domain.values import Cell, new_id
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, theme
from coachapp.ui.announce import announce
from coachapp.ui.blind.both_boards import BothBoards, BothModel
from coachapp.ui.blind.differences import Differences
from coachapp.ui.blind.people import people
from coachapp.ui.blind.settling import Settling
from coachapp.ui.board.changes import today
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.buttons import WordButton
from coachapp.ui.inputs.following import following
from coachapp.ui.settings import Settings

_PART = 0.4  # of the width, at most
_LIST = 8  # steps, at least
_BAR = 16  # pixels for a scroll bar


class RevealPage(QWidget):
    """`done`: back to the conversation."""

    done = Signal()

    def __init__(
        self, editor: Editor, settings: Settings, talk: Conversation, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Both boards"))
        self._editor, self._talk = editor, talk
        self._settled: set[str] = set()  # also where it lay already
        self._every: dict[str, Compared] = {}
        two = people(talk)
        self._model = BothModel(blind.over_each_other(editor.portfolio, talk.id), self._compared(), two, self)
        self.board = BothBoards(self._model, reduced_motion=settings.reduced_motion)
        self.list = Differences(self)
        self.panel = Settling(editor.portfolio.framework, two, read_only=editor.read_only, parent=self)
        self.all_same = WordButton(_("Lay all of the same cell there"), self)
        self._hint = labels.note()
        self._words = {one.activity.id: self._model.words(one) for one in self._compared()}
        self._side = self._pane()
        self._lay_out()
        self._connect()
        self._refresh()
        self.setFocusProxy(self.list)

    def _pane(self) -> QScrollArea:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(*(theme.space(2),) * 4)
        column.setSpacing(theme.space(1.5))
        column.addWidget(labels.title(_("Both boards"), side))
        column.addWidget(self.list, 1)
        column.addWidget(self.all_same)
        column.addWidget(self.panel)
        self.list.setMinimumHeight(theme.space(_LIST))
        return following(side)

    def _lay_out(self) -> None:
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.board, 1)
        beside.addWidget(self._side)
        below = QHBoxLayout()
        below.setContentsMargins(theme.space(2), theme.space(0.5), theme.space(2), theme.space(1.5))
        below.setSpacing(theme.space(2))
        below.addWidget(self._hint, 1)
        below.addWidget(buttons.primary(_("Back to the conversation"), self.done.emit, parent=self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(beside, 1)
        column.addLayout(below)

    def _connect(self) -> None:
        self._editor.changed.connect(self._refresh)
        self.list.turned_to.connect(self._on_turned_to)
        self.board.chosen.connect(self._on_chosen)
        self.board.ambition_requested.connect(lambda _from, cell: self._settle(cell))
        self.board.hand.changed.connect(self._on_hand_changed)
        self.all_same.clicked.connect(lambda: self._settle_same())  # noqa: PLW0108 - without Qt's argument
        self.panel.settled.connect(self._settle)
        self.panel.another_requested.connect(self._point_out)

    def _compared(self) -> tuple[Compared, ...]:
        return blind.compared(self._editor.portfolio, self._talk.id)

    def _refresh(self) -> None:
        every = self._compared()
        self._every = {one.activity.id: one for one in every}
        self.list.show_all(every, self._words, self._done())
        self.all_same.setVisible(not self._editor.read_only and bool(self._open_same()))
        self._say_hint()

    def _open_same(self) -> list[Compared]:
        return [one for one in self._every.values() if one.apart == SAME and one.teacher not in one.now]

    def _on_turned_to(self, activity_id: str) -> None:
        self.panel.show_one(self._every[activity_id])
        self.board.turn_to(activity_id)

    def _on_chosen(self) -> None:
        """A card that is clicked is turned to in the list; a cell is nobody's."""
        cards = self.board.chosen_cards()
        if not cards:
            return
        activity_id = cards[0].activity.id
        if self.list.current() != activity_id:
            self.list.turn_to(activity_id)
        elif len(cards) != len(self.board.cards_of(activity_id)):
            self.board.turn_to(activity_id)

    def _point_out(self) -> None:
        """Let the hand look for the cell."""
        one = self._every[self.list.current()]
        self.board.setFocus()
        self.board.hand.aim(Ambition(new_id(), activity_id=one.activity.id, origin=one.teacher or one.coach))
        self.board.hand.over(one.teacher or one.coach)
        self.board.say(self._hint.text())

    def _settle(self, cell: Cell) -> None:
        activity_id = self.list.current()
        title = self._every[activity_id].activity.title
        step = blind.settle(Placement(new_id(), activity_id, cell, placed_on=today()))
        self._settled.add(activity_id)
        self._apply(_("Settle where “{title}” lies").format(title=title), step)
        where = self._editor.portfolio.framework.cell_title(cell)
        announce(self, _("“{title}” lies in {cell} now.").format(title=title, cell=where))

    def _settle_same(self) -> None:
        same = [(one.activity.id, one.teacher) for one in self._open_same()]
        cards = [Placement(new_id(), name, cell, placed_on=today()) for name, cell in same if cell]
        self._settled.update(name for name, _cell in same)
        self._apply(_("Lay what both laid in the same cell"), edits.in_order(*map(blind.settle, cards)))

    def _apply(self, label: str, step: Edit) -> None:
        before = self._editor.portfolio
        self._editor.apply(label, step)
        if self._editor.portfolio is before:  # it lay there already
            self._refresh()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._go_on()

    def _done(self) -> set[str]:
        return self._settled | {name for name, one in self._every.items() if one.settled}

    def _go_on(self) -> None:
        """To the next one that is not settled, as in a talk."""
        done = self._done()
        ids = self.list.ids()
        after = ids.index(self.list.current()) + 1
        left = [name for name in (*ids[after:], *ids[:after]) if name not in done]
        if left:
            self.list.turn_to(left[0])

    def _on_hand_changed(self) -> None:
        """Once nothing is pointed out any more the keyboard is with the list again."""
        self._say_hint()
        if self.board.hand.held is None and self.board.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_hint(self) -> None:
        aims = self.board.hand.held is not None
        pointing = _(
            "Click the cell where it shall lie, or choose it with the arrow keys and Space. Esc: leave it."
        )
        usual = _("Choose one in the list, talk about the question, then choose where it lies.")
        self._hint.setText(pointing if aims else usual)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = round(min(theme.space(46), self.width() * _PART))
        inner = self._side.widget()
        self._side.setFixedWidth(max(wanted, inner.minimumSizeHint().width() + _BAR if inner else 0))
