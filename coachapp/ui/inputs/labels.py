"""Texts on a page: headings, notes and what a person typed, always shown as text."""

import re
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from coachapp.ui import theme

_LONG: Final = re.compile(r"(\S{20})(?=\S{6})")


def text(words: str = "", parent: QWidget | None = None, *, size: float = 1.0) -> QLabel:
    """Plain words that wrap."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    label.setFont(_sized(label.font(), size))
    label.setText(breakable(words))
    return label


def breakable(words: str) -> str:
    """The same words on screen, in which a very long one may go on at the next line."""
    return _LONG.sub("\\1\u200b", words)


def heading(words: str = "", parent: QWidget | None = None, *, size: float = 1.0) -> QLabel:
    label = text(words, parent, size=size)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label


def title(words: str = "", parent: QWidget | None = None) -> QLabel:
    """The name of a page or of what a pane is about."""
    return heading(words, parent, size=theme.TITLE)


def note(words: str = "", parent: QWidget | None = None) -> QLabel:
    """Words that explain, in the quieter colour."""
    label = text(words, parent, size=theme.SMALL)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def complaint(parent: QWidget | None = None) -> QLabel:
    """Says beside an input what can't be read; hidden while there is nothing to say."""
    label = text("", parent, size=theme.SMALL)
    palette = label.palette()
    palette.setColor(QPalette.ColorRole.WindowText, theme.current().warning)
    label.setPalette(palette)
    label.hide()
    return label


def _sized(font: QFont, factor: float) -> QFont:
    if factor != 1.0 and font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * factor)
    return font
