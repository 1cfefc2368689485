"""A line of a list, understood: what would become an activity, and what is to be said about it."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from coachapp.domain import values
from coachapp.domain.values import TEXT_LENGTH, TITLE_LENGTH, Hours
from coachapp.i18n import gettext as _


class Reason(StrEnum):
    """Why a line is not ticked."""

    ABOVE = "above"
    HEADING = "heading"
    BLANK = "blank"
    NO_TITLE = "no_title"
    SUBTOTAL = "subtotal"
    NO_HOURS = "no_hours"
    PRESENT = "present"
    TWICE = "twice"
    TOO_LONG = "too_long"

    def text(self) -> str:
        return {
            Reason.ABOVE: _("Stands above the list"),
            Reason.HEADING: _("Heading of the columns"),
            Reason.BLANK: _("Empty line"),
            Reason.NO_TITLE: _("Doesn't name an activity"),
            Reason.SUBTOTAL: _("A total"),
            Reason.NO_HOURS: _("0 hours"),
            Reason.PRESENT: _("Already in the portfolio"),
            Reason.TWICE: _("The same line stands above"),
            Reason.TOO_LONG: _("Too long for one activity"),
        }[self]


class Note(StrEnum):
    """What a person may want to know about a line that can be taken."""

    HOURS_AS_TEXT = "hours_as_text"
    SHORTENED = "shortened"
    UNCALCULATED = "uncalculated"

    def text(self) -> str:
        return {
            Note.HOURS_AS_TEXT: _("The hours are not a number; they go to the description"),
            Note.SHORTENED: _("The name is shortened; all of it goes to the description"),
            Note.UNCALCULATED: _(
                "A formula has no value yet; open the list in a spreadsheet program and save it first"
            ),
        }[self]


@dataclass(frozen=True, slots=True)
class Row:
    """`context` is a workplace as the list names it; `asks_year`: its months need a school year."""

    line: int
    title: str = ""
    description: str = ""
    hours: Hours | None = None
    period: str = ""
    since: str = ""
    until: str = ""
    context: str = ""
    reason: Reason | None = None
    notes: tuple[Note, ...] = ()
    asks_year: bool = False

    @property
    def ticked(self) -> bool:
        return self.reason is None

    @property
    def takeable(self) -> bool:
        """Whether a person can tick it."""
        return bool(self.title) and self.reason is not Reason.TOO_LONG

    def remark(self) -> str:
        """What stands beside the line: the reason, else the notes, or nothing."""
        return self.reason.text() if self.reason else "; ".join(note.text() for note in self.notes)


def same_title(title: str) -> str:
    """Equal for titles that a person would call the same."""
    return unicodedata.normalize("NFKC", " ".join(title.split())).casefold()


def shortened(text: str) -> str:
    """One line that fits as a title, cut between words."""
    title = one_line(text)
    if len(title) <= TITLE_LENGTH:
        return title
    return title[: TITLE_LENGTH - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def one_line(text: str) -> str:
    start = text[: TEXT_LENGTH + TITLE_LENGTH]
    return values.line(start, limit=len(start))
