"""Ambitions that can become a goal with one click."""

from functools import partial

from PySide6.QtWidgets import QWidget

from coachapp.domain import edits
from coachapp.domain.closing import without_goal
from coachapp.domain.insight import ambition_name
from coachapp.domain.portfolio import Ambition, Goal
from coachapp.domain.values import new_id
from coachapp.i18n import gettext as _
from coachapp.ui.editor import Editor
from coachapp.ui.goals import room
from coachapp.ui.inputs.buttons import WordButton
from coachapp.ui.inputs.rows import Rows


class FromAmbitions(Rows):
    """One quiet button for each ambition without a goal, while there is room for one."""

    def __init__(self, editor: Editor, conversation_id: str = "") -> None:
        super().__init__(self._button, self._name)
        self._editor, self._conversation_id = editor, conversation_id

    def refresh(self) -> None:
        portfolio = self._editor.portfolio
        may = room.is_there(portfolio) and not self._editor.read_only
        self.show_values(without_goal(portfolio) if may else ())

    def _button(self, ambition: Ambition) -> QWidget:
        button = WordButton("")
        button.clicked.connect(partial(self._on_chosen, ambition.id))
        return button

    def _name(self, button: WordButton, ambition: Ambition) -> None:
        words = _("Make a goal of “{name}”").format(name=ambition_name(self._editor.portfolio, ambition))
        button.say(words)

    def _on_chosen(self, ambition_id: str, _on: bool = False) -> None:
        portfolio = self._editor.portfolio
        ambition = next(a for a in portfolio.ambitions if a.id == ambition_id)
        name = ambition_name(portfolio, ambition)
        goal = Goal(new_id(), name, ambition_id, conversation_id=self._conversation_id)
        self._editor.apply(_("Add “{name}”").format(name=name), edits.add(goal))
