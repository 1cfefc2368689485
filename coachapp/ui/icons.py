"""Our own signs from resources/icons, in the colour of the words beside them."""

from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QIcon, QImageReader, QPixmap

from coachapp import paths
from coachapp.ui import theme

_SIDE: Final = 48  # pixels: enough for twice the text on a fine screen


def icon(name: str, colour: str = "") -> QIcon:
    """The sign of this name; `colour` as #RRGGBB, the ink of the theme when not given."""
    drawing = paths.resource("icons", f"{name}.svg").read_bytes()
    tinted = QByteArray(drawing.replace(b"currentColor", (colour or theme.current().ink).encode()))
    source = QBuffer()
    source.setData(tinted)
    reader = QImageReader(source, QByteArray(b"svg"))
    reader.setScaledSize(QSize(_SIDE, _SIDE))
    return QIcon(QPixmap.fromImageReader(reader))
