"""Everything of a portfolio to read as text, in Markdown; what was typed is never markup."""

import re
from collections.abc import Iterator
from typing import Any, Final

from coachapp import formats
from coachapp.domain import parts, plain
from coachapp.domain.copies import Copy
from coachapp.domain.framework import Framework
from coachapp.domain.portfolio import KINDS, Portfolio
from coachapp.domain.rules import REFERENCES, WORDS
from coachapp.domain.values import Cell, Hours
from coachapp.domain.wording import field_word
from coachapp.i18n import gettext as _

_MARKUP: Final = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&$=:@^\"'])")
_DATES: Final = ("since", "until", "due", "date", "placed_on", "added_on", "follow_up", "remind_on")


def text(copy: Copy) -> str:
    return "\n".join((*_portfolio(copy.portfolio), *_rest(copy), ""))


def escaped(typed: str) -> str:
    """As it reads; lines within it stay lines."""
    return _MARKUP.sub(r"\\\1", typed).replace("\t", " ").replace("\n", "  \n  ")


def _portfolio(portfolio: Portfolio) -> Iterator[str]:
    yield f"# {escaped(portfolio.owner)}"
    yield ""
    yield _("This file is not encrypted. Anyone who has it can read it.")
    yield ""
    yield from _fields("portfolio", portfolio, portfolio)
    for kind in KINDS:
        if items := getattr(portfolio, kind):
            yield from ("", f"## {_heading(kind)}")
            for item in items:
                yield from ("", f"### {escaped(_title(portfolio, kind, item))}", "")
                yield from _fields(kind, item, portfolio)


def _rest(copy: Copy) -> Iterator[str]:
    """What other copies said, what was removed, and what was done when."""
    if copy.portfolio.variants:
        yield from ("", f"## {_('What copies said')}", "")
        for one in copy.portfolio.variants:
            yield f"- {field_word(one.kind, one.field)}: {escaped(one.value)}"
    gone = [one for one in copy.removed if one.content]
    if gone:
        yield from ("", f"## {_('Removed')}", "")
        for one in gone:
            said = "; ".join(str(value) for value in (one.content or {}).values() if value)
            yield f"- {formats.day(one.on)}: {escaped(said)}"
    if copy.changes:
        yield from ("", f"## {_('History')}", "")
        for change in copy.changes:
            yield f"- {escaped(change.at.replace('T', ' '))}: {escaped(change.label)}"


def _fields(kind: str, item: Any, portfolio: Portfolio) -> Iterator[str]:
    """A line for each field that says something and is not in the heading."""
    heading = _name(kind)
    for name in plain.hints(type(item)):
        value = getattr(item, name)
        if name in (heading, "digest", "language", "newer_id") or not value:
            continue
        yield f"- {_word(kind, name)}: {escaped(_said(portfolio, kind, name, value))}"


def _said(portfolio: Portfolio, kind: str, name: str, value: Any) -> str:
    if isinstance(value, Hours | int):
        return formats.hours(value) if isinstance(value, Hours) else _number(name, value)
    if isinstance(value, Cell):
        return portfolio.framework.cell_title(value)
    if name in _DATES:
        return formats.day(value)
    if to := dict(REFERENCES.get(kind, ())).get(name):
        return next((_title(portfolio, to, i) for i in getattr(portfolio, to) if i.id == value), value)
    if vocabulary := dict(WORDS.get(kind, ())).get(name):
        ids = (value,) if isinstance(value, str) else value
        return ", ".join(_chosen(portfolio.framework, vocabulary, word) for word in ids)
    return _choice(name, value)


def _number(name: str, value: int) -> str:
    return formats.size(value) if name == "size" else str(value)


def _choice(name: str, value: Any) -> str:
    """Of what isn't chosen from a framework's words."""
    words = {
        ("aside", "learning"): _("My own learning"),
        ("aside", "off"): _("Off the board"),
        ("part", "lead"): _("Lead"),
        ("part", "take-part"): _("Take part"),
        ("formality", "formal"): _("Formal"),
        ("formality", "informal"): _("Informal"),
    }
    return words.get((name, value), str(value))


def _chosen(framework: Framework, vocabulary: str, word: str) -> str:
    if vocabulary == "sector":
        return next((str(sector.title) for sector in framework.sectors if sector.id == word), word)
    if vocabulary == "question":
        return next((str(q.text) for q in framework.questions if q.id == word), word)
    return framework.word(vocabulary, word)


def _name(kind: str) -> str:
    """The field that is its heading."""
    usual = {"actions": "what", "agreements": "text", "contexts": "name", "teams": "name"}
    return {**usual, "evidence": "name", "portfolio": "owner", "reflections": "", "placements": ""}.get(
        kind, "title"
    )


def _title(portfolio: Portfolio, kind: str, item: Any) -> str:
    if kind == "placements":
        activity = next((a.title for a in portfolio.activities if a.id == item.activity_id), "")
        return f"{activity}: {portfolio.framework.cell_title(item.cell)}"
    if kind == "reflections":
        return formats.day(item.date) or _("Reflection")
    return getattr(item, _name(kind)) or "–"


def _heading(kind: str) -> str:
    name = parts.name(kind)
    return name[:1].upper() + name[1:]


def _word(kind: str, name: str) -> str:
    own = {
        "since": _("from"),
        "until": _("until"),
        "size": _("size"),
        "aside": _("where it lies"),
        "cell": _("where it lies"),
        "placed_on": _("placed on"),
        "specific": _("specific"),
        "measurable": _("measurable"),
        "acceptable": _("acceptable"),
        "realistic": _("realistic"),
        "time_bound": _("time-bound"),
        "history_since": _("history from"),
    }
    return own.get(name) or field_word(kind, name)
