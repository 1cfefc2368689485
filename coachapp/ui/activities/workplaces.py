"""Workplaces and teams: where the work is done, and with whom; a second employer too."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from coachapp.domain import edits
from coachapp.domain.portfolio import Context, Team
from coachapp.domain.values import new_id
from coachapp.i18n import gettext as _
from coachapp.ui import buttons
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import labels, words
from coachapp.ui.inputs.choices import Choice, ChoiceButtons, Combo
from coachapp.ui.inputs.form import Form, changing
from coachapp.ui.inputs.hours import HoursInput
from coachapp.ui.inputs.rows import Rows
from coachapp.ui.inputs.text import DateInput, LineInput, TitleInput
from coachapp.ui.theme import STEP


class Workplaces(QScrollArea):
    """Scrolls; each workplace and team is a small form."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._contexts = Rows(self._context_form, self._fill_context)
        self._teams = Rows(self._team_form, self._fill_team)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(STEP * 2, STEP * 2, STEP * 2, STEP * 2)
        layout.setSpacing(STEP * 2)
        layout.addWidget(labels.title(_("Workplaces")))
        layout.addWidget(
            labels.note(_("A school or another employer. Add a second one if you work in two places."))
        )
        layout.addWidget(self._contexts)
        layout.addWidget(
            self._adding(_("Add a workplace"), self._on_add_context), 0, Qt.AlignmentFlag.AlignLeading
        )
        layout.addWidget(labels.title(_("Teams")))
        layout.addWidget(self._teams)
        layout.addWidget(self._adding(_("Add a team"), self._on_add_team), 0, Qt.AlignmentFlag.AlignLeading)
        layout.addStretch(1)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def refresh(self) -> None:
        self._contexts.show_values(self._editor.portfolio.contexts)
        self._teams.show_values(self._editor.portfolio.teams)

    def flush(self) -> None:
        """Ask for the change that is still being typed."""
        for form in self.findChildren(Form):
            form.flush()

    def _adding(self, text: str, then: object) -> QPushButton:
        button = buttons.ordinary(text, then)  # type: ignore[arg-type]
        button.setEnabled(not self._editor.read_only)
        return button

    def _context_form(self, context: Context) -> QWidget:
        sectors = self._editor.portfolio.framework.sectors
        form = Form(self._editor, changing(Context))
        form.add("name", _("Workplace"), LineInput())
        choices = [Choice(sector.id, words.sentence(sector.title)) for sector in sectors]
        form.add("sectors", _("Sectors"), ChoiceButtons(choices, many=True))
        form.add("function", _("Function"), LineInput())
        form.add("hours", _("Hours"), HoursInput())
        form.add_beside(("since", _("Since"), DateInput()), ("until", _("Until"), DateInput()))
        form.add_button(_("Remove this workplace"), partial(self._on_remove, Context, context.id))
        return form

    def _fill_context(self, form: Form, context: Context) -> None:
        form.show_items((context,), context.name)

    def _team_form(self, team: Team) -> QWidget:
        form = Form(self._editor, changing(Team))
        form.add("name", _("Team"), TitleInput())
        form.add("context_id", _("Workplace"), Combo())
        form.add_beside(("since", _("Since"), DateInput()), ("until", _("Until"), DateInput()))
        form.add_button(_("Remove this team"), partial(self._on_remove, Team, team.id))
        return form

    def _fill_team(self, form: Form, team: Team) -> None:
        form.input("context_id").offer(words.workplaces(self._editor.portfolio))
        form.show_items((team,), team.name)

    def _on_add_context(self) -> None:
        self._editor.apply(_("Add a workplace"), edits.add(Context(new_id())))

    def _on_add_team(self) -> None:
        self._editor.apply(_("Add a team"), edits.add(Team(new_id(), _("New team"))))

    def _on_remove(self, cls: type[Context] | type[Team], item_id: str) -> None:
        step = _("Remove a workplace") if cls is Context else _("Remove a team")
        self._editor.apply(step, edits.remove(cls, (item_id,)))
