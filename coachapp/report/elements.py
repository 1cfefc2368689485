"""The parts of which the structure of a PDF is made, and how PDF writes what they tell."""

from typing import NamedTuple


class Mark(NamedTuple):
    """A stretch of what is drawn on a page, numbered from 0 on each; the first page is 0 too."""

    page: int
    number: int


class Element:
    """A part of the document with the name that PDF gives it, such as H1; `told` is PDF that tells more."""

    def __init__(self, role: str, parent: "Element | None" = None, told: str = "") -> None:
        self.role = role
        self.parent = parent
        self.told = told
        self.id = ""
        self.kids: list[Element | Mark] = []
        if parent:
            parent.kids.append(self)


def string(text: str) -> str:
    """Text as a PDF has it."""
    return f"<FEFF{text.encode('utf-16-be').hex()}>"


def attributes(owner: str, told: str) -> str:
    return f"/A <</O /{owner} {told}>>"
