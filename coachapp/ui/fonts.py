"""The program's own typeface: no font is sure to be on a computer."""

from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from coachapp import paths

FAMILY: Final = "Atkinson Hyperlegible"
_FACES: Final = ("Regular", "Bold")  # what the first paint needs; other scripts follow when they can
_OTHER_SCRIPTS: Final = ("NotoSans", "NotoSansArabic", "NotoSansHebrew")

_LEAST: Final = 10.0  # points; bare systems say 9, at which our typeface is hard to read


def load() -> None:
    """Make the faces of the first paint known to Qt."""
    for face in _FACES:
        _add(f"AtkinsonHyperlegible-{face}.ttf")


def load_more() -> None:
    """Faces for names in other scripts, on computers that have none; Qt falls back on them itself."""
    _add("AtkinsonHyperlegible-Italic.ttf")
    for family in _OTHER_SCRIPTS:
        _add(f"{family}-Regular.ttf")


def sized(system: QFont, percent: int) -> QFont:
    """Our typeface at a part of the system's own text size."""
    font = QFont(FAMILY)
    font.setPointSizeF(max(QFontInfo(system).pointSizeF(), _LEAST) * percent / 100)
    return font


def _add(name: str) -> None:
    QFontDatabase.addApplicationFont(str(paths.resource("fonts", name)))
