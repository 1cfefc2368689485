"""The conversations of a portfolio in Markdown, each with its notes and the board as it stood."""

from collections.abc import Iterable

from coachapp import formats
from coachapp.domain.board_then import Snapshot
from coachapp.domain.conversation import Note, View
from coachapp.domain.escaping import line, prose
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.wording import choice_word
from coachapp.exchange import showing
from coachapp.exchange.markdown_blocks import Blocks, fields, heading, listed
from coachapp.i18n import gettext as _


def blocks(portfolio: Portfolio) -> Blocks:
    yield from heading("##", _("Conversations"), portfolio.conversations)
    for talk in portfolio.conversations:
        yield "### " + line(formats.day(talk.date) or _("Conversation"))
        yield from fields(portfolio, "conversations", talk, but=("date",))
        yield from _parts(portfolio, talk.id)
    loose = [part for part in _of(portfolio, "") if part]
    yield from heading("##", _("Beside the conversations"), loose)
    yield from _parts(portfolio, "")


def _of(portfolio: Portfolio, talk_id: str) -> tuple[list[Note], list[View], list[Snapshot]]:
    notes = [note for note in portfolio.notes if note.conversation_id == talk_id]
    views = [view for view in portfolio.views if view.conversation_id == talk_id]
    return notes, views, [one for one in portfolio.snapshots if one.conversation_id == talk_id]


def _parts(portfolio: Portfolio, talk_id: str) -> Blocks:
    notes, views, snapshots = _of(portfolio, talk_id)
    for note in notes:
        asked = showing.said(portfolio, "notes", "question_id", note.question_id) or note.question
        yield "#### " + line(asked or _("Note"))
        yield prose(note.text)
        yield from fields(
            portfolio, "notes", note, but=("text", "question", "question_id", "conversation_id")
        )
    yield from heading("####", _("Placed apart"), views)
    if views:
        yield listed(_view(portfolio, view) for view in views)
    for snapshot in snapshots:
        yield "#### " + line(_("The board on {date}").format(date=formats.day(snapshot.date)))
        if snapshot.cards:
            yield listed(_cards(portfolio, snapshot))


def _view(portfolio: Portfolio, view: View) -> str:
    title = showing.said(portfolio, "views", "activity_id", view.activity_id)
    cell = portfolio.framework.cell_title(view.cell)
    return f"{title}: {choice_word('by', view.by)}: {cell}"


def _cards(portfolio: Portfolio, snapshot: Snapshot) -> Iterable[str]:
    board = portfolio.framework.board
    for card in snapshot.cards:
        cell = portfolio.framework.cell_title(card.cell) if card.cell in board else str(card.cell)
        yield f"{card.title}: {cell}"
