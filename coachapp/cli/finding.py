"""Finds what a person means by a few letters."""

from typing import Final

from coachapp.cli.faults import NoSuchActivity, NoSuchCell, NoSuchEvidence, SeveralActivities
from coachapp.domain.framework import Framework, Level, Role
from coachapp.domain.portfolio import Activity, Evidence, Portfolio
from coachapp.domain.values import Cell

_NAMED: Final = 4


def activity(portfolio: Portfolio, text: str) -> Activity:
    """By its id, by its whole title, or by any part of a title that fits just one."""
    wanted = text.strip().casefold()
    titles = [(a, a.title.casefold()) for a in portfolio.activities]
    same = [a for a, title in titles if wanted in (a.id, title)]
    found = same or [a for a, title in titles if wanted and wanted in title]
    if not found:
        raise NoSuchActivity(text=text)
    if len(found) > 1:
        named = [f"“{a.title}”" for a in found[:_NAMED]]
        more = ["…"] if len(found) > _NAMED else []
        raise SeveralActivities(text=text, count=len(found), titles=", ".join(named + more))
    return found[0]


def evidence(portfolio: Portfolio, text: str) -> Evidence:
    """By its id, or by a name that just one has."""
    wanted = text.strip().casefold()
    found = [item for item in portfolio.evidence if wanted in (item.id, item.name.casefold())]
    if len(found) != 1:
        raise NoSuchEvidence(text=text)
    return found[0]


def cell(framework: Framework, text: str) -> Cell:
    """By ids or by titles in any of the framework's languages."""
    role_text, _slash, level_text = text.partition("/")
    role = next((r for r in framework.roles if _is_named(r, role_text)), None)
    level = next((lv for lv in framework.shown_levels if _is_named(lv, level_text)), None)
    if role is None or level is None:
        raise NoSuchCell(
            text=text,
            roles=", ".join(r.id for r in framework.roles),
            levels=", ".join(lv.id for lv in framework.shown_levels),
        )
    return Cell(role.id, level.id)


def _is_named(item: Role | Level, text: str) -> bool:
    names = (item.id, *(title for _language, title in item.title.by_language))
    return text.strip().casefold() in (name.casefold() for name in names)
