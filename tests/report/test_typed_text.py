"""What a person typed is text: it is never run, never fetched, never lost without saying so."""
# ruff: noqa: RUF001 - names as people write them

from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Activity, Placement, Portfolio
from coachapp.domain.values import Cell
from coachapp.report.typesetting import Span, Typesetter
from tests import portfolios
from tests.report.reading import bare, fonts, text, written


def _titled(*titles: str) -> Portfolio:
    cell = Cell("leren", "micro")
    return replace(
        portfolios.empty(),
        activities=tuple(Activity(f"a{n}", title) for n, title in enumerate(titles)),
        placements=tuple(Placement(f"p{n}", f"a{n}", cell) for n in range(len(titles))),
    )


@pytest.mark.parametrize(
    "title",
    ["Vak & <b>vet</b>", "</para><para>", "<br/>", "{title} %s %(x)s {0}", "a &amp; b", "\\(x\\) (y"],
)
def test_markup_stands_there_as_it_was_typed(title: str, tmp_path: Path) -> None:
    assert title in text(written(_titled(title), tmp_path).path)


def test_no_picture_or_link_comes_in_from_typed_text(tmp_path: Path) -> None:
    typed = f'<img src="file://{__file__}"/> <a href="https://example.org">x</a> https://example.org/'
    result = written(_titled(typed), tmp_path)
    with pikepdf.open(result.path) as pdf:
        assert not [page for page in pdf.pages if "/Annots" in page or page.get_images()]


@pytest.mark.parametrize(
    "title",
    [
        "Σχολείο: διδασκαλία",
        "Школа: преподавание",
        "İstanbul’da öğretmenlik",
        "Œuvre van Łódź tot ñandú",
        "Nguyễn Thị Ánh",
        "ŵŷ ẞ ſ",
        "de officiële toets ﬁets",
        "✓ eerst → dan ● ★",
        "½ × 3 ≥ €1,50 …",
    ],
)
def test_other_alphabets_can_be_read_and_copied(title: str, tmp_path: Path) -> None:
    result = written(_titled(title), tmp_path)
    assert result.replaced == ()
    assert bare(title.replace("ﬁ", "fi")) in bare(text(result.path))
    assert all(fonts(result.path).values())


@pytest.mark.parametrize("title", ["مدرسة النور", "تعليم الأحياء للمبتدئين", "בית ספר", "הוראת ביולוגיה"])
def test_what_is_written_from_right_to_left_is_read_in_its_own_order(title: str, tmp_path: Path) -> None:
    result = written(_titled(title), tmp_path)
    assert result.replaced == ()
    plan = text(result.path)
    assert all(word in plan for word in title.split())
    assert title in plan


def test_a_name_from_right_to_left_stands_between_dutch_words(tmp_path: Path) -> None:
    plan = text(written(_titled("Les met عائشة en שרה (2026)"), tmp_path).path)
    assert all(part in plan for part in ("Les met", "عائشة", "en", "שרה", "2026"))


def test_what_no_font_has_is_seen_and_told(tmp_path: Path) -> None:
    result = written(_titled("Les 生物 👩🏽‍🏫 geven"), tmp_path)
    assert set(result.replaced) == set("生物👩🏽🏫")
    assert "Les \N{REPLACEMENT CHARACTER}\N{REPLACEMENT CHARACTER}" in text(result.path)


def test_letters_with_loose_accents_come_out_whole(tmp_path: Path) -> None:
    result = written(_titled("e\u0301e\u0301n ka\u0308s e̊x"), tmp_path)
    assert result.replaced == ()
    assert "één käs" in text(result.path)


def test_a_card_on_the_board_may_be_short_but_the_table_has_every_word(tmp_path: Path) -> None:
    title = " ".join(f"woord{n}" for n in range(36))
    assert title in text(written(_titled(title), tmp_path).path)


def test_the_longest_and_strangest_texts_all_get_a_place(tmp_path: Path) -> None:
    portfolio = portfolios.worst()
    result = written(portfolio, tmp_path, choice=Choice(hours=True, energy=True))
    plan = bare(text(result.path))
    for title in ("&<b>Vet</b> &amp; <img", "</para><para>{0.__class__}", "Школа: преподавание"):
        assert bare(title) in plan


@pytest.mark.parametrize("word", ["تعليمية", "ביולוגיה", "Wiskunde", "x" * 300])
def test_a_title_cut_off_on_its_card_keeps_its_letters_and_stays_on_the_card(word: str) -> None:
    setter = Typesetter("nl")
    *most, last = setter.few_lines(Span(" ".join([word] * (300 // len(word)))), 8, 5)
    assert len(most) == 4
    assert last.width <= 8
    assert last.text.endswith("…")
    assert set(last.text) <= {*word, " ", "…"}
    assert not setter.replaced
