"""The coach's own file as one immutable value.

Items have an id; those of one kind lie in the order of their ids. Nothing of it ever goes into a portfolio:
a note only tells in plain words which conversation it is about.
"""

from dataclasses import dataclass, field, replace
from typing import Final

from coachapp.domain import values
from coachapp.domain.values import Stamp, clean

MOST_TALKS: Final = 99


def _talks(count: int) -> int:
    values.one_of(str(count), tuple(map(str, range(MOST_TALKS + 1))), "talks")
    return count


@dataclass(frozen=True, slots=True)
class Coachee:
    """Somebody by her alias; `next_on` is the day of the next talk, `next_where` its time and place.

    `checked`: the ids of what is ticked on the checklist for that talk.
    """

    id: str
    alias: str
    about: str = ""
    next_on: str = ""
    next_where: str = ""
    checked: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        clean(self, alias=values.title, about=values.prose, next_on=values.date, next_where=values.line)


@dataclass(frozen=True, slots=True)
class Trajectory:
    """`talks` are agreed on, `held` were had; `contract` says what was agreed beforehand.

    `keep_until`: the day on which the coach wants to look whether she still needs all this.
    """

    id: str
    coachee_id: str
    title: str = ""
    talks: int = 0
    held: int = 0
    contract: str = ""
    begun_on: str = ""
    ended_on: str = ""
    keep_until: str = ""

    def __post_init__(self) -> None:
        clean(self, title=values.line, talks=_talks, held=_talks, contract=values.prose)
        clean(self, begun_on=values.date, ended_on=values.date, keep_until=values.date)


@dataclass(frozen=True, slots=True)
class WorkingNote:
    """`conversation` tells in plain words which one it is about, such as its date or its id."""

    id: str
    coachee_id: str
    text: str = ""
    date: str = ""
    conversation: str = ""

    def __post_init__(self) -> None:
        clean(self, text=values.prose, date=values.date, conversation=values.line)


@dataclass(frozen=True, slots=True)
class Ask:
    """An agreement to ask after, on a day or else at the next talk; `asked_on`: it was."""

    id: str
    coachee_id: str
    text: str
    ask_on: str = ""
    asked_on: str = ""

    def __post_init__(self) -> None:
        clean(self, text=values.title, ask_on=values.date, asked_on=values.date)


@dataclass(frozen=True, slots=True)
class Check:
    """Something to look at before each talk; with no `coachee_id`: with everyone."""

    id: str
    text: str
    coachee_id: str = ""

    def __post_init__(self) -> None:
        clean(self, text=values.title)


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions of the coach's own; `step`: the id of the conversation's step they are for, or any."""

    id: str
    title: str
    step: str = ""
    questions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        clean(self, title=values.title, step=values.line, questions=_lines)


def _lines(texts: tuple[str, ...]) -> tuple[str, ...]:
    found = tuple(filter(None, map(values.line, texts)))
    return texts if found == texts else found


Item = Coachee | Trajectory | WorkingNote | Ask | Check | QuestionSet

KINDS: Final[dict[str, type[Item]]] = {
    "coachees": Coachee,
    "trajectories": Trajectory,
    "notes": WorkingNote,
    "asks": Ask,
    "checks": Check,
    "question_sets": QuestionSet,
}


@dataclass(frozen=True, slots=True)
class CoachBook:
    """`clock` is the stamp of the last change: no two states of a book have the same."""

    id: str
    coachees: tuple[Coachee, ...] = ()
    trajectories: tuple[Trajectory, ...] = ()
    notes: tuple[WorkingNote, ...] = ()
    asks: tuple[Ask, ...] = ()
    checks: tuple[Check, ...] = ()
    question_sets: tuple[QuestionSet, ...] = ()
    clock: Stamp = field(default=values.Stamp(), compare=False)

    def coachee(self, coachee_id: str) -> Coachee | None:
        return next((one for one in self.coachees if one.id == coachee_id), None)


def stamped(before: CoachBook, after: CoachBook, device: str) -> CoachBook:
    """`after` with the next stamp; what didn't change is the same object still."""
    return replace(after, clock=Stamp(max(before.clock.counter, after.clock.counter) + 1, device))
