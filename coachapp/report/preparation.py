"""The words of the preparation sheet, the same on paper and in the document to type in."""

from textwrap import shorten
from typing import Final, NamedTuple

from coachapp.i18n import gettext as _

LINES: Final = 12
_MOST: Final = 500  # letters of what stands on the sheet already: it stays one page


class Preparation(NamedTuple):
    """What stands on the sheet already; nobody's name is asked or told."""

    activities: tuple[str, ...] = ()
    proud: str = ""
    question: str = ""

    def lines(self) -> tuple[str, ...]:
        """One for each line of the sheet; what isn't filled in is empty."""
        return (*self.activities, *("",) * LINES)[:LINES]

    def shortened(self) -> "Preparation":
        """With no more of the longer texts than the page has room for."""
        return self._replace(proud=_short(self.proud), question=_short(self.question))


class Part(NamedTuple):
    """A heading with what is asked below it."""

    title: str
    asked: str


def title() -> str:
    return _("Preparing our conversation")


def about() -> tuple[str, ...]:
    return (
        _(
            "Soon we talk about your work: what you do, what it means to you and where you want to go. "
            "Twenty minutes with this sheet are enough. Nothing has to be complete, and nobody judges it."
        ),
        _("The sheet is yours. You choose what you bring and what you tell."),
    )


def activities() -> Part:
    return Part(
        _("What I do"),
        _(
            "Write five to twelve things that you do in your work, each on its own line: large and small, "
            "with students and beyond, also what nobody asked you to do. A few words are enough. "
            "Leave out names of students and colleagues."
        ),
    )


def proud() -> Part:
    return Part(
        _("Something I am proud of"), _("What happened, what did you do, and who noticed something of it?")
    )


def question() -> Part:
    return Part(_("My question"), _("What would you like to think about together?"))


def ending() -> str:
    return _(
        "Filled in on a computer? Copy the lines with your activities and paste them on the board of "
        "CoachApp: each line becomes an activity."
    )


def _short(text: str) -> str:
    return shorten(text, _MOST, placeholder=" …")
