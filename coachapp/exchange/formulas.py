"""Texts that a spreadsheet would run as a formula: made harmless, and as they were again."""

import re
from typing import Final

# Signs that begin a formula (the wide ones on Asian computers), also behind what some programs pass over.
_FORMULA: Final = re.compile(r"[\s'\"\u200b-\u200f\u2060\ufeff]*[=+\-@\uff0b\uff0d\uff1d\uff20]|[\t\r\n]")


def is_formula(text: str) -> bool:
    return _FORMULA.match(text) is not None


def guarded(text: str) -> str:
    """With an apostrophe before what would be a formula."""
    return f"'{text}" if is_formula(text) else text


def unguarded(text: str) -> str:
    """What `guarded` made, as it was."""
    return text[1:] if text.startswith("'") and is_formula(text[1:]) else text
