"""What a framework can be asked."""

import pytest

from coachapp import i18n
from coachapp.domain.framework import VOCABULARIES, Question
from coachapp.domain.values import Cell
from coachapp.domain.words import Words
from coachapp.packs import default_framework

FRAMEWORK = default_framework()
HERE = Cell("ontwikkelen", "meso")


def test_the_board_has_four_roles_by_four_levels_row_by_row() -> None:
    assert [str(cell) for cell in FRAMEWORK.board[:5]] == [
        *("leren/nano", "leren/micro", "leren/meso", "leren/macro", "ontwikkelen/nano")
    ]
    assert len(FRAMEWORK.board) == 16


def test_a_level_that_is_off_is_no_column_but_can_be_asked_for() -> None:
    assert [level.id for level in FRAMEWORK.shown_levels] == ["nano", "micro", "meso", "macro"]
    assert FRAMEWORK.level("supra").enabled is False


def test_words_are_in_the_readers_language_or_in_the_first_there_is() -> None:
    words = Words((("nl", "bord"), ("en", "board")))
    assert str(words) == "board"
    assert words.text("nl") == "bord"
    assert words.text("fr") == "bord"
    with i18n.speaking("nl"):
        assert str(words) == "bord"


def test_a_cell_is_named_by_its_role_and_level() -> None:
    assert FRAMEWORK.cell_title(HERE) == "Developing education · School"
    with i18n.speaking("nl"):
        assert FRAMEWORK.cell_title(HERE) == "Onderwijs ontwikkelen · School"


def test_beside_a_cell_lie_the_next_levels_and_the_other_roles() -> None:
    assert [str(cell) for cell in FRAMEWORK.beside(Cell("leren", "nano"))] == [
        *("leren/micro", "ontwikkelen/nano", "organiseren/nano", "collegas/nano")
    ]
    assert [str(cell) for cell in FRAMEWORK.beside(HERE)][:2] == ["ontwikkelen/micro", "ontwikkelen/macro"]


@pytest.mark.parametrize("cell", FRAMEWORK.board, ids=str)
def test_every_cell_has_examples_something_beside_it_and_a_question(cell: Cell) -> None:
    assert len(FRAMEWORK.examples(cell)) == 4
    assert FRAMEWORK.beside(cell)
    assert FRAMEWORK.questions_for(cell)


def test_a_question_fits_its_cell_its_row_or_its_column() -> None:
    def fits(scope: str) -> bool:
        return Question("q", "place", "motives", scope, Words((("nl", "?"),))).fits(HERE)

    assert [fits(scope) for scope in ("ontwikkelen/meso", "*/meso", "ontwikkelen/*")] == [True] * 3
    assert [fits(scope) for scope in ("*", "leren/meso", "*/macro", "leren/*")] == [False] * 4


def test_role_paths_are_found_by_any_of_their_stops() -> None:
    assert [path.profile for path in FRAMEWORK.paths_through(HERE)] == ["curriculum-developer", "researcher"]
    assert FRAMEWORK.paths_through(Cell("organiseren", "nano")) == ()


def test_a_cell_or_word_from_elsewhere_is_no_reason_to_stop() -> None:
    assert FRAMEWORK.examples(Cell("elsewhere", "nano")) == ()
    assert FRAMEWORK.terms("elsewhere") == ()
    assert FRAMEWORK.choices("elsewhere") == ()
    assert FRAMEWORK.word("status", "elsewhere") == "elsewhere"
    assert FRAMEWORK.word("status", "doing") == "doing now"


@pytest.mark.parametrize("vocabulary", VOCABULARIES)
def test_there_are_words_to_choose_from(vocabulary: str) -> None:
    assert len(FRAMEWORK.choices(vocabulary)) >= 3


def test_roles_are_found_by_id() -> None:
    assert str(FRAMEWORK.role("collegas").title) == "Helping colleagues learn"
