"""Who reads a plan, and what was chosen for each: a frozen value like the other items of a portfolio."""

from dataclasses import dataclass, field
from typing import Final

from coachapp.domain import values
from coachapp.domain.values import UNSTAMPED, Stamp, clean

READERS: Final = ("myself", "coach", "manager", "team")
ALSO: Final = ("energy", "hours", "stories")


@dataclass(frozen=True, slots=True)
class Reader:
    """What goes into the plan for one reader; `id` is the reader, out of READERS.

    `left_out` and `alias` are as in `for_reader.Choice`, `also` tells which of ALSO goes in.
    """

    id: str
    left_out: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    alias: str = ""
    stamp: Stamp = field(default=UNSTAMPED, compare=False)
    written: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        clean(self, left_out=_each_once, also=_each_once, alias=another_name)
        for name in self.also:
            values.one_of(name, ALSO, "also")


def another_name(text: str) -> str:
    """One that shows, or none."""
    return values.title(text) if values.line(text) else ""


def _each_once(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({values.line(name) for name in names}))
