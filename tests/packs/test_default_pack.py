"""The pack that comes with the program."""

import time
from pathlib import Path

import pytest

from coachapp import i18n, packs, paths
from coachapp.domain.framework import VOCABULARIES

FRAMEWORK = packs.default_framework()


def test_it_is_read_once() -> None:
    assert packs.default_framework() is FRAMEWORK


def test_it_says_what_it_is_inspired_by_in_both_languages() -> None:
    assert FRAMEWORK.id == "leraarsbord"
    assert "niet goedgekeurd" in FRAMEWORK.credit.text("nl")
    assert "Not endorsed" in FRAMEWORK.credit.text("en")


def test_it_has_all_there_is_to_show() -> None:
    assert [role.id for role in FRAMEWORK.roles] == ["leren", "ontwikkelen", "organiseren", "collegas"]
    assert [level.id for level in FRAMEWORK.levels] == ["nano", "micro", "meso", "macro", "supra"]
    assert [level.id for level in FRAMEWORK.levels if not level.enabled] == ["supra"]
    assert len(FRAMEWORK.cells) == 16
    assert sum(len(cell.examples) for cell in FRAMEWORK.cells) == 64
    assert [sector.id for sector in FRAMEWORK.sectors] == ["po", "vo", "vmbo", "mbo", "ho", "so"]
    assert all(len(sector.accents) == len(FRAMEWORK.roles) for sector in FRAMEWORK.sectors)
    assert len(FRAMEWORK.questions) == 45
    assert [step.id for step in FRAMEWORK.steps][:3] == ["prepare", "contract", "look-back"]
    assert len(FRAMEWORK.paths) == 5
    assert tuple(vocabulary.id for vocabulary in FRAMEWORK.vocabularies) == VOCABULARIES


def test_each_sector_tells_with_source_and_date_which_licence_it_asks_and_whom_to_ask() -> None:
    for language, ask in (("nl", "Vraag"), ("en", "Ask")):
        for sector in FRAMEWORK.sectors:
            assert sector.licence, sector.id
            assert ask in sector.licence.text.text(language), sector.id
            assert sector.licence.source.text(language)
            assert sector.licence.dated == "2026-11"


def test_ids_of_examples_and_questions_stay_for_good() -> None:
    """Portfolios refer to them: a new one gets a new id, and none is ever used for another text."""
    assert FRAMEWORK.cells[6].examples[0].id == "ontwikkelen-meso-1"
    assert str(FRAMEWORK.cells[6].examples[0].text) == "Design a multi-year learning line with your team."
    by_id = {question.id: question for question in FRAMEWORK.questions}
    assert str(by_id["place-2"].text) == "Who notices this activity?"
    assert str(by_id["follow-up-5"].text) == "What do you want now?"


def test_what_it_calls_the_cells_is_in_the_readers_language() -> None:
    with i18n.speaking("nl"):
        assert [str(level.title) for level in FRAMEWORK.shown_levels] == [
            *("Eén op één", "Groep", "School", "Buiten de school")
        ]


@pytest.mark.parametrize("word", ["kerntaak", "core task", "primary task", "score", "niveau hoger"])
def test_it_never_ranks_one_kind_of_work_above_another(word: str) -> None:
    folder: Path = paths.resource("packs", "leraarsbord")
    assert not [file.name for file in folder.iterdir() if word in file.read_text("utf-8").lower()]


def test_it_is_read_quickly() -> None:
    """It is needed while a portfolio is made: a person must not notice it."""

    def took() -> float:
        start = time.perf_counter()
        packs.load(paths.resource("packs", "leraarsbord"))
        return time.perf_counter() - start

    assert min(took() for _ in range(5)) < 0.1
