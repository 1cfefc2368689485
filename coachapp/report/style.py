"""Measures and colours of the page. Lengths are points, from its bottom left."""

from typing import Final, NamedTuple

from reportlab.lib.colors import Color, HexColor

from coachapp.domain.look import Look
from coachapp.report.paper import MM

SIDE: Final = 20 * MM
TOP: Final = 24 * MM
BOTTOM: Final = 22 * MM

INK: Final = HexColor("#1F2A37")
MUTED: Final = HexColor("#5A6572")
LINE: Final = HexColor("#8C857A")  # carries meaning: 3.7 to 1 on white
HAIR: Final = HexColor("#D5CFC4")  # only leads the eye
CELL: Final = HexColor("#FAF8F4")
PAPER: Final = HexColor("#FFFFFF")
ACCENT: Final = HexColor("#1F5F8B")
ROLES: Final = tuple(map(HexColor, ("#0B5C7A", "#9A4F00", "#5A3FA0", "#2F6B1C")))


class Style(NamedTuple):
    """How a paragraph is set; `indent` is where its lines start, after a label if it has one."""

    size: float
    leading: float
    before: float = 0
    after: float = 0
    indent: float = 0


BODY: Final = Style(9.5, 13.5, after=4)
LABELLED: Final = Style(9.5, 13.5, after=3, indent=124)
SMALL: Final = Style(8, 11, after=2)
CELL_TEXT: Final = Style(8.8, 12)
TITLE: Final = Style(27, 32, after=2)
NAME: Final = Style(13, 18, after=4)
QUESTION: Final = Style(13, 18, before=2, after=6)
HEADING: Final = Style(15, 20, before=18, after=6)
SUBHEADING: Final = Style(11, 15, before=9, after=2)
CARD: Final = Style(8, 10)
CARD_NOTE: Final = Style(6.9, 8.8)


class Colours(NamedTuple):
    """Those that an institute may change, together: of arrows and what is wished for, and of headings."""

    accent: Color = ACCENT
    heading: Color = INK

    @classmethod
    def of(cls, look: Look | None) -> "Colours":
        """Without an accent of its own, headings are ink."""
        return cls(*(HexColor(look.accent),) * 2) if look and look.accent else cls()


def role_colour(index: int) -> Color:
    return ROLES[index % len(ROLES)]
