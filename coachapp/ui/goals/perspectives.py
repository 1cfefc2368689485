"""A goal seen from three sides, each a neutral question, and what lies between them."""

from typing import Final

from coachapp.domain.framework import Framework
from coachapp.domain.portfolio import Goal
from coachapp.i18n import gettext as _
from coachapp.ui.editor import Editor
from coachapp.ui.inputs.form import Form, changing
from coachapp.ui.inputs.text import ProseInput, TitleInput

SIDES: Final = ("professional", "institutional", "political")


def perspectives(editor: Editor) -> Form:
    """The framework's own questions, where it has them."""
    form, framework = Form(editor, changing(Goal)), editor.portfolio.framework
    for side in SIDES:
        form.add(side, _question(framework, side), ProseInput())
    form.add("tension", _("Where do these pull in different directions?"), ProseInput())
    form.add("talk_to", _("Whom will you talk to about that?"), TitleInput(may_be_empty=True))
    plan_link = TitleInput(may_be_empty=True)
    form.add("plan_link", _("Where does it fit in a plan of the team or the school?"), plan_link)
    return form


def _question(framework: Framework, side: str) -> str:
    usual = {
        "professional": _("What do you want, and what do teachers together call good work?"),
        "institutional": _("What does your school or team need?"),
        "political": _("What does society expect, and which rules apply?"),
    }
    own = framework.word("perspective", side)
    return usual[side] if own == side else own
