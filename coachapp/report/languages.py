"""Which parts of a line are in another script, so that a screen reader takes another voice for them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, TypeVar

from coachapp.report.pieces import Piece, joined
from coachapp.report.scripts import language_of
from coachapp.report.shaping import has_right_to_left

_Part = TypeVar("_Part")


class Run(NamedTuple):
    """Neighbours in one language, "" for that of the document.

    `spoken` is what they say where reading them from left to right would not say it.
    """

    pieces: tuple[Piece, ...]
    language: str = ""
    spoken: str = ""


def runs(text: str, pieces: Sequence[Piece], direction: str) -> list[Run]:
    """The pieces of words that were set together, from left to right, in a paragraph of this direction."""
    if not language_of(text):
        return [Run(tuple(joined(pieces)))]
    seen = list(_together((_kind(piece.language, piece.text), piece) for piece in pieces))
    found = [Run(tuple(joined(group)), language) for language, group in seen]
    return _as_spoken(text, found, pieces, direction) if has_right_to_left(text) else found


def parts(text: str, direction: str) -> list[tuple[str, str]]:
    """A text as it is spoken, in (language, part); "" is that of the document. `direction` as in a line."""
    if not text or not language_of(text):
        return [("", text)] if text else []
    otherwise = language_of(text) if direction == "R" else ""
    told = _together(((_kind("", c), c) for c in text), otherwise)
    return [(language, "".join(part)) for language, part in told]


def _as_spoken(text: str, found: list[Run], pieces: Sequence[Piece], direction: str) -> list[Run]:
    """With the words of what goes right to left; all as one where left to right is another order."""
    told = [(language, "".join(part)) for language, part in _together((_kind("", c), c) for c in text)]
    if direction == "R" or len(found) != len(told) or not all(map(_says, found, told)):
        return [Run(tuple(joined(pieces)), language_of(text), text)]
    return [
        run._replace(spoken=words * bool(language))
        for run, (language, words) in zip(found, told, strict=True)
    ]


def _says(run: Run, told: tuple[str, str]) -> bool:
    language, words = told
    return run.language == language and (bool(language) or words == "".join(p.text for p in run.pieces))


def _kind(language: str, text: str) -> str | None:
    """The language; None for what has none of its own, such as a space or a digit."""
    return language or language_of(text) or ("" if any(map(str.isalpha, text)) else None)


def _together(
    parts: Iterable[tuple[str | None, _Part]], otherwise: str = ""
) -> Iterator[tuple[str, list[_Part]]]:
    """Neighbours of one kind; what has none belongs to those around it if they agree."""
    kinds, each = zip(*parts, strict=True)
    kinds = _settled(kinds, otherwise)
    for kind, group in groupby(zip(kinds, each, strict=True), key=lambda part: part[0]):
        yield kind, [part for _kind, part in group]


def _settled(kinds: Sequence[str | None], otherwise: str) -> list[str]:
    around = zip(_spread(kinds, otherwise), reversed(_spread(kinds[::-1], otherwise)), strict=True)
    return [before if before == after else otherwise for before, after in around]


def _spread(kinds: Sequence[str | None], first: str) -> list[str]:
    """What has none takes that of what comes before it."""
    found, kept = [], first
    for kind in kinds:
        kept = kept if kind is None else kind
        found.append(kept)
    return found
