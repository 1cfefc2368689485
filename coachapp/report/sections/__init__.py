"""What a plan tells, section by section: functions from a portfolio to what stands on the page."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Final

from reportlab.platypus import Flowable

from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Portfolio
from coachapp.report.sections.activities import cell_by_cell, learning, off_board, to_place
from coachapp.report.sections.ambitions import ambitions
from coachapp.report.sections.closing import agreements, signatures, together
from coachapp.report.sections.evidence import evidence
from coachapp.report.sections.goals import actions, goals
from coachapp.report.sections.means import means, support
from coachapp.report.sections.perspectives import perspectives
from coachapp.report.sections.position import board, board_as_table
from coachapp.report.sections.qualities import qualities
from coachapp.report.sections.review import review
from coachapp.report.sections.since import since
from coachapp.report.sections.timeline import timeline

Section = Callable[[Portfolio, Choice], Iterable[Flowable]]
SectionOfDay = Callable[[Portfolio, Choice, dt.date], Iterable[Flowable]]

SECTIONS: Final[dict[str, Section]] = {
    "board": board,
    "table": board_as_table,
    "cells": cell_by_cell,
    "learning": learning,
    "to_place": to_place,
    "off_board": off_board,
    "qualities": qualities,
    "ambitions": ambitions,
    "goals": goals,
    "actions": actions,
    "support": support,
    "means": means,
    "evidence": evidence,
    "perspectives": perspectives,
    "agreements": agreements,
    "together": together,
    "review": review,
    "signatures": signatures,
}
"""By the ids of `for_reader.SECTIONS`, together with the next."""

OF_THE_DAY: Final[dict[str, SectionOfDay]] = {"since": since, "timeline": timeline}
"""Those that tell how things stand on the day of the plan."""


def told(name: str, portfolio: Portfolio, choice: Choice, date: dt.date) -> Iterable[Flowable]:
    """What a section tells in a plan of this day."""
    if name in OF_THE_DAY:
        return OF_THE_DAY[name](portfolio, choice, date)
    return SECTIONS[name](portfolio, choice)
