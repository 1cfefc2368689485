"""What can be chosen in a portfolio: the framework's words with their signs, cells and workplaces."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath, QTransform

from coachapp.domain.framework import Framework
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.ui import shapes, theme
from coachapp.ui.inputs.choices import Choice


def sentence(words: object) -> str:
    """A word of the framework as it stands at the start of a line."""
    text = str(words)
    return text[:1].upper() + text[1:]


def vocabulary(
    framework: Framework, name: str, sign: Callable[[str], QPainterPath | None] = lambda _id: None
) -> list[Choice]:
    """The choices of a vocabulary such as "status"."""
    return [Choice(term.id, sentence(term.text), sign(term.id)) for term in framework.terms(name)]


def status_sign(status: str) -> QPainterPath:
    """The band along a card of this status; what somebody did fades away."""
    band = shapes.status_band(status, 12, 30)
    if status == "done":
        band = QPainterPath()
        for top, height in ((0, 12), (15, 7), (25, 3)):
            band.addRect(QRectF(0, top, 12, height))
    return QTransform.fromScale(1 / 32, 1 / 32).map(band.translated(10, 1))


def energies(framework: Framework) -> list[Choice]:
    return [Choice("", _("Not chosen")), *vocabulary(framework, "energy", shapes.energy_sign)]


def recognition_sign(recognition: str) -> QPainterPath:
    return shapes.recognition_sign((recognition,))


def role_choice(framework: Framework, role_id: str, value: object, words: str) -> Choice:
    """Words with the shape of a role in its hue."""
    index = [role.id for role in framework.roles].index(role_id)
    return Choice(value, words, shapes.role_shape(index), theme.current().role(index))


def cell_choice(framework: Framework, cell: Cell) -> Choice:
    return role_choice(framework, cell.role, cell, framework.cell_title(cell))


def cells(framework: Framework, leaving_out: Collection[Cell] = ()) -> list[Choice]:
    """Every cell of the board, row by row."""
    return [cell_choice(framework, cell) for cell in framework.board if cell not in leaving_out]


def workplaces(portfolio: Portfolio) -> list[Choice]:
    named = [Choice(c.id, c.name or c.function or _("Workplace without a name")) for c in portfolio.contexts]
    return [Choice("", _("Not chosen")), *named]


def teams(portfolio: Portfolio) -> list[Choice]:
    return [Choice("", _("Alone")), *(Choice(team.id, team.name) for team in portfolio.teams)]


def parts() -> list[Choice]:
    return [Choice("lead", _("I lead"), shapes.lead_sign()), Choice("take-part", _("I take part"))]


def formality() -> list[Choice]:
    return [Choice("formal", _("Formal")), Choice("informal", _("Informal"))]


def horizons() -> list[Choice]:
    """Years; 0 is not chosen."""
    return [Choice(0, _("No year chosen")), Choice(1, _("Within 1 year")), Choice(3, _("Within 3 years"))]


def career_lines(framework: Framework) -> list[Choice]:
    return [Choice("", _("No direction chosen")), *vocabulary(framework, "career_line")]


def phases(framework: Framework) -> list[Choice]:
    return [Choice("", _("Not chosen")), *vocabulary(framework, "phase")]
