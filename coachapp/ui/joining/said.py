"""What a field says, in words, for somebody who chooses between two of them."""

from typing import Any

from coachapp import formats
from coachapp.domain.framework import Framework
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.rules import REFERENCES, WORDS
from coachapp.domain.values import Cell, Hours
from coachapp.i18n import gettext as _
from coachapp.ui.inputs.words import sentence


def said(portfolio: Portfolio, kind: str, field: str, value: Any) -> str:
    """The value as a person would read it on the screen; nothing chosen reads as such."""
    if value in ("", (), None, 0):
        return _("To place") if field == "aside" else _("Nothing")
    if isinstance(value, Cell):
        return portfolio.framework.cell_title(value)
    if isinstance(value, Hours):
        return formats.hours(value)
    if to := dict(REFERENCES.get(kind, ())).get(field):
        return _title(portfolio, to, value)
    if vocabulary := dict(WORDS.get(kind, ())).get(field):
        return _words(portfolio.framework, vocabulary, (value,) if isinstance(value, str) else value)
    return _others(field, value)


def _others(field: str, value: Any) -> str:
    words = {
        ("aside", "learning"): _("My own learning"),
        ("aside", "off"): _("Off the board"),
        ("part", "lead"): _("Lead"),
        ("part", "take-part"): _("Take part"),
        ("formality", "formal"): _("Formal"),
        ("formality", "informal"): _("Informal"),
    }
    return words.get((field, value)) or str(value)


def _title(portfolio: Portfolio, kind: str, item_id: str) -> str:
    item = next((item for item in getattr(portfolio, kind) if item.id == item_id), None)
    return str(getattr(item, "title", "") or getattr(item, "name", "") or _("Nothing"))


def _words(framework: Framework, vocabulary: str, ids: tuple[str, ...]) -> str:
    if vocabulary == "sector":
        titles = {sector.id: str(sector.title) for sector in framework.sectors}
        return ", ".join(sentence(titles.get(one, one)) for one in ids)
    return ", ".join(sentence(framework.word(vocabulary, one)) for one in ids)
