"""The few blocks that a text in Markdown is made of."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from coachapp.domain import plain
from coachapp.domain.escaping import line, prose, within
from coachapp.domain.portfolio import Portfolio
from coachapp.exchange import showing

Blocks = Iterator[str]


def heading(level: str, title: str, items: Collection[Any]) -> Blocks:
    """Above these items, if there are any."""
    if items:
        yield f"{level} {title}"


def listed(texts: Iterable[str]) -> str:
    return "\n".join(f"- {line(text)}" for text in texts)


def fields(portfolio: Portfolio, kind: str, item: Any, but: Collection[str] = ()) -> Blocks:
    """Short ones as a list, longer ones below it; what is empty is left out."""
    told = {
        name: showing.said(portfolio, kind, name, getattr(item, name))
        for name in plain.hints(type(item))
        if name not in (*but, "digest", "language")
    }
    short = {name: said for name, said in told.items() if said and "\n" not in said}
    if short:
        yield "\n".join(f"- {showing.label(kind, name)}: {within(said)}" for name, said in short.items())
    for name, said in told.items():
        if "\n" in said:
            yield f"*{showing.label(kind, name)}*"
            yield prose(said)
