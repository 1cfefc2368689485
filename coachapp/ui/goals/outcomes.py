"""How it went with a goal, an action or an agreement: in one word, and in the teacher's own."""

from PySide6.QtWidgets import QWidget

from coachapp.domain.portfolio import OUTCOMES, Item
from coachapp.domain.wording import choice_word
from coachapp.i18n import gettext as _
from coachapp.ui.editor import Editor
from coachapp.ui.inputs.choices import Choice, ChoiceButtons
from coachapp.ui.inputs.form import Form, changing
from coachapp.ui.inputs.text import ProseInput


def statuses() -> list[Choice]:
    return [Choice(status, choice_word("status", status)) for status in OUTCOMES if status]


def outcome_form(editor: Editor, cls: type[Item], parent: QWidget | None = None) -> Form:
    """None of the words is better than another; a second click takes it off."""
    form = Form(editor, changing(cls), parent)
    form.add("status", _("How it went"), ChoiceButtons(statuses()))
    form.add("outcome", _("What came of it"), ProseInput())
    return form
