"""The small signs on a card, each with its word."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtGui import QPainterPath

from coachapp.domain.framework import Framework
from coachapp.domain.portfolio import Placement
from coachapp.i18n import gettext as _
from coachapp.ui import shapes
from coachapp.ui.board.cards import Card


class Sign(NamedTuple):
    """`word` stands beside the shape when there is room; without a shape the word always stands."""

    shape: QPainterPath | None
    word: str


def signs(framework: Framework, card: Card, *, show_hours: bool = False) -> tuple[Sign, ...]:
    return tuple(_signs(framework, card, show_hours=show_hours))


def has_signs(card: Card, *, show_hours: bool = False) -> bool:
    """Whether `signs` has any; quicker, as it is asked of every card that is laid."""
    placed, activity = card.placement, card.activity
    if card.tried:
        return True
    if card.ambitions and any(wish.deepens or wish.target is None for wish in card.ambitions):
        return True
    if show_hours and activity.hours:
        return True
    return placed is not None and bool(
        placed.energy
        or placed.recognition
        or placed.part == "lead"
        or (placed.status == "done" and (placed.since or placed.until or activity.since or activity.until))
    )


def _signs(framework: Framework, card: Card, *, show_hours: bool) -> Iterator[Sign]:
    if card.tried:
        yield Sign(None, _("what if…"))
    elif card.placement:
        yield from _placed(framework, card, card.placement)
    if show_hours and card.activity.hours:
        from coachapp import formats  # noqa: PLC0415 - Babel waits until somebody asks for hours

        yield Sign(None, formats.hours(card.activity.hours))
    for ambition in card.ambitions:
        if ambition.deepens:
            yield Sign(shapes.deepening_ring(), _("deepen"))
        elif ambition.target is None:
            yield Sign(shapes.letting_go(), _("let go"))


def _placed(framework: Framework, card: Card, placement: Placement) -> Iterator[Sign]:
    years = _years(placement.since or card.activity.since, placement.until or card.activity.until)
    if placement.status == "done" and years:
        yield Sign(None, years)
    if placement.energy:
        yield Sign(shapes.energy_sign(placement.energy), framework.word("energy", placement.energy))
    if placement.recognition:
        words = ", ".join(framework.word("recognition", kind) for kind in placement.recognition)
        yield Sign(shapes.recognition_sign(placement.recognition), words)
    if placement.part == "lead":
        yield Sign(shapes.lead_sign(), _("lead"))


def _years(since: str, until: str) -> str:
    """Such as "2021–2024" or "until 2024"; the years say enough on a card."""
    if since and until and since[:4] != until[:4]:
        return f"{since[:4]}\u2013{until[:4]}"
    if until and not since:
        return _("until {year}").format(year=until[:4])
    return (since or until)[:4]
