"""Finding one coachee among many by a letter or two."""

import unicodedata
from typing import Final

from coachapp.domain.coach_book.book import CoachBook, Coachee

_NEVER: Final = "9999"


def found(book: CoachBook, typed: str) -> tuple[Coachee, ...]:
    """Who it may be, the likeliest first: by initials, by how a word begins, and then by any letters.

    Among those who fit as well, the one who is met soonest comes first.
    """
    wanted = _plain(typed)
    ranked = [(_rank(_plain(one.alias), wanted), one) for one in book.coachees]
    fitting = [(rank, one) for rank, one in ranked if rank is not None]
    fitting.sort(key=lambda fit: (fit[0], fit[1].next_on or _NEVER, _plain(fit[1].alias)))
    return tuple(one for _rank, one in fitting)


def _rank(alias: str, wanted: str) -> int | None:
    words = alias.replace("-", " ").replace(".", " ").split()
    fits = (
        not wanted or alias == wanted,
        "".join(word[0] for word in words) == wanted.replace(" ", ""),
        alias.startswith(wanted),
        any(word.startswith(wanted) for word in words),
        wanted in alias,
    )
    return next((rank for rank, fit in enumerate(fits) if fit), None)


def _plain(text: str) -> str:
    """Without accents and capitals."""
    parts = unicodedata.normalize("NFD", text.casefold())
    return " ".join("".join(c for c in parts if not unicodedata.combining(c)).split())
