"""What was written in a conversation, as lines to read."""

from collections.abc import Iterator

from coachapp.domain import talking
from coachapp.domain.conversation import Conversation, Note
from coachapp.domain.portfolio import Portfolio
from coachapp.i18n import gettext as _


def told(portfolio: Portfolio, talk: Conversation) -> tuple[str, ...]:
    """Question by question in the order of the steps, then what was agreed; never empty."""
    return (*_notes(portfolio, talk), *_agreed(portfolio, talk)) or (_("Nothing was written."),)


def _notes(portfolio: Portfolio, talk: Conversation) -> Iterator[str]:
    order = {step.id: at for at, step in enumerate(portfolio.framework.steps)}
    notes = talking.notes(portfolio, talk.id)
    for note in sorted(notes, key=lambda note: order.get(note.step, len(order))):
        if note.text:
            yield f"{_asked(portfolio, note)}\n{note.text}"


def _asked(portfolio: Portfolio, note: Note) -> str:
    known = {question.id: str(question.text) for question in portfolio.framework.questions}
    return known.get(note.question_id, "") or note.question or _("Note")


def _agreed(portfolio: Portfolio, talk: Conversation) -> Iterator[str]:
    agreed = talking.agreed(portfolio, talk.id)
    if agreed:
        yield _("Agreed") + "\n" + "\n".join(f"– {one.text}" for one in agreed)
