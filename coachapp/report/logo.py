"""An institute's logo in the margin above the first page; one that can't be drawn is left out."""

import base64
import struct
import warnings
import zlib
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from coachapp.domain.look import Look
from coachapp.report.paper import MM

if TYPE_CHECKING:
    from PIL.Image import Image

WIDEST: Final = 52 * MM
HIGHEST: Final = 13 * MM
_TOP: Final = 7 * MM  # what a printer can't reach is less
_DOT: Final = 0.6  # points at most: a small picture is no larger than it is sharp
_MOST_DOTS: Final = 1000  # each way; the portfolio may come from anywhere
# What Pillow raises for what is no picture, or half a one.
_BROKEN: Final = (
    *(OSError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, EOFError, MemoryError),
    *(AssertionError, struct.error, zlib.error),
)


def picture(look: Look) -> "Image | None":
    """Plain red, green and blue, as every reader of PDFs draws them alike."""
    from PIL import Image  # noqa: PLC0415 - few portfolios have a logo

    if not look.logo:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # of pictures as large as a wall
            with Image.open(BytesIO(base64.b64decode(look.logo)), formats=("PNG",)) as found:
                return found.convert("RGB") if max(found.size) <= _MOST_DOTS else None
    except (*_BROKEN, Warning, Image.DecompressionBombError):
        return None


def size(image: "Image") -> tuple[float, float]:
    """Width and height on paper, in points."""
    scale = min(WIDEST / image.width, HIGHEST / image.height, _DOT)
    return image.width * scale, image.height * scale


def draw_logo(canvas: Any, look: Look, right: float, edge: float) -> None:
    """In the margin below `edge`, the top of the paper."""
    from reportlab.lib.utils import ImageReader  # noqa: PLC0415

    if not (image := picture(look)):
        return
    width, height = size(image)
    left, bottom = right - width, edge - _TOP - (HIGHEST + height) / 2
    with canvas.tags.figure(str(look.logo_text), (left, bottom, right, bottom + height)):
        canvas.drawImage(ImageReader(image), left, bottom, width, height)
