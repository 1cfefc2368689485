"""An institute's logo in a pack: really a picture, and kept as one that any paper can hold.

It becomes a small PNG in the colours of a screen, on white. The file is a stranger's: whatever is wrong
with it is told, and little is read of it.
"""

import base64
import re
import stat
import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from coachapp.i18n import gettext as _
from coachapp.packs.reading import Spot

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES: Final = 200 * 1024
MOST_DOTS: Final = 2000  # each way
KEPT: Final = (640, 160)  # dots: 300 to the inch as it is printed

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*\.(png|jpe?g)", re.IGNORECASE)
_SHADES: Final = 256  # of sixteen bits for each of eight
_PALE: Final = 148  # the lightest grey that has a contrast of 3 to 1 with white (WCAG 2.2, 1.4.11)
# What Pillow raises for what is no picture, or half a one.
_BROKEN: Final = (
    *(OSError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, EOFError, MemoryError),
    *(AssertionError, struct.error, zlib.error),
)


def logo(value: Any, spot: Spot) -> str:
    """The picture in base64, as it is kept."""
    if not isinstance(value, str) or not _NAME.fullmatch(value):
        spot.expect(_("The name of a PNG or JPEG file in the folder of the pack."))
        return ""
    data = _content(spot.reading.folder / value, spot)
    picture = None if data is None else _drawn(data, spot)
    if not picture:
        return ""
    if min(picture.convert("L").tobytes()) > _PALE:
        spot.expect(_("A logo that can be seen on white paper: this one is white or very pale."))
        return ""
    return _kept(picture)


def _content(path: Path, spot: Spot) -> bytes | None:
    try:
        # Nor through a link: it could lead to any file of this computer.
        if not stat.S_ISREG(path.lstat().st_mode):
            spot.expect(_("An ordinary file in the folder of the pack, not a link or a folder."))
            return None
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        spot.expect(_("A file that can be read ({reason}).").format(reason=error.strerror or error))
        return None
    if len(data) > MOST_BYTES:
        spot.expect(_("A file of at most {limit} KB.").format(limit=MOST_BYTES // 1024))
        return None
    return data


def _drawn(data: bytes, spot: Spot) -> "Image | None":
    from PIL import Image, ImageCms  # noqa: PLC0415 - few packs have a logo

    bombs = (Image.DecompressionBombError, Image.DecompressionBombWarning)
    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
            if max(picture.size) <= MOST_DOTS:
                picture.load()
                return _on_white(picture)
        spot.expect(_too_large())
    except bombs:
        spot.expect(_too_large())
    except (*_BROKEN, ImageCms.PyCMSError):
        spot.expect(_("A PNG or JPEG picture that can be opened."))
    return None


def _too_large() -> str:
    return _("A picture of at most {most} dots each way.").format(most=MOST_DOTS)


def _on_white(picture: "Image") -> "Image":
    """What shines through shows the paper."""
    from PIL import Image  # noqa: PLC0415

    deep = picture.mode.startswith("I")  # of these Pillow tells no transparency that can be used
    covers = picture.convert("RGBA").getchannel("A") if picture.has_transparency_data and not deep else None
    white = Image.new("RGB", picture.size, "white")
    white.paste(_as_on_a_screen(picture), mask=covers)
    return white


def _as_on_a_screen(picture: "Image") -> "Image":
    """In sRGB, whatever its own colours mean."""
    from PIL import ImageCms  # noqa: PLC0415

    profile = picture.info.get("icc_profile")
    if picture.mode.startswith("I"):
        picture = picture.point(lambda shade: shade / _SHADES).convert("L")
    elif picture.mode not in ("RGB", "L", "CMYK"):
        picture = picture.convert("L" if picture.mode in ("1", "LA") else "RGB")
    if profile:
        theirs, ours = ImageCms.ImageCmsProfile(BytesIO(profile)), ImageCms.createProfile("sRGB")
        picture = ImageCms.profileToProfile(picture, theirs, ours, outputMode="RGB") or picture
    return picture.convert("RGB")


def _kept(picture: "Image") -> str:
    picture.thumbnail(KEPT)
    file = BytesIO()
    picture.save(file, "PNG", optimize=True)
    return base64.b64encode(file.getvalue()).decode("ascii")
