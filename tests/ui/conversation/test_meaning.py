"""Finding meaning: the same board in several views, told in words; a click or a key speaks of a card."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from coachapp.domain import patterns
from coachapp.domain.portfolio import Placement, Portfolio
from coachapp.ui.conversation.meaning import MeaningPart
from coachapp.ui.conversation.stage import Stage
from coachapp.ui.inputs.buttons import WordButton
from tests.ui.conversation.staged import staged

Seen = tuple[Stage, MeaningPart]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was told to who listens."""
    found: list[str] = []
    for name in ("meaning", "said_of_card"):
        monkeypatch.setattr(
            f"coachapp.ui.conversation.{name}.announce", lambda _widget, text: found.append(text)
        )
    return found


@pytest.fixture
def seen(qtbot: QtBot) -> Seen:
    stage = staged(qtbot, "meaning")
    part = stage.pane.part
    assert isinstance(part, MeaningPart)
    return stage, part


def button(part: QWidget, words: str) -> WordButton:
    return next(one for one in part.findChildren(WordButton) if one.text() == words and one.isVisible())


def click(part: QWidget, words: str) -> None:
    QTest.mouseClick(button(part, words), Qt.MouseButton.LeftButton)


def standing_out(stage: Stage) -> set[str] | None:
    emphasis = stage.talk.board.board.emphasis
    return None if emphasis is None else set(emphasis.signs)


def read(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def placed(portfolio: Portfolio, wanted: Callable[[Placement], object]) -> set[str]:
    return {placement.id for placement in portfolio.placements if wanted(placement)}


def test_a_view_lets_its_cards_stand_out_and_tells_them_in_words(seen: Seen) -> None:
    stage, part = seen
    assert standing_out(stage) is None
    click(part, "Energy")
    assert standing_out(stage) == placed(stage.talk.editor.portfolio, lambda p: p.energy)
    assert set(patterns.sentences(stage.talk.editor.portfolio, "energy")) <= set(read(part))
    assert {"Gives energy", "Neutral", "Costs energy"} <= set(read(part))


@pytest.mark.parametrize(
    ("words", "view", "wanted"),
    [
        ("Recognised by", "recognition", lambda p: p.recognition),
        ("Lead or take part", "part", lambda p: p.part),
        ("Alone or with my team", "together", lambda p: p.id),
    ],
)
def test_each_view_is_about_what_it_says(
    seen: Seen, words: str, view: str, wanted: Callable[[Placement], object]
) -> None:
    stage, part = seen
    click(part, words)
    assert part.view == view
    assert standing_out(stage) == placed(stage.talk.editor.portfolio, wanted)


def test_hours_stand_on_the_cards_that_have_them(seen: Seen) -> None:
    stage, part = seen
    click(part, "Hours")
    emphasis = stage.talk.board.board.emphasis
    assert emphasis
    assert "850 hours per year" in {sign.word for sign in emphasis.signs.values()}


def test_a_competence_lets_the_cards_stand_out_that_something_was_written_about(seen: Seen) -> None:
    stage, part = seen
    click(part, "Career competences")
    click(part, "What I am good at")
    assert part.competence == "qualities"
    assert standing_out(stage) is not None


def test_a_second_click_shows_all_cards_alike_again(seen: Seen) -> None:
    stage, part = seen
    click(part, "Energy")
    click(part, "Energy")
    assert standing_out(stage) is None
    assert not part.told.isVisible()


def test_views_are_reached_by_keys_alone_and_told_aloud(seen: Seen, said: list[str]) -> None:
    stage, part = seen
    QTest.keyClick(stage, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert part.view == "energy"
    assert said[-1].startswith("Energy. Ten of 19 cards give energy")
    QTest.keyClick(stage, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert part.view == "together"
    QTest.keyClick(stage, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert part.view == ""
    assert said[-1] == "Board."


def test_another_step_shows_all_cards_alike_and_coming_back_shows_the_view(seen: Seen) -> None:
    stage, part = seen
    click(part, "Energy")
    stage.talk.go("place")
    assert standing_out(stage) is None
    stage.talk.go("meaning")
    assert standing_out(stage)
    assert stage.pane.part is part


def test_a_number_says_it_of_the_chosen_card_and_takes_it_back(seen: Seen, said: list[str]) -> None:
    stage, part = seen
    quiet = next(p for p in stage.talk.editor.portfolio.placements if not p.energy)
    click(part, "Energy")
    stage.talk.board.choose([quiet.id])
    stage.talk.board.setFocus()
    QTest.keyClick(stage.talk.board, Qt.Key.Key_1)
    assert _now(stage, quiet).energy == "gives"
    assert said[-1].endswith(": Gives energy")
    assert standing_out(stage) is not None
    assert quiet.id in standing_out(stage)  # type: ignore[operator]
    QTest.keyClick(stage.talk.board, Qt.Key.Key_1)
    assert _now(stage, quiet).energy == ""
    assert said[-1].endswith("taken back")


def test_recognition_by_key_keeps_what_others_said(seen: Seen) -> None:
    stage, part = seen
    first = next(p for p in stage.talk.editor.portfolio.placements if p.recognition == ("students", "leader"))
    click(part, "Recognised by")
    stage.talk.board.choose([first.id])
    QTest.keyClick(stage.talk.board, Qt.Key.Key_1)
    assert set(_now(stage, first).recognition) == {"students", "leader", "colleagues"}


def test_a_click_says_it_too_and_is_one_step_to_undo(seen: Seen) -> None:
    stage, part = seen
    quiet = next(p for p in stage.talk.editor.portfolio.placements if not p.energy)
    stage.talk.board.choose([quiet.id])
    click(part.said, "Costs energy")
    assert _now(stage, quiet).energy == "costs"
    stage.talk.editor.undo()
    assert _now(stage, quiet).energy == ""


def test_without_a_view_a_number_says_nothing(seen: Seen) -> None:
    stage, _part = seen
    before = stage.talk.editor.portfolio
    stage.talk.board.choose([before.placements[0].id])
    QTest.keyClick(stage.talk.board, Qt.Key.Key_1)
    assert stage.talk.editor.portfolio is before


def test_what_is_only_read_can_be_looked_at_in_every_view(qtbot: QtBot) -> None:
    stage = staged(qtbot, "meaning", read_only=True)
    part = stage.pane.part
    assert isinstance(part, MeaningPart)
    click(part, "Energy")
    assert standing_out(stage)
    before = stage.talk.editor.portfolio
    stage.talk.board.choose([before.placements[0].id])
    QTest.keyClick(stage.talk.board, Qt.Key.Key_3)
    assert stage.talk.editor.portfolio is before


def _now(stage: Stage, placement: Placement) -> Placement:
    return next(p for p in stage.talk.editor.portfolio.placements if p.id == placement.id)
