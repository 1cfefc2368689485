"""Words in the reader's language, by gettext.

The language of the screen is set once with `use`; a report in another language is made inside
`speaking`, which holds for the current thread or task only.
"""

import gettext as _gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Final

from coachapp import paths

LANGUAGES: Final = ("nl", "en")

_screen = "en"
_spoken: ContextVar[str | None] = ContextVar("spoken", default=None)


@cache
def _catalogue(language: str) -> _gettext.NullTranslations:
    compiled = paths.translations() / language / "LC_MESSAGES" / "coachapp.mo"
    if not compiled.is_file():
        return _gettext.NullTranslations()
    with compiled.open("rb") as file:  # gettext's own way to find it loads the names of all languages
        return _gettext.GNUTranslations(file)


def use(language: str) -> None:
    """Show the screen in this language from now on; an unknown one shows English."""
    global _screen  # noqa: PLW0603 - the one thing a whole program speaks
    _screen = language


def language() -> str:
    """The language words are looked up in here and now, such as "nl"."""
    return _spoken.get() or _screen


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Look words up in another language for a while, in this thread or task only."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def gettext(message: str) -> str:
    return _catalogue(language()).gettext(message)


def pgettext(context: str, message: str) -> str:
    return _catalogue(language()).pgettext(context, message)


def ngettext(one: str, many: str, n: int) -> str:
    return _catalogue(language()).ngettext(one, many, n)
