"""What a field says, in words, for somebody who reads an export."""

from typing import Any, Final

from coachapp import formats
from coachapp.domain import insight, rules
from coachapp.domain.history import NAMES
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.values import Cell, Hours
from coachapp.domain.wording import choice_word, field_word
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext

_DAYS: Final = (
    *("since", "until", "due", "date", "placed_on", "added_on", "follow_up", "remind_on", "history_since"),
    *("ended_on", "expires_on", "returned_on"),
)


def said(portfolio: Portfolio, kind: str, name: str, value: Any) -> str:
    """Nothing is empty."""
    if value in ("", (), None, 0):
        return ""
    if isinstance(value, Cell):
        return portfolio.framework.cell_title(value)
    if isinstance(value, Hours):
        return formats.hours(value)
    if to := dict(rules.REFERENCES.get(kind, ())).get(name):
        return next((called(portfolio, to, one) for one in getattr(portfolio, to) if one.id == value), "")
    if vocabulary := dict(rules.WORDS.get(kind, ())).get(name):
        ids = (value,) if isinstance(value, str) else value
        return ", ".join(_word(portfolio, vocabulary, one) for one in ids)
    return ", ".join(_other(name, one) for one in (value if isinstance(value, tuple) else (value,)))


def called(portfolio: Portfolio, kind: str, item: Any) -> str:
    """What an item is called."""
    if kind == "ambitions":
        return insight.ambition_name(portfolio, item) or _("Ambition")
    if kind == "placements":
        return portfolio.framework.cell_title(item.cell)
    if kind == "conversations":
        return item.question or formats.day(item.date) or _("Conversation")
    names = (str(getattr(item, name, "")) for name in NAMES)
    return next((name for name in names if name), "–")


def label(kind: str, name: str) -> str:
    """What a field is called, to stand before what it says."""
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
        "newer_id": _("newer version"),
    }
    word = own.get(name) or field_word(kind, name)
    return word[:1].upper() + word[1:]


def _word(portfolio: Portfolio, vocabulary: str, word: str) -> str:
    framework = portfolio.framework
    if vocabulary == "sector":
        return next((str(sector.title) for sector in framework.sectors if sector.id == word), word)
    if vocabulary == "question":
        return next((str(question.text) for question in framework.questions if question.id == word), word)
    if vocabulary == "step":
        return next((str(step.title) for step in framework.steps if step.id == word), word)
    return framework.word(vocabulary, word)


def _other(name: str, value: Any) -> str:
    if name in _DAYS:
        return formats.day(value)
    if name == "size":
        return formats.size(value)
    if name in ("minutes", "spent"):
        return formats.minutes(value)
    if name == "horizon":
        return ngettext("within {count} year", "within {count} years", value).format(count=value)
    words = {
        ("aside", "learning"): _("My own learning"),
        ("aside", "off"): _("Off the board"),
        ("part", "lead"): _("Lead"),
        ("part", "take-part"): _("Take part"),
        ("formality", "formal"): _("Formal"),
        ("formality", "informal"): _("Informal"),
    }
    return words.get((name, value)) or choice_word(name, str(value))
