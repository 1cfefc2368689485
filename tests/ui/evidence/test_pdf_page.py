"""Pages of a PDF are drawn by a program of its own; whatever is in the PDF, this one goes on."""

import datetime as dt
import random
import sys
import time
import zlib
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtGui import QColor

from coachapp.packs import sample
from coachapp.report import plan
from coachapp.ui.evidence import pdf_page


@pytest.fixture
def pdf(tmp_path: Path) -> bytes:
    path = tmp_path / "plan.pdf"
    plan.write(sample.portfolio("en"), path, language="en", date=dt.date(2026, 11, 26))
    return path.read_bytes()


def made(content: bytes, box: tuple[int, ...] = (0, 0, 300, 400), *, packed: bool = False) -> bytes:
    """A PDF of one page."""
    document, out = pikepdf.new(), BytesIO()
    page = document.add_blank_page(page_size=(300, 400))
    page.MediaBox = pikepdf.Array(box)
    stream = pikepdf.Stream(document, b"")
    if packed:
        stream.write(content, filter=pikepdf.Name.FlateDecode)
    else:
        stream.write(content)
    page.Contents = document.make_indirect(stream)
    document.save(out)
    return out.getvalue()


def test_each_page_is_drawn(pdf: bytes) -> None:
    first, second = (pdf_page.draw(pdf, page) for page in (0, 1))
    assert first
    assert second
    assert first.pages == second.pages > 1
    assert max(first.image.width(), first.image.height()) in (pdf_page.SIDE, pdf_page.SIDE + 1)
    assert first.image != second.image


def test_colours_stand_where_they_should() -> None:
    page = pdf_page.draw(made(b"1 0 0 rg 0 0 300 200 re f"), 0, 401)
    assert page
    assert page.image.pixelColor(150, 390) == QColor(255, 0, 0)
    assert page.image.pixelColor(150, 10) == QColor(255, 255, 255)


def test_a_page_that_says_it_is_huge_is_drawn_small() -> None:
    page = pdf_page.draw(made(b"", (0, 0, 10**9, 10**9)), 0)
    assert page is None or page.image.width() <= pdf_page.SIDE + 1


@pytest.mark.parametrize("page", [-1, 1, 10**9])
def test_a_page_that_is_not_there_is_none(page: int) -> None:
    assert pdf_page.draw(made(b""), page) is None


def test_what_is_damaged_or_no_pdf_is_none_or_drawn(pdf: bytes) -> None:
    chance = random.Random(7)
    for _turn in range(8):
        bad = bytearray(pdf)
        for _flip in range(200):
            bad[chance.randrange(len(bad))] = chance.randrange(256)
        pdf_page.draw(bytes(bad[: chance.randrange(1, len(bad))]), 0)
    assert pdf_page.draw(b"", 0) is None
    assert pdf_page.draw(b"%PDF-1.7\n" + chance.randbytes(100_000), 0) is None


def test_a_pdf_that_unpacks_to_more_than_memory_stops_only_its_own_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf_page, "SECONDS", 3)
    squeezer = zlib.compressobj(1)
    bomb = b"".join(squeezer.compress(bytes(2**20)) for _ in range(1100)) + squeezer.flush()
    began = time.monotonic()
    pdf_page.draw(made(bomb, packed=True), 0)
    assert time.monotonic() - began < 6


def test_a_pdf_that_takes_for_ever_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_page, "SECONDS", 1.5)
    curves = b"0 0 m 300 400 0 400 300 0 c S\n" * 400_000
    began = time.monotonic()
    assert pdf_page.draw(made(curves), 0) is None
    assert time.monotonic() - began < 4


@pytest.mark.parametrize(
    "said", ["", "one 2 3", "1 2", "1 -1 -1\\nabc", "1 99999 99999\\nabc", "0 1 1\\nabc"]
)
def test_what_the_other_program_says_is_not_believed(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    told = f"import sys; sys.stdin.buffer.read(); sys.stdout.write('{said}')"
    monkeypatch.setattr(pdf_page, "_program", lambda: [sys.executable, "-c", told])
    assert pdf_page.draw(b"%PDF-1.7", 0) is None
