"""Where long words may be broken. Nothing of Qt here: it is read in the background."""

from functools import cache
from typing import Any


@cache
def dictionary(language: str) -> Any:
    """The first time takes a tenth of a second."""
    import pyphen  # noqa: PLC0415 - most boards have no word too long for a card

    return pyphen.Pyphen(
        lang=language if language in pyphen.LANGUAGES else pyphen.language_fallback(language) or "nl"
    )
