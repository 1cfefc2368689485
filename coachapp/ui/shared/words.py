"""What has left, and what would go, in words."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from coachapp import formats
from coachapp.domain import parts
from coachapp.domain.handing_over import Chosen
from coachapp.domain.insight import ambition_name
from coachapp.domain.portfolio import Ambition, Conversation, Portfolio, Shared
from coachapp.domain.wording import choice_word
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext

_TOLD = (
    *("activities", "ambitions", "goals", "actions", "agreements", "reflections", "conversations", "notes"),
    "evidence",
)


def about(left: Shared) -> str:
    """Such as "Copy · 26 November 2026 · 90.1 kB"."""
    size = formats.size(left.size) if left.size else ""
    told = (choice_word("kind", left.kind), formats.day(left.date), size)
    return " · ".join(part for part in told if part)


def how_it_went(left: Shared, today: str) -> str:
    """Whether it came back, and whether it should be gone."""
    return "\n".join(_told(left, today))


def _told(left: Shared, today: str) -> Iterator[str]:
    if left.returned_on:
        yield _("What was written in it came back on {date}.").format(date=formats.day(left.returned_on))
    if is_past(left.expires_on, today):
        yield _("The agreed day is past. You can ask whether it has been removed.")


def is_past(day: str, today: str) -> bool:
    """A month or a year is past when the next one has begun."""
    return bool(day) and day < today[: len(day)]


def counts(copy: Portfolio) -> str:
    """Such as "5 activities, 2 goals, 1 file"."""
    return ", ".join(_count(kind, len(getattr(copy, kind))) for kind in _TOLD if _has(copy, kind))


def _count(kind: str, number: int) -> str:
    words = {
        "activities": ngettext("{count} activity", "{count} activities", number),
        "ambitions": ngettext("{count} ambition", "{count} ambitions", number),
        "goals": ngettext("{count} goal", "{count} goals", number),
        "actions": ngettext("{count} action", "{count} actions", number),
        "agreements": ngettext("{count} agreement", "{count} agreements", number),
        "reflections": ngettext("{count} reflection", "{count} reflections", number),
        "conversations": ngettext("{count} conversation", "{count} conversations", number),
        "notes": ngettext("{count} note", "{count} notes", number),
        "evidence": ngettext("{count} file", "{count} files", number),
    }
    return words[kind].format(count=number)


def content(copy: Portfolio, chosen: Chosen) -> str:
    """For the list: what went, and what did not."""
    left_out = [words for name, words in fields().items() if not getattr(chosen, name)]
    if not left_out:
        return counts(copy)
    return _("{what}; without {fields}").format(what=counts(copy), fields=", ".join(left_out))


def fields() -> dict[str, str]:
    """In the middle of a sentence."""
    return {"energy": _("energy"), "hours": _("hours")}


class Going(NamedTuple):
    """`counted` such as "2 goals"; `titles`: what they say."""

    kind: str
    counted: str
    titles: list[str]


def going(copy: Portfolio) -> Iterator[Going]:
    """What would go beside the activities, which are ticked by their names."""
    for kind in _TOLD[1:]:
        if _has(copy, kind):
            items = getattr(copy, kind)
            titles = [" ".join(_title(copy, item).split()) for item in items]
            yield Going(kind, _count(kind, len(items)), titles)


def _title(copy: Portfolio, item: Any) -> str:
    if isinstance(item, Ambition):
        return ambition_name(copy, item)
    if isinstance(item, Conversation):
        return " · ".join(part for part in (formats.day(item.date), item.question) if part)
    return parts.title(item)


def _has(copy: Portfolio, kind: str) -> bool:
    return bool(getattr(copy, kind))
