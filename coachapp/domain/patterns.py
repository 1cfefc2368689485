"""What can be seen on a board, in neutral sentences: numbers and places, never a verdict.

Nobody is compared with anybody, nothing is a share of a whole, and what is not chosen is not told.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from coachapp.domain import competences, patterns_of_hours
from coachapp.domain.framework import Framework
from coachapp.domain.phrases import counted, starting
from coachapp.domain.portfolio import Placement, Portfolio
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext

UNSEEN: Final = "unseen"
_LEAST_PART: Final = 2  # what more than half of them share is told of so many cards or more


def sentences(portfolio: Portfolio, view: str) -> tuple[str, ...]:
    """What the board shows in one of the VIEWS."""
    if view != "competence" and not portfolio.placements:
        return (_("No cards lie on the board."),)
    found = tuple(starting(words) + "." for words in VIEWS[view](portfolio))
    return found or (_nothing()[view],)


def _nothing() -> dict[str, str]:
    return {
        "energy": _("Nothing is said about energy on this board."),
        "recognition": _("Nothing is said about who sees it."),
        "hours": _("No hours are written with what is done now."),
        "part": _("Nothing is said about leading or taking part."),
        "competence": _("No note is about one of the career competences."),
    }


def _energy(portfolio: Portfolio) -> Iterator[str]:
    for term in portfolio.framework.terms("energy"):
        lying = _lying(portfolio, lambda placement, term=term: placement.energy == term.id)
        words = {
            "gives": ngettext("{cards} gives energy", "{cards} give energy", len(lying)),
            "neutral": ngettext("{cards} is neutral", "{cards} are neutral", len(lying)),
            "costs": ngettext("{cards} costs energy", "{cards} cost energy", len(lying)),
        }.get(term.id, f"{{cards}}: {term.text}")
        yield from _told(portfolio, words, lying)


def _recognition(portfolio: Portfolio) -> Iterator[str]:
    for term in portfolio.framework.terms("recognition"):
        lying = _lying(portfolio, lambda placement, term=term: term.id in placement.recognition)
        words = ngettext("{cards} is recognised {by}", "{cards} are recognised {by}", len(lying))
        if term.id == UNSEEN:
            words = ngettext("{cards} is seen by nobody yet", "{cards} are seen by nobody yet", len(lying))
        yield from _told(portfolio, words.replace("{by}", str(term.text)), lying)


def _part(portfolio: Portfolio) -> Iterator[str]:
    for part, words in (("lead", _("you lead {cards}")), ("take-part", _("you take part in {cards}"))):
        yield from _told(portfolio, words, _lying(portfolio, lambda p, part=part: p.part == part))


def _together(portfolio: Portfolio) -> Iterator[str]:
    team_of = {activity.id: activity.team_id for activity in portfolio.activities}
    alone = _lying(portfolio, lambda placement: not team_of[placement.activity_id])
    together = _lying(portfolio, lambda placement: bool(team_of[placement.activity_id]))
    yield from _told(portfolio, _("you do {cards} alone"), alone)
    yield from _told(portfolio, _("you do {cards} with a team"), together)
    for team in portfolio.teams:
        count = len(_lying(portfolio, lambda p, team=team: team_of[p.activity_id] == team.id))
        if count:
            words = ngettext("with {team}: {count} card", "with {team}: {count} cards", count)
            yield words.format(team=team.name, count=counted(count))


VIEWS: Final[dict[str, Callable[[Portfolio], Iterator[str]]]] = {
    "energy": _energy,
    "recognition": _recognition,
    "hours": patterns_of_hours.told,
    "part": _part,
    "together": _together,
    "competence": competences.told,
}


def _lying(portfolio: Portfolio, wanted: Callable[[Placement], bool]) -> list[Cell]:
    """Where the cards lie that are wanted."""
    return [placement.cell for placement in portfolio.placements if wanted(placement)]


def _told(portfolio: Portfolio, words: str, lying: Sequence[Cell]) -> Iterator[str]:
    """The sentence about these cards, and what they share; nothing about none."""
    if lying:
        cards = _cards(len(lying), len(portfolio.placements))
        yield words.replace("{cards}", cards) + _where(portfolio.framework, lying)


def _cards(count: int, total: int) -> str:
    """So many of all cards on the board."""
    if total == 1:
        return _("the one card on the board")
    if count == total:
        return _("both cards") if count == 2 else _("all {total} cards").format(total=counted(total))  # noqa: PLR2004
    return _("{count} of {total} cards").format(count=counted(count), total=counted(total))


def _where(framework: Framework, lying: Sequence[Cell]) -> str:
    """The cell, role or level that more than half of them share, as the end of a sentence."""
    if len(lying) == 1:
        return "; " + _("it lies in {place}").format(place=framework.cell_title(lying[0]))
    if len(set(lying)) == 1:
        return "; " + _("they lie in {place}").format(place=framework.cell_title(lying[0]))
    named = [(str(role.title), sum(cell.role == role.id for cell in lying)) for role in framework.roles]
    named += [(str(one.title), sum(cell.level == one.id for cell in lying)) for one in framework.levels]
    place, count = max(named, key=lambda pair: pair[1])  # the first of equals: roles come first
    if count == len(lying):
        return "; " + _("they lie in {place}").format(place=place)
    if count < _LEAST_PART or 2 * count <= len(lying):
        return ""
    return "; " + _("{count} of those lie in {place}").format(count=counted(count), place=place)
