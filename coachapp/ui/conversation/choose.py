"""Choose: one to three goals, who does what for them, and what is taken up together."""

from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.domain import edits
from coachapp.domain.closing import goals_now
from coachapp.domain.portfolio import Goal
from coachapp.domain.values import new_id
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.conversation.talk import Talk
from coachapp.ui.goals import room
from coachapp.ui.goals.actions import Actions
from coachapp.ui.goals.agreements import Agreements
from coachapp.ui.goals.earlier import InSight
from coachapp.ui.goals.from_ambitions import FromAmbitions
from coachapp.ui.goals.goal import GoalCard
from coachapp.ui.goals.who_else import WhoElse
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.form import Form
from coachapp.ui.inputs.newline import NewLine
from coachapp.ui.inputs.opening import Opening
from coachapp.ui.inputs.rows import Rows


class ChoosePart(QWidget):
    """What is made here belongs to this conversation; goals of before stand here as long as they hold."""

    def __init__(self, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._id = talk.editor, talk.id
        self._goals, self._known = Rows(self._line, self._show_line), frozenset[str]()
        self._shown, self._in_sight = False, InSight()
        self._from, self._else = FromAmbitions(self._editor, self._id), WhoElse(self._editor)
        self._hint, self._new = labels.note(), NewLine(_("New goal…"))
        self._new.entered.connect(self._on_new)
        self._goals.otherwise = self._new
        self._new.setToolTip(_("Ctrl+G: a new goal"))
        QShortcut(QKeySequence("Ctrl+G"), self, self._new.setFocus)
        self._loose = Actions(self._editor, "", self._id)
        self._together = Agreements(self._editor, self._id, together=True)
        self._lay_out()

    def refresh(self) -> None:
        portfolio = self._editor.portfolio
        goals = self._in_sight.among(portfolio.goals)
        self._goals.show_values(goals)
        self._known, self._shown = frozenset(goal.id for goal in goals), True
        self._loose.setVisible(self._loose.refresh())
        for part in (self._from, self._else, self._together):
            part.refresh()
        self._hint.setText(room.words(portfolio))
        self._new.setEnabled(room.is_there(portfolio) and not self._editor.read_only)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        for sight in (self._in_sight, self._together.in_sight):
            sight.forget()

    def flush(self) -> None:
        for form in self.findChildren(Form):
            form.flush()

    def _line(self, goal: Goal) -> QWidget:
        """What is new, and what is the only one, stands open."""
        line = Opening(lambda: GoalCard(self._editor, goal, self._id), GoalCard.show_goal)
        line.show_value(goal, goal.title)
        alone = len(goals_now(self._editor.portfolio)) == 1
        line.open(alone or (self._shown and goal.id not in self._known))
        return line

    def _show_line(self, line: Opening, goal: Goal) -> None:
        line.show_value(goal, goal.title)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space())
        column.addWidget(labels.heading(_("Goals")))
        for part in (self._hint, self._goals, self._from, self._new, self._loose):
            column.addWidget(part)
        column.addSpacing(theme.space())
        column.addWidget(labels.heading(_("To take up together")))
        column.addWidget(self._together)
        column.addWidget(self._else)  # below it nothing moves when it comes and goes

    def _on_new(self, title: str) -> None:
        goal = Goal(new_id(), title, conversation_id=self._id)
        if self._editor.apply(_("Add “{name}”").format(name=title), edits.add(goal)):
            self._goals.widget(goal.id).findChildren(NewLine)[-1].setFocus()  # and who does what for it?
