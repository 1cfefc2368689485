"""What a plan tells, part by part: functions from a portfolio to what stands on the page, in order."""

from collections.abc import Callable, Iterable
from typing import Final

from reportlab.platypus import Flowable

from coachapp.domain.portfolio import Portfolio
from coachapp.report.choices import PlanChoices
from coachapp.report.sections.activities import beside_the_board, cell_by_cell
from coachapp.report.sections.ambitions import ambitions
from coachapp.report.sections.closing import agreements
from coachapp.report.sections.goals import actions, goals
from coachapp.report.sections.position import board, board_as_table

Section = Callable[[Portfolio, PlanChoices], Iterable[Flowable]]

SECTIONS: Final[tuple[Section, ...]] = (
    board,
    board_as_table,
    cell_by_cell,
    beside_the_board,
    ambitions,
    goals,
    actions,
    agreements,
)
