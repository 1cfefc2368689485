"""What a plan can tell of, and in which of its sections."""

from typing import Any, Final

from coachapp.domain.competences import competence_of
from coachapp.domain.portfolio import Portfolio

# The career competences that the section on qualities and motives is about, in its order.
QUALITIES: Final = ("qualities", "motives")

# Where an activity that lies beside the board is told of, by its `aside`.
BESIDE: Final = {"": "to_place", "learning": "learning", "off": "off_board"}

# What is told in one section only, and so stays out with it: kinds and fields.
ONLY_IN: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "support": {"goals": ("acceptable",), "actions": ("support",)},
    "means": {"actions": ("hours", "money", "source", "granted")},
    "perspectives": {"goals": ("professional", "institutional", "political", "tension", "talk_to")},
}

# Parts between which an item goes when it is over, or is to be taken up together.
PASSING: Final = frozenset({"goals", "actions", "agreements", "together", "review"})

_LOOKED_BACK_ON: Final = ("goals", "actions", "agreements")
_NOTED: Final = ("notes", "reflections")


def tellable(portfolio: Portfolio, kind: str) -> tuple[Any, ...]:
    """The items of a kind that a plan can tell of.

    Of notes and reflections these are those about qualities and motives, of a file its newest version.
    """
    items = getattr(portfolio, kind)
    if kind in _NOTED:
        return tuple(
            one for one in items if competence_of(portfolio.framework, one) in QUALITIES and one.text
        )
    if kind == "evidence":
        return tuple(one for one in items if not one.newer_id)
    return items


def section_of(kind: str, item: Any) -> str:
    """The section that tells of it; what is over is told where the plan looks back."""
    if kind in _LOOKED_BACK_ON and item.status:
        return "review"
    if kind in _NOTED:
        return "qualities"
    if kind == "agreements" and item.kind:
        return "together"
    return kind


def part_of(kind: str, item: Any) -> str:
    """What of it can be left out whole: notes and thoughts each apart, anything else by its section."""
    return kind if kind in _NOTED else section_of(kind, item)
