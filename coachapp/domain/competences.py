"""Notes and reflections by the career competence they are about, and the cards they belong to."""

from collections.abc import Iterator
from typing import NamedTuple

from coachapp.domain.conversation import Note
from coachapp.domain.framework import Framework
from coachapp.domain.phrases import counted
from coachapp.domain.portfolio import Portfolio, Reflection
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext


class Written(NamedTuple):
    """A note or a reflection: what it is about, and the activity or cell it belongs to."""

    competence: str
    text: str
    activity_id: str
    cell: Cell | None


def written(portfolio: Portfolio) -> tuple[Written, ...]:
    """All that is about a competence."""
    found = (
        Written(competence_of(portfolio.framework, one), one.text, one.activity_id, one.cell)
        for one in (*portfolio.notes, *portfolio.reflections)
    )
    return tuple(one for one in found if one.competence and one.text)


def competence_of(framework: Framework, one: Note | Reflection) -> str:
    """By its own tag, or else by the question it answers; "" for none."""
    own = one.competence if isinstance(one, Reflection) else ""
    return own or next((q.competence for q in framework.questions if q.id == one.question_id), "")


def cards(portfolio: Portfolio, competence: str) -> frozenset[str]:
    """Ids of the placements that something about this competence belongs to."""
    about = [one for one in written(portfolio) if one.competence == competence]
    activities = {one.activity_id for one in about if one.activity_id}
    cells = {one.cell for one in about if not one.activity_id}
    return frozenset(p.id for p in portfolio.placements if p.activity_id in activities or p.cell in cells)


def told(portfolio: Portfolio) -> Iterator[str]:
    """How many notes are about each competence, and with how many cards."""
    all_written = written(portfolio)
    for term in portfolio.framework.terms("career_competence"):
        count = sum(one.competence == term.id for one in all_written)
        if count:
            words = ngettext("{count} note is about “{name}”", "{count} notes are about “{name}”", count)
            yield words.format(count=counted(count), name=term.text) + _with_cards(portfolio, term.id)


def _with_cards(portfolio: Portfolio, competence: str) -> str:
    count = len(cards(portfolio, competence))
    if not count:
        return ""
    if count == 1:
        return "; " + _("one card goes with that")
    return "; " + _("{count} cards go with that").format(count=counted(count))
