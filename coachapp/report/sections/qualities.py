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
    written = [*tellable(portfolio, "notes"), *tellable(portfolio, "reflections")]
    if written:
        yield from heading(_("Qualities and motives"))
    for competence in QUALITIES:
        about = [one for one in written if competence_of(portfolio.framework, one) == competence]
        if about:
            title = portfolio.framework.word("career_competence", competence)
            yield from heading(f"{title[:1].upper()}{title[1:]}", 1, room=80)
        for one in about:
            yield from _told(portfolio, one)


def _told(portfolio: Portfolio, one: Note | Reflection) -> Iterable[Flowable]:
    about = " · ".join(filter(None, (_question(portfolio, one), _place(portfolio, one))))
    yield CondPageBreak(_ROOM)
    if about:
        yield Text(Span(about, colour=MUTED), SMALL._replace(before=3, after=0))
    yield Text(one.text, BODY._replace(after=5))


def _question(portfolio: Portfolio, one: Note | Reflection) -> str:
    return next((str(q.text) for q in portfolio.framework.questions if q.id == one.question_id), "")


def _place(portfolio: Portfolio, one: Note | Reflection) -> str:
    """The activity it belongs to, or else the cell."""
    title = next((each.title for each in portfolio.activities if each.id == one.activity_id), "")
    return title or (portfolio.framework.cell_title(one.cell) if one.cell else "")
