"""What goes into the plan, in words."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from coachapp import formats
from coachapp.domain.insight import beside_board
from coachapp.domain.portfolio import Portfolio
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext
from coachapp.report.choices import PlanChoices
from coachapp.ui import theme
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.panel import Panel


class Part(NamedTuple):
    """`says` is empty for what has nothing in it and stays out of the plan."""

    title: str
    says: str


class Contents(Panel):
    """The parts with how much is in them; what stays out is said so, without asking for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[QWidget] = []
        self.column.addWidget(labels.heading(_("What goes in")))

    def show_parts(self, parts: Iterable[Part]) -> None:
        for old in self._lines:
            self.column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = [line for part in parts for line in self._said(part)]
        for line in self._lines:
            self.column.addWidget(line)

    def _said(self, part: Part) -> tuple[QWidget, QWidget]:
        title = labels.text(part.title)
        title.setContentsMargins(0, theme.space(0.5), 0, 0)
        return title, labels.note(part.says or _("nothing yet, so it stays out"))


def parts(portfolio: Portfolio, choices: PlanChoices) -> Iterator[Part]:
    """In the order of the plan."""
    yield Part(_("Where I stand now"), _on_board(portfolio))
    yield Part(_("My own learning"), _count(len(beside_board(portfolio, "learning"))))
    if choices.to_place:
        yield Part(_("To place"), _count(len(beside_board(portfolio, ""))))
    if choices.off_board:
        yield Part(_("Off the board"), _count(len(beside_board(portfolio, "off"))))
    n = len(portfolio.ambitions)
    yield Part(
        _("Ambitions"), ngettext("{count} ambition", "{count} ambitions", n).format(count=n) if n else ""
    )
    yield Part(_("Goals"), _goals(portfolio))
    n = len(portfolio.actions)
    yield Part(_("Actions"), ngettext("{count} action", "{count} actions", n).format(count=n) if n else "")
    n = len(portfolio.agreements)
    yield Part(
        _("Agreements"), ngettext("{count} agreement", "{count} agreements", n).format(count=n) if n else ""
    )
    yield Part(_("Follow-up date"), formats.day(portfolio.follow_up))
    if choices.signatures:
        yield Part(_("Signatures"), _("lines for the teacher and the coach"))


def _on_board(portfolio: Portfolio) -> str:
    """The board is always in the plan, an empty one too."""
    count = len({placement.activity_id for placement in portfolio.placements})
    cells = len({placement.cell for placement in portfolio.placements})
    many = ngettext("{count} activity", "{count} activities", count).format(count=count)
    there = ngettext("in {count} cell", "in {count} cells", cells).format(count=cells)
    return _("the board and the same as a table: {activities} {cells}").format(activities=many, cells=there)


def _count(count: int) -> str:
    return ngettext("{count} activity", "{count} activities", count).format(count=count) if count else ""


def _goals(portfolio: Portfolio) -> str:
    return "; ".join(goal.title for goal in portfolio.goals)
