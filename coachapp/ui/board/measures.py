"""Sizes on the board in pixels, all following the reader's text size and the zoom."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF

from coachapp.ui import theme

BARS: Final = 0.35  # from this zoom on cards are bars, below it cells are counts
FULL: Final = 0.7  # from this zoom on cards have their words
_LINE_AT_100: Final = 17.0  # what the measures below were chosen at


@dataclass(frozen=True, slots=True)
class Measures:
    """`unit` is one pixel at 100 % text and zoom; `line` and `small` are line heights."""

    font: QFont
    small_font: QFont
    unit: float
    line: float
    small: float
    detail: str  # "cards", "bars" or "counts"

    @classmethod
    def of(cls, font: QFont, zoom: float = 1.0) -> "Measures":
        body, small = _scaled(font, max(zoom, BARS)), _scaled(font, max(zoom, BARS) * theme.SMALL)
        line = QFontMetricsF(body).lineSpacing() * 1.06
        detail = "cards" if zoom >= FULL else "bars" if zoom >= BARS else "counts"
        return cls(body, small, line / _LINE_AT_100, line, QFontMetricsF(small).lineSpacing() * 1.06, detail)

    def px(self, pixels: float) -> float:
        return pixels * self.unit

    @property
    def pad(self) -> float:
        """Between a cell's edge and its cards."""
        return round(self.px(7))

    @property
    def gap(self) -> float:
        """Between the cards of a cell."""
        return round(self.px(6)) if self.detail == "cards" else 3.0

    @property
    def gutter(self) -> float:
        """Between cells; arrows run there."""
        return round(self.px(14))

    @property
    def card(self) -> float:
        """The least width of a card."""
        return self.px(128) if self.detail == "cards" else 26.0

    @property
    def bar(self) -> float:
        """The height of a card without words."""
        return 7.0

    @property
    def column(self) -> float:
        """A column in which titles read well."""
        return self.px(136)

    @property
    def narrow_columns(self) -> tuple[float, float]:
        """The least widths of a column with cards and of an empty one."""
        return self.px(108), self.px(84)


def _scaled(font: QFont, factor: float) -> QFont:
    """The font at another size, whether that is kept in points or in pixels."""
    scaled = QFont(font)
    if font.pixelSize() > 0:
        scaled.setPixelSize(max(1, round(font.pixelSize() * factor)))
    else:
        scaled.setPointSizeF(max(1.0, font.pointSizeF() * factor))
    return scaled


def bold(font: QFont) -> QFont:
    heavy = QFont(font)
    heavy.setBold(True)
    return heavy
