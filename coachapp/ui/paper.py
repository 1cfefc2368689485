"""The paper that a person prints on: as chosen, else as is usual where the computer says it is."""

from typing import Final

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from coachapp.report.paper import A4, LETTER, SIZES, Size
from coachapp.ui import settings
from coachapp.ui.choices import Choices
from coachapp.ui.settings import Settings

# As Unicode has it in its CLDR.
_WITH_LETTER: Final = ("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")


def size(known: Settings | None = None) -> Size:
    """By these settings, or else by what was remembered."""
    return SIZES.get((known or settings.read()).paper) or usual(QLocale.system())


def usual(locale: QLocale) -> Size:
    return LETTER if QLocale.territoryToCode(locale.territory()) in _WITH_LETTER else A4


def of(widget: QWidget) -> Size:
    """As chosen in the window that this is a part of."""
    choices = _choices(widget)
    return size(choices.settings if choices else None)


def choose(widget: QWidget, name: str) -> None:
    """For all papers from now on; remembered, but by no computer where the person is a guest."""
    if choices := _choices(widget):
        choices.change(paper=name)


def _choices(widget: QWidget) -> Choices | None:
    above: QWidget | None = widget
    while above is not None:
        found = getattr(above, "choices", None)
        if isinstance(found, Choices):
            return found
        above = above.parentWidget()
    return None
