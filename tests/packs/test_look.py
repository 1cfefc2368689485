"""An institute's own look in its pack: what is taken, and what is told of what can't be."""

import base64
import io
import os
import random
import struct
import time
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageCms

from coachapp import i18n, packs
from coachapp.packs import BadPack, Fault
from coachapp.packs.logo import KEPT, MOST_BYTES, logo
from coachapp.packs.reading import Reading, Spot
from tests import institute
from tests.institute import ACCENT, FOOTER, LOOK, SAYS, as_file, drawn


def only_fault(pack: Path) -> Fault:
    with pytest.raises(BadPack) as refused:
        packs.load(pack)
    (fault,) = refused.value.faults
    assert fault.file == "pack.toml"
    return fault


def read(folder: Path, name: str) -> tuple[str, str]:
    """The picture as it is kept, and what was told of it."""
    reading = Reading(folder=folder)
    kept = logo(name, Spot(reading, "pack.toml"))
    told = " ".join(fault.expected for fault in reading.faults)
    assert bool(kept) != bool(told)
    return kept, told


def picture_of(kept: str) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(kept)))


def test_a_pack_tells_the_look_of_an_institute(tmp_path: Path) -> None:
    look = institute.look(tmp_path)
    assert look.logo_text
    assert look.footer
    assert (look.accent, look.sections) == (ACCENT, ("goals", "actions", "board"))
    for language in ("nl", "en"):
        assert look.logo_text.text(language) == SAYS[language]
        assert look.footer.text(language) == FOOTER[language]


def test_the_pack_of_the_program_has_no_look_of_its_own() -> None:
    assert packs.default_framework().look is None


def test_any_part_of_a_look_may_be_left_out(tmp_path: Path) -> None:
    look = packs.load(institute.pack(tmp_path, look='\n[look]\naccent = "#004488"\n')).look
    assert look
    assert (look.logo, look.logo_text, look.footer, look.sections) == ("", None, None, ())


_FAULTS = [
    (f'"{ACCENT}"', '"#FFCC00"', "look.accent", "a contrast of 1.5 to 1 with the paper, and 4.5 to 1 is"),
    (f'"{ACCENT}"', '"#777777"', "look.accent", "a contrast of 4.4 to 1"),
    (f'"{ACCENT}"', '"red"', "look.accent", "A colour such as"),
    (f'"{ACCENT}"', '"#7A1E3A "', "look.accent", "A colour such as"),
    (f'"{ACCENT}"', "7", "look.accent", "A colour such as"),
    ('"logo.png"', '"../logo.png"', "look.logo", "in the folder of the pack"),
    ('"logo.png"', '"/etc/passwd"', "look.logo", "in the folder of the pack"),
    ('"logo.png"', '"C:logo.png"', "look.logo", "in the folder of the pack"),
    ('"logo.png"', '"logo.svg"', "look.logo", "in the folder of the pack"),
    ('"logo.png"', '"other.png"', "look.logo", "A file that can be read (No such file"),
    ('"logo.png"', "true", "look.logo", "in the folder of the pack"),
    (
        f'logo_text = {{ nl = "{SAYS["nl"]}", en = "{SAYS["en"]}" }}\n',
        "",
        "look",
        "Both “logo” and “logo_text”",
    ),
    (f'"{SAYS["nl"]}"', '""', "look.logo_text.nl", "that can be seen"),
    (f'nl = "{FOOTER["nl"]}", ', "", "look.footer.nl", "This is needed"),
    (FOOTER["en"], "x" * 101, "look.footer.en", "at most 100"),
    (FOOTER["en"], "a\\nb", "look.footer.en", "One line"),
    ('"goals", ', '"gaols", ', "look.sections[1]", "“gaols” is not among them"),
    ('"goals", ', '"board", ', "look.sections[3]", "“board” is used already"),
    ("accent =", "acent =", "look.acent", "“acent” is not among them"),
]


@pytest.mark.parametrize(("stands", "instead", "place", "told"), _FAULTS)
def test_what_is_wrong_with_a_look_is_told(
    stands: str, instead: str, place: str, told: str, tmp_path: Path
) -> None:
    assert stands in LOOK
    fault = only_fault(institute.pack(tmp_path, look=LOOK.replace(stands, instead, 1)))
    assert fault.place == place
    assert told in fault.expected


def test_a_contrast_is_told_in_the_readers_own_numbers(tmp_path: Path) -> None:
    i18n.use("nl")
    fault = only_fault(institute.pack(tmp_path, look=LOOK.replace(ACCENT, "#777777")))
    assert "4,4 op 1" in fault.expected


def test_a_look_that_is_no_table_is_told(tmp_path: Path) -> None:
    pack = institute.pack(tmp_path, look="")
    text = (pack / "pack.toml").read_text("utf-8")
    (pack / "pack.toml").write_text(f"look = 3\n{text}", "utf-8")
    assert only_fault(pack).place == "look"


_DEEP = drawn("L").convert("I").point(lambda shade: shade * 257).convert("I;16")
_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
_MOVING: dict[str, Any] = {"save_all": True, "append_images": [Image.new("RGB", (900, 300), "red")]}
_GOOD = {
    "rgb": as_file(drawn()),
    "transparent": as_file(drawn("RGBA")),
    "palette with transparency": as_file(drawn("P"), transparency=drawn("P").getpixel((0, 0))),
    "grey": as_file(drawn("L")),
    "grey with transparency": as_file(drawn("LA")),
    "two colours": as_file(drawn("1")),
    "16 bits": as_file(_DEEP),
    "16 bits, transparent": as_file(_DEEP, transparency=65535),
    "moving": as_file(drawn(), **_MOVING),
    "with a profile": as_file(drawn(), icc_profile=_SRGB),
    "JPEG": as_file(drawn(), "JPEG"),
    "grey JPEG": as_file(drawn("L"), "JPEG"),
    "CMYK JPEG": as_file(drawn("CMYK"), "JPEG"),
    "tall": as_file(drawn(size=(900, 2000))),
    "one dot": as_file(Image.new("RGB", (1, 1), "black")),
}


@pytest.mark.parametrize("kind", _GOOD)
def test_each_kind_of_picture_becomes_one_small_plain_one(kind: str, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(_GOOD[kind])
    found = picture_of(read(tmp_path, "logo.png")[0])
    assert (found.mode, found.format, found.info) == ("RGB", "PNG", {})
    assert all(side <= most for side, most in zip(found.size, KEPT, strict=True))
    if kind not in ("tall", "one dot"):
        paper, ink = found.getpixel((0, 0)), found.getpixel((25, 25))
        assert paper == (255, 255, 255)
        assert isinstance(ink, tuple)
        assert sum(ink[:3]) < 3 * 80


def test_what_shines_through_shows_white_paper(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    clear.paste((122, 30, 58, 255), (20, 20, 80, 80))
    (tmp_path / "logo.png").write_bytes(as_file(clear))
    found = picture_of(read(tmp_path, "logo.png")[0])
    assert (found.getpixel((5, 5)), found.getpixel((50, 50))) == ((255, 255, 255), (122, 30, 58))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png_of(width: int, height: int, data: bytes) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (_chunk(b"IHDR", header), _chunk(b"IDAT", zlib.compress(data)), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("logo.png", _GOOD["rgb"])
    return out.getvalue()


def _hostile() -> Iterator[tuple[str, bytes, str]]:
    whole = "A PNG or JPEG picture that can be opened"
    yield "empty", b"", whole
    yield "text", b"not a picture", whole
    yield "zip with another name", _zip(), whole
    yield "GIF with another name", as_file(drawn(), "GIF"), whole
    yield "half", _GOOD["rgb"][: len(_GOOD["rgb"]) // 2], whole
    yield "half a JPEG", _GOOD["JPEG"][: len(_GOOD["JPEG"]) // 2], whole
    yield "palette of no colours", institute.without_palette(), whole
    yield "something else after its dots", _GOOD["rgb"].replace(b"IEND", b"\0\1\0\1"), ""
    yield "something else instead of its dots", _png_of(9, 9, b"").replace(b"IDAT", b"\0\1\0\1"), whole
    yield "profile of other colours", as_file(drawn("L"), icc_profile=_SRGB), whole
    yield "spoiled profile", as_file(drawn(), icc_profile=b"x" * 300), whole
    yield "too many dots", as_file(Image.new("1", (2001, 10))), "at most 2000 dots"
    yield "bomb that warns", _png_of(10_000, 10_000, b""), "at most 2000 dots"
    yield "bomb", _png_of(2**31 - 1, 2**31 - 1, b""), "at most 2000 dots"
    yield "much more data than dots", _png_of(2, 2, bytes(50_000_000)), ""
    yield "no dots", _png_of(0, 0, b""), whole
    yield "too large", as_file(Image.effect_noise((700, 700), 90)), f"at most {MOST_BYTES // 1024} KB"
    yield "white", as_file(Image.new("RGB", (90, 30), "white")), "that can be seen on white paper"
    yield "white on nothing", as_file(Image.new("RGBA", (90, 30), (255, 255, 255, 0))), "on white paper"


@pytest.mark.parametrize(("data", "told"), [case[1:] for case in _hostile()], ids=[c[0] for c in _hostile()])
def test_no_file_that_is_called_a_logo_does_harm(data: bytes, told: str, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(data)
    begun = time.process_time()
    found = read(tmp_path, "logo.png")
    assert time.process_time() - begun < 2
    assert told in found[1]


def test_a_picture_spoiled_by_chance_is_taken_or_told(tmp_path: Path) -> None:
    chance = random.Random(5)
    path = tmp_path / "logo.png"
    told = 0
    for data in _GOOD.values():
        for _ in range(40):
            spoiled = bytearray(data)
            for _ in range(chance.choice((1, 1, 3, 20))):
                spoiled[chance.randrange(len(spoiled))] = chance.randrange(256)
            path.write_bytes(spoiled[: chance.choice((len(data), chance.randrange(len(data))))])
            found = read(tmp_path, "logo.png")
            told += not found[0]
            assert found[1].isprintable()
    assert told > 100


@pytest.mark.skipif(os.name == "nt", reason="links and pipes are for administrators there")
def test_a_logo_is_no_link_out_of_the_pack_and_nothing_to_wait_for(tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    (tmp_path / "outside.png").write_bytes(_GOOD["rgb"])
    (pack / "link.png").symlink_to(tmp_path / "outside.png")
    (pack / "folder.png").mkdir()
    os.mkfifo(pack / "pipe.png")
    for name in ("link.png", "folder.png", "pipe.png"):
        assert "An ordinary file" in read(pack, name)[1]
