"""An institute's logo at the top of a paper; one that can't be drawn is left out."""

import base64
import warnings
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from coachapp.domain.look import Look
from coachapp.report.paper import MM

if TYPE_CHECKING:
    from PIL.Image import Image

WIDEST: Final = 45 * MM
HIGHEST: Final = 12 * MM
_MOST_DOTS: Final = 1000  # each way; the portfolio may come from anywhere


def picture(look: Look | None) -> "Image | None":
    """Plain red, green and blue, as every reader of PDFs draws them alike."""
    from PIL import Image  # noqa: PLC0415 - few portfolios have a logo

    if look is None or not look.logo:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # of pictures as large as a wall
            with Image.open(BytesIO(base64.b64decode(look.logo)), formats=("PNG",)) as found:
                return found.convert("RGB") if max(found.size) <= _MOST_DOTS else None
    except (OSError, ValueError, SyntaxError, MemoryError, Warning, Image.DecompressionBombError):
        return None


def size(image: "Image") -> tuple[float, float]:
    """Width and height on paper, in points."""
    scale = min(WIDEST / image.width, HIGHEST / image.height)
    return image.width * scale, image.height * scale


def draw(canvas: Any, image: "Image", words: str, right: float, top: float) -> None:
    """With its right top corner here; read out as these words."""
    from reportlab.lib.utils import ImageReader  # noqa: PLC0415

    width, height = size(image)
    box = (*canvas.absolutePosition(right - width, top - height), *canvas.absolutePosition(right, top))
    with canvas.tags.figure(words, box):
        canvas.drawImage(ImageReader(image), right - width, top - height, width, height)
