"""Our own signs from resources/icons, in the colour of the words beside them."""

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QIcon, QImageReader, QPixmap

from coachapp import paths
from coachapp.ui import theme

_PIXELS: Final = (20, 40)


def icon(name: str, colour: str = "") -> QIcon:
    """The sign of this name; `colour` as #RRGGBB, the ink of the theme when not given."""
    drawing = paths.resource("icons", f"{name}.svg").read_bytes()
    tinted = QByteArray(drawing.replace(b"currentColor", (colour or theme.current().ink).encode()))
    result = QIcon()
    for side in _PIXELS:
        result.addPixmap(_drawn(tinted, side))
    return result


def _drawn(svg: QByteArray, side: int) -> QPixmap:
    source = QBuffer()
    source.setData(svg)
    reader = QImageReader(source, QByteArray(b"svg"))
    reader.setScaledSize(QSize(side, side))
    return QPixmap.fromImageReader(reader)
