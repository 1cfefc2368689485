"""Of what kind an action is, and the time and money that it takes."""

from coachapp.domain.portfolio import ACTION_KINDS, GRANTED, Action
from coachapp.domain.wording import choice_word
from coachapp.i18n import gettext as _
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import words
from coachapp.ui.inputs.choices import Choice, ChoiceButtons, Combo
from coachapp.ui.inputs.form import Form, changing
from coachapp.ui.inputs.hours import HoursInput
from coachapp.ui.inputs.text import LineInput, TitleInput


def what_it_takes(editor: Editor) -> Form:
    form = Form(editor, changing(Action))
    competences = words.vocabulary(editor.portfolio.framework, "career_competence")
    form.add("kind", _("Kind of action"), ChoiceButtons(kinds()))
    form.add("competence", _("Career competence"), Combo([Choice("", _("Not chosen")), *competences]))
    form.add("hours", _("Time"), HoursInput())
    form.add("money", _("Money"), LineInput())
    form.add("source", _("Where time or money comes from"), TitleInput(may_be_empty=True))
    form.add("granted", _("Is that settled?"), ChoiceButtons(grants()))
    return form


def kinds() -> list[Choice]:
    """All equal in weight."""
    return [Choice(kind, choice_word("kind", kind)) for kind in ACTION_KINDS if kind]


def grants() -> list[Choice]:
    return [Choice(granted, choice_word("granted", granted)) for granted in GRANTED if granted]
