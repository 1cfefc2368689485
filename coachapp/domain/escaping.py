"""Typed text in Markdown: it reads as it was typed, and is never markup."""

import re
from typing import Final

_MARKS: Final = re.compile(r"([\\`*_{}\[\]<>&#|~$^=])")
_FIRST: Final = re.compile(r"^([-+:])")
_NUMBER: Final = re.compile(r"^([0-9]+)([.)])")
_SPACE: Final = "&nbsp;"  # four spaces at the beginning would be code, and others would not be shown
_TAB: Final = 4


def line(text: str) -> str:
    """On one line, where a heading, an item of a list or a paragraph begins."""
    return _begun(within(text))


def within(text: str) -> str:
    """On one line, behind other words or in a table."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def prose(text: str) -> str:
    """Lines, paragraphs and what is indented stay; a backslash ends a line within a paragraph."""
    paragraphs = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join("\\\n".join(map(_indented, part.split("\n"))) for part in paragraphs)


def _indented(text: str) -> str:
    """A line that begins as far from the margin as it was typed."""
    bare = text.strip()
    before = text[: len(text) - len(text.lstrip())].expandtabs(_TAB)
    return _SPACE * len(before) + _begun(_MARKS.sub(r"\\\1", bare))


def _begun(text: str) -> str:
    """What would make a list or a heading of it is no markup either."""
    return _NUMBER.sub(r"\1\\\2", _FIRST.sub(r"\\\1", text))
