"""Preparing for a conversation: something to be proud of, a question, and what is on the sheet of paper."""

from coachapp import i18n
from coachapp.domain import edits
from coachapp.domain.conversation import Conversation, Note
from coachapp.domain.edits import Edit
from coachapp.domain.portfolio import Portfolio
from coachapp.i18n import gettext as _

STEP = "prepare"


def proud_words() -> str:
    """What stands over it, on the screen, on paper and with the note."""
    return _("Something I am proud of")


def proud_of(portfolio: Portfolio, conversation_id: str = "") -> Note | None:
    """That of this conversation, else what was written beforehand and belongs to none yet."""
    known = _in_every_language()
    for wanted in dict.fromkeys((conversation_id, "")):
        for note in reversed(portfolio.notes):
            if note.step == STEP and note.question in known and note.conversation_id == wanted:
                return note
    return None


def write_proud(portfolio: Portfolio, text: str, note_id: str, conversation_id: str = "") -> Edit:
    """Keep the words in a note, in one with this id if there is none yet; none is left without words."""
    note = proud_of(portfolio, conversation_id)
    if note is None:
        if not text:
            return edits.in_order()
        return edits.add(Note(note_id, text, conversation_id, STEP, question=proud_words()))
    if not text:
        return edits.remove(Note, [note.id])
    return edits.change(Note, [note.id], text=text, conversation_id=conversation_id or note.conversation_id)


def question_of(portfolio: Portfolio, conversation_id: str = "") -> str:
    """That of this conversation; before there is one, that of the portfolio."""
    talks = (talk.question for talk in portfolio.conversations if talk.id == conversation_id)
    return next(talks, portfolio.question)


def ask(question: str, conversation_id: str = "") -> Edit:
    """The question of this conversation is that of the portfolio too."""
    of_talk = edits.change(Conversation, [conversation_id] if conversation_id else [], question=question)
    return edits.in_order(of_talk, edits.describe(question=question))


def take_along(portfolio: Portfolio, conversation_id: str) -> Edit:
    """What was written beforehand belongs to the conversation that begins now."""
    note = proud_of(portfolio)
    loose = [note.id] if note else []
    return edits.change(Note, loose, conversation_id=conversation_id)


def _in_every_language() -> frozenset[str]:
    def words(language: str) -> str:
        with i18n.speaking(language):
            return proud_words()

    return frozenset(words(language) for language in i18n.LANGUAGES)
