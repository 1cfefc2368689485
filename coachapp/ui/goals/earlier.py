"""Goals that were looked back on: folded away, with how each of them went."""

from coachapp.domain.portfolio import Goal
from coachapp.i18n import gettext as _
from coachapp.ui.editor import Editor
from coachapp.ui.goals.goal import GoalCard
from coachapp.ui.inputs.fold import Fold
from coachapp.ui.inputs.rows import Rows


class EarlierGoals(Fold):
    def __init__(self, editor: Editor) -> None:
        super().__init__(_("Earlier goals"))
        self._editor = editor
        self._goals = Rows(self._card, GoalCard.show_goal)
        self.body.addWidget(self._goals)
        self.toggled.connect(self.refresh)

    def refresh(self) -> None:
        """The cards are made only when somebody wants to see them."""
        earlier = [goal for goal in self._editor.portfolio.goals if goal.status]
        self.setVisible(bool(earlier))
        self._goals.show_values(earlier if self.is_open else ())

    def _card(self, goal: Goal) -> GoalCard:
        return GoalCard(self._editor, goal)
