"""Other names in the place of names, in every text of a portfolio that is passed on."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from coachapp.domain.portfolio import Portfolio
from coachapp.domain.sensitive import named
from coachapp.errors import TextTooLong

_TEXTS: Final = (
    *("title", "description", "period", "name", "function", "why", "noticed", "specific", "measurable"),
    *("acceptable", "realistic", "time_bound", "professional", "institutional", "political", "tension"),
    *("talk_to", "plan_link", "outcome", "what", "support", "money", "source", "text", "note"),
)


def initials(name: str) -> str:
    """Such as "S. d. V."; of a name in small letters too."""
    return " ".join(f"{word[0]}." for word in name.split())


def parts_of(name: str) -> tuple[str, ...]:
    """What of a name tells by itself who it is: not its initials, nor words such as "de"."""
    return tuple(word for word in name.split() if len(word) > 2 and word[:1].isupper())  # noqa: PLR2004


def renamed(portfolio: Portfolio, instead: Mapping[str, str], kinds: Iterable[str]) -> Portfolio:
    """The items of these kinds and the portfolio's own texts; of two names the longest goes first."""
    longest_first = sorted(instead.items(), key=lambda one: -len(one[0]))
    patterns = [(named(name), other) for name, other in longest_first]
    items = {
        kind: tuple(_with(item, _TEXTS, patterns) for item in getattr(portfolio, kind)) for kind in kinds
    }
    return _with(replace(portfolio, **items), ("owner", "question", "coach"), patterns)


def written(item: Any) -> Iterator[str]:
    """Every text of an item."""
    return (text for name in _TEXTS if (text := getattr(item, name, "")))


def _with(item: Any, names: Iterable[str], patterns: "list[tuple[re.Pattern[str], str]]") -> Any:
    for name in names:
        before = getattr(item, name, "")
        after = before
        for pattern, other in patterns:
            after = pattern.sub(lambda _match, other=other: other, after)
        if after != before:
            item = _replaced(item, name, before, after)
    return item


def _replaced(item: Any, name: str, before: str, after: str) -> Any:
    """A text that is full loses its end for a longer name: nothing of what is hidden may stay."""
    try:
        return replace(item, **{name: after})
    except TextTooLong:
        return replace(item, **{name: f"{after[: len(before) - 1].rstrip()}…"})
