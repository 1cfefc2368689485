"""The sheets that papers are on: A4, or Letter where people print on that. Lengths are points."""

from typing import Final, NamedTuple

MM: Final = 72 / 25.4
_INCH: Final = 72


class Paper(NamedTuple):
    """A sheet."""

    width: float
    height: float


class Size(NamedTuple):
    """What a printer holds: its usual sheet, and a large one on its side with what people call that."""

    name: str
    sheet: Paper
    large: Paper
    large_name: str


A4: Final = Size("A4", Paper(210 * MM, 297 * MM), Paper(420 * MM, 297 * MM), "A3")
LETTER: Final = Size("Letter", Paper(8.5 * _INCH, 11 * _INCH), Paper(17 * _INCH, 11 * _INCH), "Tabloid")
SIZES: Final = {size.name: size for size in (A4, LETTER)}
