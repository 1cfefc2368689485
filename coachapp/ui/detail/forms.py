"""The fields of an activity and of its places, in forms as they are shown together."""

from functools import partial

from coachapp.domain.portfolio import Activity, Placement
from coachapp.i18n import gettext as _
from coachapp.ui import shapes
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import labels, words
from coachapp.ui.inputs.choices import ChoiceButtons, Combo
from coachapp.ui.inputs.form import Form, changing
from coachapp.ui.inputs.hours import HoursInput
from coachapp.ui.inputs.text import DateInput, ProseInput, TitleInput


def title(editor: Editor) -> Form:
    form = Form(editor, changing(Activity))
    line = TitleInput()
    line.setFont(labels.title("").font())
    form.add("title", _("Activity"), line)
    return form


def text(editor: Editor) -> Form:
    form = Form(editor, changing(Activity))
    form.add("description", _("Description"), ProseInput())
    return form


def meaning(editor: Editor) -> Form:
    framework = editor.portfolio.framework
    vocabulary = partial(words.vocabulary, framework)
    form = Form(editor, changing(Placement))
    form.add("status", _("Status"), ChoiceButtons(vocabulary("status", words.status_sign), optional=False))
    form.add("energy", _("Energy"), ChoiceButtons(vocabulary("energy", shapes.energy_sign)))
    seen = ChoiceButtons(vocabulary("recognition", words.recognition_sign), many=True)
    form.add("recognition", _("Recognised by"), seen)
    return form


def why(editor: Editor) -> Form:
    form = Form(editor, changing(Placement))
    form.add("why", _("Why here"), ProseInput())
    return form


def part(editor: Editor) -> Form:
    form = Form(editor, changing(Placement))
    form.add("part", _("Lead or take part"), ChoiceButtons(words.parts()))
    form.add_beside(("since", _("Since"), DateInput()), ("until", _("Until"), DateInput()))
    return form


def work(editor: Editor) -> Form:
    form = Form(editor, changing(Activity))
    form.add("context_id", _("Workplace"), Combo())
    form.add("team_id", _("Team, or alone"), Combo())
    form.add("hours", _("Hours"), HoursInput())
    form.add_beside(("since", _("Started"), DateInput()), ("until", _("Ended"), DateInput()))
    form.add("formality", _("Formal or informal"), ChoiceButtons(words.formality()))
    profiles = words.vocabulary(editor.portfolio.framework, "role_profile")
    form.add("profiles", _("Role profiles"), ChoiceButtons(profiles, many=True))
    return form


def growth(editor: Editor) -> Form:
    form = Form(editor, changing(Placement))
    form.add("phase", _("Phase"), Combo(words.phases(editor.portfolio.framework)))
    return form
