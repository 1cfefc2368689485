"""How a conversation ends, and what the next one asks after. Nothing here counts or judges."""

from collections.abc import Collection
from itertools import groupby
from typing import Final, NamedTuple

from coachapp.domain import edits, journal
from coachapp.domain.board_then import snapshot_of
from coachapp.domain.conversation import Conversation, Note
from coachapp.domain.edits import Edit
from coachapp.domain.framework import Framework, Step
from coachapp.domain.insight import ambition_name
from coachapp.domain.portfolio import Action, Agreement, Ambition, Goal, Portfolio

TEACHER: Final = "teacher"  # of the vocabulary "actor"

LookedAt = Goal | Action | Agreement


class Told(NamedTuple):
    """The shared notes of a step; `step` is None for those of none."""

    step: Step | None
    notes: tuple[Note, ...]


def notes_by_step(portfolio: Portfolio, conversation_id: str) -> tuple[Told, ...]:
    """What was written down, in the order of the framework's steps; empty notes stay out."""
    steps = portfolio.framework.steps
    at = {step.id: n for n, step in enumerate(steps)}
    last = len(steps)
    mine = [n for n in portfolio.notes if n.conversation_id == conversation_id and n.text]
    mine.sort(key=lambda note: at.get(note.step, last))
    groups = groupby(mine, key=lambda note: at.get(note.step, last))
    return tuple(Told(steps[n] if n < last else None, tuple(notes)) for n, notes in groups)


def asked(framework: Framework, note: Note) -> str:
    """The question that a note answers."""
    found = next((q.text for q in framework.questions if q.id == note.question_id), "")
    return note.question or str(found)


def goals_now(portfolio: Portfolio) -> tuple[Goal, ...]:
    """Those that nobody has looked back on yet."""
    return tuple(goal for goal in portfolio.goals if not goal.status)


def without_goal(portfolio: Portfolio) -> tuple[Ambition, ...]:
    """Ambitions of which no goal was made, and that have words to make one of."""
    taken = {goal.ambition_id for goal in portfolio.goals}
    return tuple(a for a in portfolio.ambitions if a.id not in taken and ambition_name(portfolio, a))


def only_the_teacher_acts(portfolio: Portfolio) -> bool:
    """Whether there is something to do, and nobody else is named for any of it."""
    actions = [action for action in portfolio.actions if not action.status]
    together = [one for one in portfolio.agreements if one.kind == "together" and not one.status]
    return bool(actions) and all({*one.actors} <= {TEACHER} for one in (*actions, *together))


def previous(
    portfolio: Portfolio, conversation: Conversation, also: Collection[str] = ()
) -> tuple[LookedAt, ...]:
    """What was set and agreed before this conversation: all of the last one, and what is still open.

    `also`: ids of others to keep among them. Goals come with their actions, agreements last.
    """
    last = _last_before(portfolio, conversation)

    def counts(one: LookedAt) -> bool:
        if one.id in also:
            return True
        before = one.conversation_id or one.id < conversation.id  # ids sort in the order of making
        if one.conversation_id == conversation.id or not before:
            return False
        return not one.status or bool(one.conversation_id and one.conversation_id == last)

    ordered: list[LookedAt] = []
    for goal in portfolio.goals:
        ordered += [goal, *(a for a in portfolio.actions if a.goal_id == goal.id)]
    ordered += [*(a for a in portfolio.actions if not a.goal_id), *portfolio.agreements]
    return tuple(one for one in ordered if counts(one))


def _last_before(portfolio: Portfolio, conversation: Conversation) -> str:
    now = (conversation.date, conversation.id)
    earlier = [one for one in portfolio.conversations if (one.date, one.id) < now]
    return max(earlier, key=lambda one: (one.date, one.id)).id if earlier else ""


def meet_again(conversation_ids: Collection[str], follow_up: str) -> Edit:
    """The date is the conversation's and, as the next one, the portfolio's."""
    return edits.in_order(
        edits.change(Conversation, conversation_ids, follow_up=follow_up), edits.describe(follow_up=follow_up)
    )


def end(portfolio: Portfolio, conversation: Conversation, day: str) -> Edit:
    """It ends on this day, and the board is kept as it stands; what was brought from the journal rests."""
    board = snapshot_of(portfolio, day, conversation.id, conversation.question)
    ended = edits.change(Conversation, (conversation.id,), ended_on=day)
    return edits.in_order(ended, edits.add(board), journal.talked_about(portfolio))
