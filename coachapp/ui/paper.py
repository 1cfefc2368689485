"""The paper that a person prints on: as chosen, else as is usual where the computer says it is."""

from typing import Final

from PySide6.QtCore import QLocale

from coachapp.report.paper import A4, LETTER, SIZES, Size
from coachapp.ui import settings
from coachapp.ui.settings import Settings

# As Unicode has it in its CLDR.
_WITH_LETTER: Final = ("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")


def size(known: Settings | None = None) -> Size:
    """By these settings, or else by what was remembered."""
    return SIZES.get((known or settings.read()).paper) or usual(QLocale.system())


def usual(locale: QLocale) -> Size:
    return LETTER if QLocale.territoryToCode(locale.territory()) in _WITH_LETTER else A4
