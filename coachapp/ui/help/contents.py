"""The pages of help, in the reader's language, and which of them is about which screen."""

from typing import Final, NamedTuple

from coachapp import paths
from coachapp.i18n import LANGUAGES, language

FIRST: Final = "start"
NAMES: Final = (
    FIRST,
    "board",
    "placing",
    "preparing",
    "conversation",
    "goals",
    "plan",
    "years",
    "coach-book",
    "privacy",
    "keys",
    "trouble",
)
_ABOUT: Final = {
    "board": "board",
    "activities": "placing",
    "conversations": "conversation",
    "conversation": "conversation",
    "journal": "preparing",
    "goals": "goals",
    "plan": "plan",
    "years": "years",
    "shared": "privacy",
    "coachbook": "coach-book",
    "locked": "privacy",
    "opening": "trouble",
}


class Page(NamedTuple):
    """`text` is Markdown, of which the first line is the title."""

    name: str
    title: str
    text: str


def pages() -> tuple[Page, ...]:
    """In the order of the contents list."""
    return tuple(_page(name) for name in NAMES)


def about(screen: str) -> str:
    """The name of the page about this screen, the first one when there is none."""
    return _ABOUT.get(screen, FIRST)


def _page(name: str) -> Page:
    spoken = language() if language() in LANGUAGES else "en"
    text = paths.resource("help", spoken, f"{name}.md").read_text("utf-8")
    return Page(name, text.partition("\n")[0].removeprefix("# "), text)
