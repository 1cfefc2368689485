"""What happens in a conversation: where it is, what is asked, what is written down."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from coachapp.domain import edits
from coachapp.domain.conversation import LONGEST_TALK, MOST_TALKS, Conversation, Note
from coachapp.domain.edits import Edit
from coachapp.domain.framework import Framework
from coachapp.domain.portfolio import Agreement, Portfolio
from coachapp.domain.values import Cell, new_id
from coachapp.i18n import gettext as _

_BOARD_STEPS = ("place", "meaning", "explore")


class Asked(NamedTuple):
    """A question: one of the framework's by its id, or in own words. `cell`: it is about this one."""

    question_id: str
    words: str
    cell: Cell | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What tells a note which question it answers."""
        return self.question_id, "" if self.question_id else self.words


def begun(portfolio: Portfolio, date: str) -> Conversation:
    """A new conversation on this day (ISO), about what the portfolio asks, as the last was agreed."""
    last = portfolio.conversations[-1] if portfolio.conversations else Conversation("")
    first = portfolio.framework.steps[0].id if portfolio.framework.steps else ""
    start = next((step.id for step in portfolio.framework.steps if not step.alone), first)
    return Conversation(
        new_id(),
        date,
        portfolio.coach or last.coach,
        last.relationship,
        portfolio.question,
        last.recorded,
        last.minutes or 60,
        talks=last.talks,
        step=start,
        visited=(start,) if start else (),
    )


def found(portfolio: Portfolio, conversation_id: str) -> Conversation | None:
    return next((talk for talk in portfolio.conversations if talk.id == conversation_id), None)


def unfinished(portfolio: Portfolio) -> Conversation | None:
    """The last conversation that was not ended."""
    return next((talk for talk in reversed(portfolio.conversations) if talk.is_open), None)


def go_to(talk: Conversation, step: str) -> Edit:
    visited = talk.visited if step in talk.visited else (*talk.visited, step)
    return edits.change(Conversation, [talk.id], step=step, visited=visited)


def used(conversation_id: str, minutes: int) -> Edit:
    """So many minutes more were used of the conversation, in any value that knows it."""

    def edit(portfolio: Portfolio) -> Portfolio:
        if talk := found(portfolio, conversation_id):
            return edits.change(Conversation, [talk.id], spent=spent(talk, minutes))(portfolio)
        return portfolio

    return edit


def spent(talk: Conversation, minutes: int) -> int:
    return min(talk.spent + minutes, LONGEST_TALK * MOST_TALKS)


def questions(
    portfolio: Portfolio, talk: Conversation, step: str, cell: Cell | None, of_coach: Iterable[str] = ()
) -> tuple[Asked, ...]:
    """Those of the step, then those for the cell in view, of the coach, and their own; each once."""
    framework = portfolio.framework
    every = (*_of_step(framework, step), *_of_cell(framework, step, cell), *_starr(step))
    own = (
        Asked("", note.question, note.cell)
        for note in notes(portfolio, talk.id)
        if note.step == step and note.question and not note.question_id
    )
    coached = (Asked("", words) for words in of_coach)
    return tuple({one.key: one for one in (*every, *coached, *own)}.values())


def notes(portfolio: Portfolio, conversation_id: str) -> tuple[Note, ...]:
    return tuple(note for note in portfolio.notes if note.conversation_id == conversation_id)


def note_at(portfolio: Portfolio, conversation_id: str, step: str, asked: Asked) -> Note | None:
    """The shared note at this question; one that is asked in several cells has a note for each."""
    at = (step, *asked.key)
    same = (n for n in notes(portfolio, conversation_id) if (n.step, n.question_id, n.question) == at)
    return next((note for note in same if not note.question_id or note.cell == asked.cell), None)


def write(portfolio: Portfolio, talk: Conversation, asked: Asked, text: str, note_id: str) -> Edit:
    """The text of the note at this question in the step they are in; nothing left and nothing asked: none."""
    note = note_at(portfolio, talk.id, talk.step, asked)
    if note is None:
        question_id, words = asked.key
        return edits.add(Note(note_id, text, talk.id, talk.step, question_id, words, asked.cell))
    if text or not note.question_id:
        return edits.change(Note, [note.id], text=text)
    return edits.remove(Note, [note.id])


def agreed(portfolio: Portfolio, conversation_id: str) -> tuple[Agreement, ...]:
    """What was agreed in this conversation."""
    return tuple(one for one in portfolio.agreements if one.conversation_id == conversation_id)


def _of_step(framework: Framework, step: str) -> Iterator[Asked]:
    return (Asked(q.id, str(q.text)) for q in framework.questions if q.step == step and q.scope == "*")


def _of_cell(framework: Framework, step: str, cell: Cell | None) -> Iterator[Asked]:
    if cell is not None and step in _BOARD_STEPS:
        yield from (Asked(q.id, str(q.text), cell) for q in framework.questions_for(cell))


def _starr(step: str) -> Iterator[Asked]:
    """Gentle prompts to tell one experience by: situation, task, action, result, reflection."""
    if step == "look-back":
        yield Asked("", _("What was going on? Who was there?"))
        yield Asked("", _("What did it ask of you?"))
        yield Asked("", _("What came of it?"))
        yield Asked("", _("What does it tell about you?"))
