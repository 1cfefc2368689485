"""The recovery sheet: one page that says what it is, with words and a code that give the key back."""

import datetime as dt
import stat
from pathlib import Path

import pypdfium2
import pytest
import segno

from coachapp.report.paper import A4, MM
from coachapp.report.recovery_sheet import Sheet, short, write
from coachapp.report.style import SIDE
from tests.report.reading import in_one_line, pages

WORDS = tuple(f"{chr(97 + n)}{chr(97 + n)}words" for n in range(24))
SHEET = Sheet(WORDS, "S. de Vries.coach", "0" * 24 + "abcd9f3e", dt.date(2026, 11, 26))
SCALE = 4


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sheet.pdf"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("26 November 2026", "nobody can open the file", "can read everything", "no longer opens")),
        ("nl", ("26 november 2026", "kan niemand het bestand openen", "alles lezen", "niet meer")),
    ],
)
def test_one_page_says_what_it_opens_who_can_read_and_when_it_is_void(
    path: Path, language: str, said: tuple[str, ...]
) -> None:
    write(SHEET, path, language=language)
    (page,) = pages(path)
    for words in ("S. de Vries.coach", "abcd-9f3e", *said):
        assert words in in_one_line(page)


def test_every_word_stands_by_its_number(path: Path) -> None:
    write(SHEET, path, language="en")
    (page,) = pages(path)
    for number, word in enumerate(WORDS, 1):
        assert f"{number} {word}" in in_one_line(page)


def test_the_code_holds_the_words(path: Path) -> None:
    """Each of its fields is compared with the page, as a camera would see it."""
    write(SHEET, path, language="en")
    with pypdfium2.PdfDocument(path) as document:
        shown = document[0].render(scale=SCALE, grayscale=True)
    lines, wide = bytes(shown.buffer), shown.stride
    expected = [list(row) for row in segno.make(" ".join(WORDS).upper(), error="m", micro=False).matrix]
    module, left = 46 * MM / len(expected) * SCALE, SIDE * SCALE

    def is_dark(x: float, y: float) -> bool:
        return lines[int(y) * wide + int(x)] < 128

    below_the_words = range(int(A4.sheet.height * SCALE * 0.6), int(A4.sheet.height * SCALE))
    top = next(y for y in below_the_words if is_dark(left + module / 2, y) and is_dark(left + 6 * module, y))
    assert expected == [
        [is_dark(left + (x + 0.5) * module, top + (y + 0.5) * module) for x in range(len(expected))]
        for y in range(len(expected))
    ]


@pytest.mark.parametrize("name", ["x" * 249 + ".coach", "مريم ✓ <b>&amp;.coach"])
def test_whatever_the_file_is_called_it_is_one_page(path: Path, name: str) -> None:
    write(SHEET._replace(name=name), path, language="nl")
    assert len(pages(path)) == 1


def test_only_who_wrote_it_can_read_the_file_and_nothing_else_is_left(path: Path) -> None:
    write(SHEET, path, language="nl")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [left.name for left in path.parent.iterdir()] == ["sheet.pdf"]


def test_a_short_id_tells_portfolios_of_one_minute_apart() -> None:
    assert short("019ac0ffee00700080001234abcd9f3e") == "abcd-9f3e"
