"""What is the coach's own: sets of questions, and the checklist that goes for everyone."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.domain import values
from coachapp.domain.coach_book.book import Check, QuestionSet
from coachapp.domain.values import new_id
from coachapp.i18n import gettext as _
from coachapp.packs import default_framework
from coachapp.ui import theme
from coachapp.ui.coachbook.editor import BookEditor
from coachapp.ui.coachbook.items import Items
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.choices import Choice, Combo
from coachapp.ui.inputs.form import Form
from coachapp.ui.inputs.newline import NewLine
from coachapp.ui.inputs.text import ProseInput, TitleInput
from coachapp.ui.inputs.words import sentence


class LinesInput(ProseInput):
    """One text a line; the value is a tuple of them."""

    def show_value(self, value: object) -> None:
        if value is None or value != self._value:
            super().show_value("\n".join(value) if isinstance(value, tuple) else None)
            self._value = value

    def _read(self, text: str) -> Any:
        return tuple(filter(None, map(values.line, values.prose(text).split("\n"))))


class OwnPage(QWidget):
    def __init__(self, editor: BookEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.sets = Items(editor, QuestionSet, _("Sets of questions"), _set_inputs, lambda one: one.title)
        self.checks = Items(editor, Check, _("Before each talk"), _check_inputs, lambda one: one.text)
        for part, invitation, make in (
            (self.sets, _("New set of questions…"), QuestionSet),
            (self.checks, _("Something to look at before each talk…"), Check),
        ):
            new = NewLine(invitation, part)
            new.setEnabled(not editor.read_only)
            new.entered.connect(lambda text, part=part, make=make: part.add(make(new_id(), text)))
            part.column.addWidget(new)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space(3),) * 4)
        column.setSpacing(theme.space(2))
        column.addWidget(labels.title(_("My own questions and checklist"), self))
        for part in (self.sets, self.checks):
            column.addWidget(part)
        column.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        self.sets.show_items(self._editor.book.question_sets)
        self.checks.show_items([one for one in self._editor.book.checks if not one.coachee_id])

    def flush(self) -> None:
        for part in (self.sets, self.checks):
            part.flush()


def _set_inputs(form: Form) -> None:
    steps = default_framework().steps
    every = [Choice("", _("Any step")), *(Choice(step.id, sentence(step.title)) for step in steps)]
    form.add("title", _("Name"), TitleInput())
    form.add("step", _("For which step of the conversation"), Combo(every))
    form.add("questions", _("Questions, one a line"), LinesInput())


def _check_inputs(form: Form) -> None:
    form.add("text", "", TitleInput())
