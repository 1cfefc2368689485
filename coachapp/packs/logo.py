"""An institute's logo in a pack: really a picture, and kept as one that any portfolio can hold."""

import base64
import re
import stat
import warnings
from io import BytesIO
from typing import Any, Final

from coachapp.domain.look import LONGEST_LOGO
from coachapp.i18n import gettext as _
from coachapp.packs.reading import Spot

_MOST_BYTES: Final = 1024 * 1024
_MOST_DOTS: Final = 4000  # each way
_KEPT: Final = (900, 240)  # dots: more than 300 to the inch as it is printed
_NAME: Final = re.compile(r"[\w-][\w.-]*")


def logo(value: Any, spot: Spot) -> str:
    """The picture as it is kept: a small PNG on white, whatever it was."""
    if not isinstance(value, str) or not _NAME.fullmatch(value):
        spot.expect(_("The name of a PNG or JPEG file in the folder of the pack."))
        return ""
    data = _content(value, spot)
    kept = _as_png(data, spot) if data else ""
    if len(kept) > LONGEST_LOGO:
        spot.expect(_("A simpler picture: this one takes too much room in each portfolio."))
        return ""
    return kept


def _content(name: str, spot: Spot) -> bytes:
    path = spot.reading.folder / name
    try:
        found = path.lstat()
        if not stat.S_ISREG(found.st_mode):
            spot.expect(_("An ordinary file in the folder of the pack, not a link or a folder."))
        elif found.st_size > _MOST_BYTES:
            spot.expect(_("A file of at most {limit} KB.").format(limit=_MOST_BYTES // 1024))
        else:
            return path.read_bytes()[:_MOST_BYTES] or _nothing(spot)
    except (OSError, ValueError) as error:
        spot.expect(_("A file that can be read ({reason}).").format(reason=error))
    return b""


def _nothing(spot: Spot) -> bytes:
    spot.expect(_("A PNG or JPEG picture that can be opened."))
    return b""


def _as_png(data: bytes, spot: Spot) -> str:
    from PIL import Image  # noqa: PLC0415 - few packs have a logo

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # of pictures as large as a wall
            with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
                if max(picture.size) > _MOST_DOTS:
                    spot.expect(_("A picture of at most {most} dots each way.").format(most=_MOST_DOTS))
                    return ""
                drawn = picture.convert("RGBA")
    except (OSError, ValueError, SyntaxError, MemoryError, Warning, Image.DecompressionBombError):
        _nothing(spot)
        return ""
    on_white = Image.new("RGBA", drawn.size, "white")
    on_white.alpha_composite(drawn)
    kept = on_white.convert("RGB")
    kept.thumbnail(_KEPT)
    file = BytesIO()
    kept.save(file, "PNG", optimize=True)
    return base64.b64encode(file.getvalue()).decode("ascii")
