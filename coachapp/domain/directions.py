"""Where to from a cell or a card: the career lines, deepening and letting go, each as an ambition."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from coachapp.domain.framework import Framework
from coachapp.domain.portfolio import Ambition, Portfolio
from coachapp.domain.values import TITLE_LENGTH, Cell, new_id

DEEPEN: Final = "deepen"
LET_GO: Final = ""  # no career line: it leads nowhere on the board
_ANOTHER_ROLE: Final = "broaden-role"
_ANOTHER_LEVEL: Final = "broaden-scope"


def targets(framework: Framework, line: str, cell: Cell) -> tuple[Cell, ...]:
    """The cells that a career line may lead to from here; none when it needs no other cell."""
    if line == _ANOTHER_ROLE:
        return tuple(other for other in framework.board if other.level == cell.level and other != cell)
    if line == _ANOTHER_LEVEL:
        return tuple(other for other in framework.board if other.role == cell.role and other != cell)
    return ()


def wish(framework: Framework, line: str, start: Ambition, target: Cell | None, name: str) -> Ambition:
    """An ambition along this line; `start` tells from which activity or cell, `name` what that is called.

    Another school, a job beside it, leading: those are about the whole work, and keep its name in words.
    """
    fresh = replace(start, id=new_id(), career_line=line)
    if line == LET_GO:
        return replace(fresh, target=None)
    if line == DEEPEN or target is not None:
        return replace(fresh, target=target or start.origin)
    words = f"{framework.word('career_line', line)}: {name}"
    title = (words[:1].upper() + words[1:])[:TITLE_LENGTH]
    return Ambition(fresh.id, title, target=start.origin, career_line=line)


def is_there(portfolio: Portfolio, wished: Ambition) -> bool:
    """Whether there is one like it already, apart from by when."""
    alike = (replace(wished, id=other.id, horizon=other.horizon) == other for other in portfolio.ambitions)
    return any(alike)


def lines(framework: Framework) -> Iterator[str]:
    """Every career line, and letting go beside them as a choice like the others."""
    yield from framework.choices("career_line")
    yield LET_GO
