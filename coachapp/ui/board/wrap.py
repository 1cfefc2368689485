"""Titles in a few lines of a given width; long compounds are hyphenated."""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from coachapp.ui.board.hyphens import dictionary

_LEFTWARD: Final = ("R", "AL")
_SOFT: Final = "\u00ad"
_NEXT: Final = "\u2028"  # a word that has to be broken begins on a line of its own


class Wrap:
    """Breaks text of one font and language; `line` is the height of a line."""

    def __init__(self, font: QFont, line: float, language: str) -> None:
        self.line = line
        self.font = font
        self.metrics = QFontMetricsF(font)
        self._language = language
        # Asked for the text of a method's help, as lru_cache does, PySide prepares those of all its methods.
        self.lines = lru_cache(maxsize=8192)(partial(self._lines))
        self._advance = lru_cache(maxsize=4096)(partial(self.metrics.horizontalAdvance))

    def paint(self, painter: QPainter, rect: QRectF, text: str, most: int) -> float:
        """Paint it from the top of `rect` down, at the leading edge; returns where it ends."""
        painter.setFont(self.font)
        y, mirrored = rect.top(), painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for words in self.lines(text, rect.width(), most):
            place = QRectF(rect.left(), y, rect.width(), self.line)
            painter.drawText(
                place,
                int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter),
                own_way(words, mirrored=mirrored),
            )
            y += self.line
        return y

    def _lines(self, text: str, width: float, most: int) -> tuple[str, ...]:
        """The text in at most `most` lines; what is left of it ends in "…"."""
        if self.metrics.horizontalAdvance(text) <= width:
            return (text,)
        words = text.split(" ")
        if all(self._advance(word) <= width for word in words):
            lines = list(self._filled(words, width))
        else:
            parts = " ".join(self._breakable(word, width) for word in words)
            lines = list(self._broken(parts.replace(f" {_NEXT}", _NEXT), width))
        if len(lines) <= most:
            return tuple(_shown(line) for line in lines)
        rest = "".join(lines[most - 1 :]).replace(_SOFT, "").replace(_NEXT, " ").strip()
        last = self.metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
        return (*(_shown(line) for line in lines[: most - 1]), last)

    def _filled(self, words: Iterable[str], width: float) -> Iterator[str]:
        """Lines of whole words, each as full as it can be; a layout would take ten times as long."""
        line, used, space = "", 0.0, self._advance(" ")
        for word in words:
            wide = self._advance(word)
            if line and used + wide > width:
                yield line
                line, used = "", 0.0
            line, used = f"{line}{word} ", used + wide + space
        yield line

    def _breakable(self, word: str, width: float) -> str:
        if self._advance(word) <= width:
            return word
        return _NEXT + str(dictionary(self._language).inserted(word, hyphen=_SOFT))

    def _broken(self, text: str, width: float) -> Iterator[str]:
        layout = QTextLayout(text, self.font)
        layout.setTextOption(_anywhere())
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            words = text[line.textStart() : line.textStart() + line.textLength()]
            if words != _NEXT:
                yield words
        layout.endLayout()


def _anywhere() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _shown(line: str) -> str:
    hyphen = "-" if line.endswith(_SOFT) else ""
    return line.replace(_SOFT, "").strip(f" {_NEXT}") + hyphen


def own_way(text: str, *, mirrored: bool) -> str:
    """The text read in its own direction, whatever the direction of the page."""
    strange = mirrored or (
        not text.isascii() and any(unicodedata.bidirectional(letter) in _LEFTWARD for letter in text)
    )
    return f"\u2068{text}\u2069" if strange else text
