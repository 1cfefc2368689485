"""Papers in the look of an institute: its own logo, colour, footer and order, and still the teacher's."""

import base64
import struct
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pikepdf
import pytest
from docx import Document
from PIL import Image

from coachapp.domain.for_reader import SECTIONS, Choice
from coachapp.domain.look import Look
from coachapp.domain.words import Words
from coachapp.packs import sample
from coachapp.report import coach_guide, deck, expertise, plan_document, plan_text, poster, summary
from coachapp.report.plan import made
from tests import institute, portfolios
from tests.institute import ACCENT, FOOTER, SAYS
from tests.report import heard
from tests.report.reading import DATE, opened, pages, written
from tests.report.validator import faults

WHOSE: Final = {
    "nl": "Eigendom van de leraar, niet bestemd voor beoordeling",
    "en": "Property of the teacher; not meant for assessment",
}
AT_THE_END: Final = {
    "nl": "Dit plan is van de leraar en is niet bestemd voor beoordeling.",
    "en": "This plan belongs to the teacher and is not meant for assessment.",
}
GOALS_FIRST: Final = {
    "nl": ["Doelen", "Acties", "Waar ik nu sta"],
    "en": ["Goals", "Actions", "Where I stand now"],
}


@pytest.fixture(scope="module")
def look(tmp_path_factory: pytest.TempPathFactory) -> Look:
    return institute.look(tmp_path_factory.mktemp("institute"))


@pytest.fixture(params=["nl", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def plan(language: str, look: Look, tmp_path: Path) -> Path:
    portfolio = institute.dressed(sample.portfolio(language), look)
    return written(portfolio, tmp_path, language, Choice()).path


def _papers(folder: Path, language: str, look: Look) -> list[Path]:
    """All that are made of a portfolio or its framework, also with the worst texts."""
    paths: list[Path] = []
    for name, portfolio in (("sample", sample.portfolio(language)), ("worst", portfolios.worst())):
        dressed = institute.dressed(portfolio, look)
        place = folder / name
        place.mkdir()
        paths.append(written(dressed, place, language, Choice(energy=True, hours=True)).path)
        for writer in (summary, expertise, deck, poster):
            paths.append(place / f"{writer.__name__}.pdf")
            writer.write(dressed, paths[-1], language=language, date=DATE, choice=Choice())
    paths.append(folder / "guide.pdf")
    coach_guide.write(dressed.framework, paths[-1], language=language)
    return paths


@pytest.mark.timeout(400)
def test_the_validator_accepts_every_paper_in_the_look_of_an_institute(
    language: str, look: Look, tmp_path: Path
) -> None:
    assert faults(_papers(tmp_path, language, look)) == []


def test_no_look_takes_away_whose_the_plan_is(language: str, plan: Path) -> None:
    told = pages(plan)
    assert len(told) > 3
    for page in told:
        assert WHOSE[language] in page
        assert FOOTER[language] in page
    assert AT_THE_END[language] in told[-1]


@pytest.mark.parametrize(
    "odd", [{"accent": "#000000"}, {"sections": SECTIONS[::-1]}, {"logo": "", "logo_text": None}]
)
def test_whose_the_plan_is_stands_there_with_any_look(
    odd: dict[str, object], look: Look, tmp_path: Path
) -> None:
    longest = Words((("en", "W" * 100),))
    dressed = institute.dressed(sample.portfolio("en"), replace(look, footer=longest, **odd))  # type: ignore[arg-type]
    told = pages(written(dressed, tmp_path).path)
    assert all(WHOSE["en"] in page and "page " in page for page in told)
    assert AT_THE_END["en"] in told[-1]


def test_the_logo_is_heard_first_and_once_and_the_footer_never(language: str, plan: Path) -> None:
    parts = heard.parts(plan)
    assert [part.role for part in parts[:3]] == ["Document", "Figure", "H1"]
    assert parts[1].text == SAYS[language]
    assert parts[0].text.count(SAYS[language]) == 1
    assert FOOTER[language] not in parts[0].text


def test_the_logo_is_seen_in_the_margin_of_the_first_page_only(plan: Path) -> None:
    with opened(plan) as document:
        seen = [document[number].render(scale=1).to_pil().convert("RGB") for number in (0, 1)]
    margins = [image.crop((image.width - 210, 15, image.width - 56, 58)) for image in seen]
    red, white = (122, 30, 58), (255, 255, 255)
    assert red in (margins[0].getpixel((x, 21)) for x in range(margins[0].width))
    assert {margins[1].getpixel((x, 21)) for x in range(margins[1].width)} == {white}


def test_the_plan_begins_with_what_the_institute_puts_first(language: str, plan: Path) -> None:
    headings = [part.text for part in heard.parts(plan) if part.role == "H2"]
    assert headings[:3] == GOALS_FIRST[language]


def test_an_order_of_its_own_leaves_out_nothing(language: str, look: Look, tmp_path: Path) -> None:
    usual = sample.portfolio(language)
    odd = replace(look, sections=(*SECTIONS[::-1], "not a section"))
    told = []
    for worn in (None, odd):
        parts = heard.parts(written(institute.dressed(usual, worn), tmp_path, language, Choice()).path)
        told.append([part.text for part in parts if part.role == "H2"])
    assert told[1] != told[0]
    assert sorted(told[1]) == sorted(told[0])


def test_the_colour_of_the_institute_takes_the_place_of_ours(look: Look, tmp_path: Path) -> None:
    colours = []
    for worn in (look, None):
        path = written(institute.dressed(sample.portfolio("en"), worn), tmp_path).path
        with pikepdf.open(path) as pdf:
            content = b"".join(page.Contents.read_bytes() for page in pdf.pages)
        colours.append((b".478431 .117647 .227451" in content, b".121569 .372549 .545098" in content))
    assert colours == [(True, False), (False, True)]


def test_what_is_printed_without_colours_is_as_dark_as_the_text_may_be_light(plan: Path) -> None:
    """A heading's grey has the contrast that is asked of its colour."""
    grey = Image.new("RGB", (1, 1), ACCENT).convert("L").getpixel((0, 0))
    assert isinstance(grey, int)
    assert grey < 0x76  # 4.5 to 1 on white
    with opened(plan) as document:
        page = document[0].render(scale=2, grayscale=True).to_pil()
    heading = page.crop((110, 380, 420, 600))
    assert min(heading.tobytes()) <= grey + 4


def test_the_same_look_gives_the_same_bytes_and_a_small_file(look: Look) -> None:
    dressed, bare = (institute.dressed(sample.portfolio("en"), worn) for worn in (look, None))
    first, again, usual = (made(each, language="en", date=DATE).content for each in (dressed, dressed, bare))
    assert first == again
    assert len(first) < len(usual) + 40_000


def _letters(data: bytes) -> str:
    return base64.b64encode(data).decode()


def test_a_logo_that_is_broken_in_the_file_leaves_the_plan_whole(look: Look, tmp_path: Path) -> None:
    huge = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 2**31 - 1, 2**31 - 1) + b"\x08\x02\0\0\0"
    large = institute.as_file(Image.new("1", (5000, 5000)))
    half = base64.b64encode(base64.b64decode(look.logo)[:60]).decode()
    for broken in (
        half,
        _letters(huge),
        _letters(large),
        look.logo[:400] + "é" * 9,
        look.logo[:401],
    ):
        portfolio = institute.dressed(sample.portfolio("en"), replace(look, logo=broken))
        path = written(portfolio, tmp_path).path
        assert heard.parts(path)[1].role == "H1"
        plan_document.write(portfolio, tmp_path / "x.docx", language="en", date=DATE, choice=Choice())


def test_a_word_document_has_the_look_too(language: str, look: Look, tmp_path: Path) -> None:
    portfolio = institute.dressed(sample.portfolio(language), look)
    path = tmp_path / "plan.docx"
    plan_document.write(portfolio, path, language=language, date=DATE, choice=Choice())
    document: Any = Document(str(path))
    headings = [p.text for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert headings[:3] == GOALS_FIRST[language]
    assert str(document.styles["Heading 1"].font.color.rgb) == ACCENT[1:]
    (logo,) = document.inline_shapes
    assert logo._inline.docPr.get("descr") == SAYS[language]
    page = document.sections[0]
    assert [p.text for p in page.header.paragraphs] == [WHOSE[language]]
    assert page.footer.paragraphs[-1].text == FOOTER[language]
    assert any(AT_THE_END[language] in p.text for p in document.paragraphs)


def test_a_plain_text_has_the_order_and_the_footer(language: str, look: Look, tmp_path: Path) -> None:
    portfolio = institute.dressed(sample.portfolio(language), look)
    path = tmp_path / "plan.md"
    plan_text.write(portfolio, path, language=language, date=DATE, choice=Choice())
    text = path.read_text("utf-8")
    headings = [line[3:] for line in text.splitlines() if line.startswith("## ")]
    assert headings[:3] == GOALS_FIRST[language]
    assert f"*{WHOSE[language]}*\n" in text
    assert "Ganzenveer" in text or "Goosequill" in text
