"""Conversations and what comes of them: shared notes, blind views, the board as it stood.

Frozen values like the other items of a portfolio; `portfolio.py` tells about ids and stamps.
"""

from dataclasses import dataclass, field
from typing import Final

from coachapp.domain import values
from coachapp.domain.values import UNSTAMPED, Cell, Stamp, clean

RELATIONSHIPS: Final = ("", "independent", "colleague", "educator", "hr", "manager")
BOSSES: Final = ("hr", "manager")
PLACERS: Final = ("teacher", "coach")
TAKEN_ALONG: Final = ("", "keep", "take")
SHARED_AS: Final = ("plan", "copy", "notes", "export", "sheet", "calendar", "blind", "cards")
LONGEST_TALK: Final = 600
MOST_TALKS: Final = 9


@dataclass(frozen=True, slots=True)
class Conversation:
    """A talk of a teacher with a coach; it goes on until `ended_on`.

    `recorded` says what is written down and who sees it. `minutes` is the agreed length, `spent` what
    was used of it, in whole minutes. `step` is where they are and `visited` where they have been: ids of
    the framework's steps. `talks`: in how many sittings. `takes_along`: who keeps the portfolio.
    """

    id: str
    date: str = ""
    coach: str = ""
    relationship: str = ""
    question: str = ""
    recorded: str = ""
    minutes: int = 60
    spent: int = 0
    talks: int = 1
    step: str = ""
    visited: tuple[str, ...] = ()
    follow_up: str = ""
    takes_along: str = ""
    ended_on: str = ""
    stamp: Stamp = field(default=UNSTAMPED, compare=False)
    written: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        clean(self, date=values.date, follow_up=values.date, ended_on=values.date)
        clean(self, coach=values.line, question=values.line, recorded=values.prose)
        values.one_of(self.relationship, RELATIONSHIPS, "relationship")
        values.one_of(self.takes_along, TAKEN_ALONG, "takes_along")
        values.whole(self.minutes, LONGEST_TALK, "minutes")
        values.whole(self.spent, LONGEST_TALK * MOST_TALKS, "spent")
        values.whole(self.talks, MOST_TALKS, "talks")

    @property
    def is_open(self) -> bool:
        return not self.ended_on

    @property
    def with_a_boss(self) -> bool:
        """Two roles in one person: plain notice, no blind placing."""
        return self.relationship in BOSSES


@dataclass(frozen=True, slots=True)
class Note:
    """What both wrote down at a question: one of the framework's, or `question` in their own words."""

    id: str
    text: str
    conversation_id: str = ""
    step: str = ""
    question_id: str = ""
    question: str = ""
    cell: Cell | None = None
    activity_id: str = ""
    stamp: Stamp = field(default=UNSTAMPED, compare=False)
    written: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        clean(self, text=values.prose, question=values.line)


@dataclass(frozen=True, slots=True)
class View:
    """Where one of the two laid an activity while they placed apart."""

    id: str
    conversation_id: str
    activity_id: str
    cell: Cell
    by: str
    stamp: Stamp = field(default=UNSTAMPED, compare=False)
    written: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        values.one_of(self.by, PLACERS, "by")


@dataclass(frozen=True, slots=True)
class Shared:
    """A file that left: when, for whom, and what was in it. Its bytes are kept under `digest`, if any."""

    id: str
    kind: str
    date: str = ""
    reader: str = ""
    name: str = ""
    content: str = ""
    digest: str = ""
    size: int = 0
    expires_on: str = ""
    returned_on: str = ""
    stamp: Stamp = field(default=UNSTAMPED, compare=False)
    written: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        clean(self, date=values.date, expires_on=values.date, returned_on=values.date)
        clean(self, reader=values.line, name=values.line, content=values.prose)
        values.one_of(self.kind, SHARED_AS, "kind")
