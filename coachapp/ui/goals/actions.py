"""Who does what, by when, and what helps: the actions of one goal."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.domain.portfolio import Action
from coachapp.domain.values import new_id
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.editor import Editor
from coachapp.ui.goals.lines import Lines
from coachapp.ui.goals.outcomes import outcome_form
from coachapp.ui.goals.what_it_takes import what_it_takes
from coachapp.ui.inputs import labels, words
from coachapp.ui.inputs.choices import ChoiceButtons
from coachapp.ui.inputs.fold import Fold
from coachapp.ui.inputs.form import Form, changing
from coachapp.ui.inputs.newline import NewLine
from coachapp.ui.inputs.panel import Panel
from coachapp.ui.inputs.text import DateInput, TitleInput


class Actions(QWidget):
    """Typing one line adds an action.

    In a conversation it remembers that one, and shows each action as a line until it is opened.
    """

    def __init__(
        self, editor: Editor, goal_id: str, conversation_id: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editor, self._goal_id, self._conversation_id = editor, goal_id, conversation_id
        new = NewLine(_("New action…"))
        new.entered.connect(self._on_new)
        self._rows = Lines(editor, "what", self._panel, new, are_closed=bool(conversation_id))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space())
        layout.addWidget(labels.heading(_("Actions")))
        for part in (self._rows, new):
            layout.addWidget(part)

    def refresh(self) -> bool:
        """Show the actions of this goal; False: there are none."""
        actions = [a for a in self._editor.portfolio.actions if a.goal_id == self._goal_id]
        self._rows.show_values(actions)
        return bool(actions)

    def _panel(self, action: Action) -> QWidget:
        panel = Panel()
        form = Form(self._editor, changing(Action))
        form.add("what", _("What"), TitleInput())
        actors = words.vocabulary(self._editor.portfolio.framework, "actor")
        form.add("actors", _("Who"), ChoiceButtons(actors, many=True))
        form.add_beside(("due", _("When"), DateInput()))
        form.keep_room("due")
        form.add("support", _("Support"), TitleInput(may_be_empty=True))
        more = Fold(_("More about this action"))
        for part in (what_it_takes(self._editor), outcome_form(self._editor, Action)):
            more.body.addWidget(part)
        removing = Form(self._editor, changing(Action))
        removing.add_button(_("Remove this action"), partial(self._rows.remove, action))
        for part in (form, more, removing):
            panel.column.addWidget(part)
        return panel

    def _on_new(self, what: str) -> None:
        self._rows.add(Action(new_id(), what, self._goal_id, conversation_id=self._conversation_id))
