"""What the teacher is good at and what drives her, as she said it herself."""

from collections.abc import Iterable

from reportlab.platypus import CondPageBreak, Flowable

from coachapp.domain.competences import competence_of
from coachapp.domain.conversation import Note
from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Portfolio, Reflection
from coachapp.domain.telling import QUALITIES, tellable
from coachapp.i18n import gettext as _
from coachapp.report.rules import heading
from coachapp.report.style import BODY, MUTED, SMALL
from coachapp.report.text import Text
from coachapp.report.typesetting import Span

_ROOM = 48.0  # for a question and two lines


def qualities(portfolio: Portfolio, _choice: Choice) -> Iterable[Flowable]:
    """From conversations and from the journal; other thoughts are for between the two."""
    framework = portfolio.framework
    written = [*tellable(portfolio, "notes"), *tellable(portfolio, "reflections")]
    names = {each.id: each.title for each in portfolio.activities}
    names |= {each.id: str(each.text) for each in framework.questions}
    if written:
        yield from heading(_("Qualities and motives"))
    for competence in QUALITIES:
        about = [one for one in written if competence_of(framework, one) == competence]
        if about:
            title = framework.word("career_competence", competence)
            yield from heading(f"{title[:1].upper()}{title[1:]}", 1, room=80)
        for one in about:
            cell = framework.cell_title(one.cell) if one.cell else ""
            place = names.get(one.activity_id) or cell
            yield from _told(one, " · ".join(filter(None, (names.get(one.question_id), place))))


def _told(one: Note | Reflection, about: str) -> Iterable[Flowable]:
    """Below the question it answers, and the activity or else the cell it belongs to."""
    yield CondPageBreak(_ROOM)
    if about:
        yield Text(Span(about, colour=MUTED), SMALL._replace(before=3, after=0))
    yield Text(one.text, BODY._replace(after=5))
