"""Goosequill College and its pack: an institute that is made up, as are its name, address and logo."""

import io
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw

from coachapp import packs, paths
from coachapp.domain.look import Look
from coachapp.domain.portfolio import Portfolio

ACCENT: Final = "#7A1E3A"
SAYS: Final = {"nl": "Logo van Hogeschool Ganzenveer", "en": "Logo of Goosequill College"}
FOOTER: Final = {
    "nl": "Hogeschool Ganzenveer, bestaat niet · Verzonnenlaan 1, Nergenshuizen",
    "en": "Goosequill College, which doesn't exist · 1 Invented Lane, Nowhere",
}
LOOK: Final = f"""
[look]
logo = "logo.png"
logo_text = {{ nl = "{SAYS["nl"]}", en = "{SAYS["en"]}" }}
accent = "{ACCENT}"
footer = {{ nl = "{FOOTER["nl"]}", en = "{FOOTER["en"]}" }}
sections = ["goals", "actions", "board"]
"""


def drawn(mode: str = "RGB", size: tuple[int, int] = (900, 300)) -> Image.Image:
    """A ring in a square beside a line."""
    image = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((20, 20, 280, 280), fill=ACCENT)
    draw.ellipse((90, 90, 210, 210), fill="white")
    draw.rectangle((340, 120, 860, 180), fill=ACCENT)
    return image.convert(mode)


def as_file(image: Image.Image, kind: str = "PNG", **settings: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **settings)
    return out.getvalue()


def without_palette() -> bytes:
    """A picture whose dots are numbers of colours that it doesn't tell."""
    whole = as_file(drawn("P"))
    start = whole.index(b"PLTE") - 4
    return whole[:start] + whole[start + 12 + int.from_bytes(whole[start : start + 4], "big") :]


def pack(folder: Path, logo: bytes | None = None, look: str = LOOK) -> Path:
    """The program's pack with a look of its own."""
    made = Path(shutil.copytree(paths.resource("packs", "leraarsbord"), folder / "goosequill"))
    with (made / "pack.toml").open("a", encoding="utf-8") as file:
        file.write(look)
    (made / "logo.png").write_bytes(as_file(drawn()) if logo is None else logo)
    return made


def look(folder: Path) -> Look:
    found = packs.load(pack(folder)).look
    assert found
    return found


def dressed(portfolio: Portfolio, look: Look | None) -> Portfolio:
    return replace(portfolio, framework=replace(portfolio.framework, look=look))
