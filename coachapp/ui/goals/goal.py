"""One goal: what, why, what pupils will notice, questions that can help, and its actions."""

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from coachapp.domain import edits
from coachapp.domain.insight import ambition_name
from coachapp.domain.portfolio import Goal, Portfolio
from coachapp.i18n import gettext as _
from coachapp.ui.editor import Editor
from coachapp.ui.evidence.part import EvidencePart
from coachapp.ui.goals.actions import Actions
from coachapp.ui.goals.outcomes import outcome_form
from coachapp.ui.goals.perspectives import perspectives
from coachapp.ui.inputs.choices import Choice, Combo
from coachapp.ui.inputs.fold import Fold
from coachapp.ui.inputs.form import Form, changing
from coachapp.ui.inputs.panel import Panel
from coachapp.ui.inputs.text import ProseInput, TitleInput


class GoalCard(Panel):
    """Nothing here has to be filled in but the goal itself."""

    def __init__(
        self, editor: Editor, goal: Goal, conversation_id: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editor = editor
        self._goal = goal
        self._form = Form(editor, changing(Goal))
        self._form.add("title", _("Goal"), TitleInput())
        self._form.add("ambition_id", _("Ambition"), Combo())
        self._form.add("why", _("Why"), ProseInput())
        self._form.add("noticed", _("What students will notice"), ProseInput())
        folded = (
            (_("Questions that can help"), _prompts(editor)),
            (_("Seen from three sides"), perspectives(editor)),
            (_("How it went"), outcome_form(editor, Goal)),
        )
        self._more = [form for _title, form in folded]
        self._actions = Actions(editor, goal.id, conversation_id)
        self._evidence = EvidencePart(editor)
        removing = Form(editor, changing(Goal))
        removing.add_button(_("Remove this goal"), self._on_remove)
        helping, sides, went = (_folded(*one) for one in folded)
        for part in (self._form, helping, sides, self._actions, self._evidence, went, removing):
            self.column.addWidget(part)
        self.setAcceptDrops(not editor.read_only)

    def show_goal(self, goal: Goal) -> None:
        self._goal = goal
        self._form.input("ambition_id").offer(_ambitions(self._editor.portfolio))
        for form in (self._form, *self._more):
            form.show_items((goal,), goal.title)
        self._actions.refresh()
        self._evidence.show_owner(goal_id=goal.id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file that is dropped anywhere here is evidence."""
        self._evidence.dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._evidence.dropEvent(event)

    def _on_remove(self) -> None:
        step = _("Remove “{name}”").format(name=self._goal.title)
        self._editor.apply(step, edits.remove(Goal, (self._goal.id,)))


def _folded(title: str, form: Form) -> Fold:
    fold = Fold(title)
    fold.body.addWidget(form)
    return fold


def _prompts(editor: Editor) -> Form:
    """The letters of SMART as questions."""
    form = Form(editor, changing(Goal))
    form.add("specific", _("What exactly will be different?"), ProseInput())
    form.add("measurable", _("How will you notice that it works?"), ProseInput())
    form.add("acceptable", _("Who is glad about this, and who has to agree?"), ProseInput())
    form.add("realistic", _("What makes it possible, and what stands in the way?"), ProseInput())
    form.add("time_bound", _("When will you look back together?"), ProseInput())
    return form


def _ambitions(portfolio: Portfolio) -> list[Choice]:
    named = [Choice(a.id, ambition_name(portfolio, a) or _("Ambition")) for a in portfolio.ambitions]
    return [Choice("", _("Not chosen")), *named]
