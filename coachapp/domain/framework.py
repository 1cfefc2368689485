"""The framework: roles, levels, cells, words and questions that a board is made of.

A portfolio keeps the framework it was made with, so that it reads the same in ten years.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from coachapp.domain.look import Look
from coachapp.domain.values import Cell
from coachapp.domain.words import Words

VOCABULARIES: Final = (
    "phase",
    "status",
    "energy",
    "recognition",
    "career_line",
    "career_competence",
    "role_profile",
    "actor",
    "perspective",
)


@dataclass(frozen=True, slots=True)
class Role:
    id: str
    title: Words
    official: Words
    text: Words


@dataclass(frozen=True, slots=True)
class Level:
    id: str
    title: Words
    text: Words
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Term:
    """A word with an id: a choice of a vocabulary, or an example of a cell."""

    id: str
    text: Words


@dataclass(frozen=True, slots=True)
class Vocabulary:
    id: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class CellContent:
    cell: Cell
    examples: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Licence:
    """What a sector asked of who teaches there when that was read: in `source`, at `dated`."""

    text: Words
    source: Words
    dated: str


@dataclass(frozen=True, slots=True)
class Sector:
    """A school type: its words for teacher, student, group…, and its accent in each role."""

    id: str
    title: Words
    terms: tuple[Term, ...]
    accents: tuple[Term, ...]
    licence: Licence | None = None

    def accent(self, role_id: str) -> Words | None:
        return next((accent.text for accent in self.accents if accent.id == role_id), None)


@dataclass(frozen=True, slots=True)
class Step:
    """A step in the conversation; `minutes` is guidance, `alone` means before or after the talk."""

    id: str
    title: Words
    text: Words
    minutes: int
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """`scope`: "*" for any cell, "*/macro" for one level, "leren/*" for one role, or one cell."""

    id: str
    step: str
    competence: str
    scope: str
    text: Words

    def fits(self, cell: Cell) -> bool:
        """Whether the question was written for this cell or for its row or column."""
        return self.scope in (str(cell), f"*/{cell.level}", f"{cell.role}/*")


@dataclass(frozen=True, slots=True)
class Stop:
    cell: Cell
    text: Words


@dataclass(frozen=True, slots=True)
class Path:
    """A role path: one role profile across the board."""

    profile: str
    stops: tuple[Stop, ...]


@dataclass(frozen=True)
class Framework:
    id: str
    version: str
    title: Words
    credit: Words
    role_axis: Words
    level_axis: Words
    roles: tuple[Role, ...]
    levels: tuple[Level, ...]
    cells: tuple[CellContent, ...]
    sectors: tuple[Sector, ...]
    vocabularies: tuple[Vocabulary, ...]
    steps: tuple[Step, ...]
    questions: tuple[Question, ...]
    paths: tuple[Path, ...]
    look: Look | None = None

    @cached_property
    def shown_levels(self) -> tuple[Level, ...]:
        """The board's columns."""
        return tuple(level for level in self.levels if level.enabled)

    @cached_property
    def board(self) -> tuple[Cell, ...]:
        """The board's cells, row by row."""
        return tuple(Cell(role.id, level.id) for role in self.roles for level in self.shown_levels)

    def role(self, role_id: str) -> Role:
        return next(role for role in self.roles if role.id == role_id)

    def level(self, level_id: str) -> Level:
        return next(level for level in self.levels if level.id == level_id)

    def terms(self, vocabulary: str) -> tuple[Term, ...]:
        """The choices of a vocabulary such as "status"."""
        return next((v.terms for v in self.vocabularies if v.id == vocabulary), ())

    def choices(self, vocabulary: str) -> tuple[str, ...]:
        return tuple(term.id for term in self.terms(vocabulary))

    def word(self, vocabulary: str, term_id: str) -> str:
        """How a choice reads in the reader's language; an id from elsewhere reads as itself."""
        return next((str(t.text) for t in self.terms(vocabulary) if t.id == term_id), term_id)

    def examples(self, cell: Cell) -> tuple[Term, ...]:
        return next((content.examples for content in self.cells if content.cell == cell), ())

    def questions_for(self, cell: Cell) -> tuple[Question, ...]:
        return tuple(question for question in self.questions if question.fits(cell))

    def paths_through(self, cell: Cell) -> tuple[Path, ...]:
        return tuple(path for path in self.paths if any(stop.cell == cell for stop in path.stops))

    def beside(self, cell: Cell) -> tuple[Cell, ...]:
        """Neighbours: the next levels of the same role, then the other roles at the same level."""
        at = [level.id for level in self.shown_levels]
        near = [i for i in (at.index(cell.level) - 1, at.index(cell.level) + 1) if 0 <= i < len(at)]
        return tuple(Cell(cell.role, at[i]) for i in near) + tuple(
            Cell(role.id, cell.level) for role in self.roles if role.id != cell.role
        )

    def cell_title(self, cell: Cell) -> str:
        """Such as "Developing education · School"."""
        return f"{self.role(cell.role).title} · {self.level(cell.level).title}"
