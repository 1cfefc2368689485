"""What we agree, and what we take up together."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.domain.portfolio import Agreement
from coachapp.domain.values import new_id
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.editor import Editor
from coachapp.ui.goals.earlier import Earlier, InSight
from coachapp.ui.goals.lines import Lines
from coachapp.ui.goals.outcomes import outcome_form
from coachapp.ui.inputs import labels, words
from coachapp.ui.inputs.choices import ChoiceButtons
from coachapp.ui.inputs.fold import Fold
from coachapp.ui.inputs.form import Form, changing
from coachapp.ui.inputs.newline import NewLine
from coachapp.ui.inputs.panel import Panel
from coachapp.ui.inputs.text import DateInput, TitleInput


class Agreements(QWidget):
    """Each agreement with its date; a line adds one.

    In a conversation it remembers that one, and shows each as a line until it is opened.
    `together`: those to take up together, by whom. `shown` chooses among them.
    """

    def __init__(
        self,
        editor: Editor,
        conversation_id: str = "",
        *,
        together: bool = False,
        shown: Callable[[Agreement], bool] = lambda _one: True,
    ) -> None:
        super().__init__()
        self._editor, self._conversation_id = editor, conversation_id
        self._kind, self._shown, self.in_sight = "together" if together else "", shown, InSight()
        new = NewLine(_("Take up together…") if together else _("New agreement…"))
        new.entered.connect(self._on_new)
        self._rows = Lines(editor, "text", self._panel, new, are_closed=bool(conversation_id))
        self._earlier = Earlier(_("Earlier agreements"), self._panel, self._rows.fill)
        self._empty = labels.note(_what_together() if together else _what())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space())
        for part in (self._empty, self._rows, new, self._earlier):
            layout.addWidget(part)

    def refresh(self) -> None:
        mine = [one for one in self._editor.portfolio.agreements if one.kind == self._kind]
        chosen = [one for one in mine if self._shown(one)]
        agreements = self.in_sight.among(chosen)
        self._rows.show_values(agreements)
        self._earlier.show_values(one for one in chosen if one not in agreements)
        self._empty.setVisible(not agreements)

    def _panel(self, agreement: Agreement) -> QWidget:
        panel, form = Panel(), Form(self._editor, changing(Agreement))
        text, due = ("text", _("Agreement"), TitleInput()), ("due", _("When"), DateInput())
        if self._kind:
            actors = words.vocabulary(self._editor.portfolio.framework, "actor")
            form.add("text", _("What"), TitleInput())
            form.add("actors", _("Who"), ChoiceButtons(actors, many=True))
            form.add_beside(due)
        else:
            form.add_row(text, due)
        form.keep_room("due")
        went = Fold(_("How it went"))
        went.body.addWidget(outcome_form(self._editor, Agreement))
        removing = Form(self._editor, changing(Agreement))
        removing.add_button(_("Remove this agreement"), partial(self._rows.remove, agreement))
        for part in (form, went, removing):
            panel.column.addWidget(part)
        return panel

    def _on_new(self, text: str) -> None:
        made = Agreement(new_id(), text, kind=self._kind, conversation_id=self._conversation_id)
        self._rows.add(made)


def _what() -> str:
    return _("Type what you agree, for example who asks whom for time, and press Enter.")


def _what_together() -> str:
    return _("Is there something to take up with others? Type it here, and say with whom.")
