"""The board in words: what a screen reader says and a tooltip shows."""

from collections.abc import Iterator

from coachapp.domain.framework import Framework
from coachapp.domain.insight import ambition_name
from coachapp.domain.portfolio import Ambition, Placement, Portfolio
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext
from coachapp.ui.board.cards import Card, Place


def place_title(framework: Framework, place: Place) -> str:
    """Such as "Developing education, School", or "To place"."""
    if isinstance(place, Cell):
        return f"{framework.role(place.role).title}, {framework.level(place.level).title}"
    return {"": _("To place"), "learning": _("My own learning"), "off": _("Off the board")}[place]


def place_name(portfolio: Portfolio, place: Place, count: int) -> str:
    """Such as "Developing education, School, 2 activities", and the ambitions that point there."""
    many = ngettext("{count} activity", "{count} activities", count).format(count=count)
    parts = [place_title(portfolio.framework, place), many if count else _("empty")]
    for ambition in portfolio.ambitions if isinstance(place, Cell) else ():
        if ambition.target == place and not ambition.deepens:
            parts.append(_("ambition: {title}").format(title=ambition_name(portfolio, ambition)))
        elif ambition.origin == place and not ambition.activity_id:
            parts.append(ambition_words(portfolio.framework, ambition))
    return ", ".join(parts)


def card_name(framework: Framework, card: Card) -> str:
    """Title, cell, status, energy, recognition, part and ambitions, in words."""
    return ", ".join((card.activity.title, place_title(framework, card.place), *card_words(framework, card)))


def card_words(framework: Framework, card: Card) -> Iterator[str]:
    """What the signs on a card mean."""
    if card.tried:
        yield _("what if, in no file")
    elif card.placement:
        yield from _placement_words(framework, card.placement)
    yield from (ambition_words(framework, ambition) for ambition in card.ambitions)


def ambition_words(framework: Framework, ambition: Ambition) -> str:
    if ambition.deepens:
        return _("ambition: deepen it here")
    if ambition.target is None:
        return _("ambition: let it go")
    return _("ambition: to {cell}").format(cell=place_title(framework, ambition.target))


def recognised(framework: Framework, recognition: tuple[str, ...]) -> str:
    """Such as "recognised by colleagues, formally"."""
    words = ", ".join(framework.word("recognition", kind) for kind in recognition)
    return words if set(recognition) == {"unseen"} else _("recognised {by}").format(by=words)


def _placement_words(framework: Framework, placement: Placement) -> Iterator[str]:
    yield framework.word("status", placement.status)
    if placement.energy:
        yield framework.word("energy", placement.energy)
    if placement.recognition:
        yield recognised(framework, placement.recognition)
    if placement.part:
        yield {"lead": _("I lead this"), "take-part": _("I take part in this")}[placement.part]
