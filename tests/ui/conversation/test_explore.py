"""Exploring: from the cell in view to what lies beside, along role paths, to other sectors; and what if…"""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from coachapp.domain.framework import Sector
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.values import Cell
from coachapp.packs import sample
from coachapp.ui.conversation.explore import ExplorePart
from coachapp.ui.conversation.stage import Stage
from coachapp.ui.inputs.buttons import WordButton
from coachapp.ui.window import PortfolioWindow
from tests.ui.conversation.staged import staged

HERE = Cell("ontwikkelen", "meso")
WIDER = Cell("ontwikkelen", "macro")
Seen = tuple[Stage, ExplorePart]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []
    for name in ("what_if", "ways_on", "role_paths"):
        monkeypatch.setattr(
            f"coachapp.ui.conversation.{name}.announce", lambda _widget, text: found.append(text)
        )
    return found


def shown(qtbot: QtBot, portfolio: Portfolio | None = None, *, read_only: bool = False) -> Seen:
    stage = staged(qtbot, "explore", portfolio, read_only=read_only)
    part = stage.pane.part
    assert isinstance(part, ExplorePart)
    return stage, part


@pytest.fixture
def seen(qtbot: QtBot) -> Seen:
    """With a cell in view."""
    stage, part = shown(qtbot)
    stage.talk.board.go_to(HERE)
    return stage, part


def buttons(part: QWidget) -> dict[str, WordButton]:
    return {one.accessibleName(): one for one in part.findChildren(WordButton) if one.isVisible()}


def click(part: QWidget, name: str) -> None:
    QTest.mouseClick(buttons(part)[name], Qt.MouseButton.LeftButton)


def read(part: QWidget) -> str:
    return "\n".join(label.text() for label in part.findChildren(QLabel) if label.isVisible())


def on_board(stage: Stage, title: str) -> bool:
    model = stage.talk.board.board
    return any(model.card(row).activity.title == title for row in range(model.rowCount()) if model.card(row))  # type: ignore[union-attr]


def type_in(part: ExplorePart, text: str) -> None:
    part.what_if.new.setFocus()
    QTest.keyClicks(part.what_if.new, text)
    QTest.keyClick(part.what_if.new, Qt.Key.Key_Return)


def test_without_a_cell_it_says_to_choose_one_and_offers_every_path(qtbot: QtBot) -> None:
    _stage, part = shown(qtbot)
    assert "Choose a cell on the board" in read(part)
    assert len(part.paths.rows.widgets) == 5
    assert not part.what_if.new.isEnabled()


def test_the_cell_in_view_is_told_with_its_accent_in_her_own_sector(seen: Seen) -> None:
    _stage, part = seen
    assert "Developing education · School" in read(part)
    assert "Secondary education: Department, school exams, tracks." in read(part)


def test_the_cell_of_a_chosen_card_is_in_view_too(seen: Seen) -> None:
    stage, part = seen
    card = next(p for p in stage.talk.editor.portfolio.placements if str(p.cell) == "collegas/nano")
    stage.talk.board.choose([card.id])
    assert part.cell == card.cell
    assert "From: Coach a starting teacher" in read(part)


def test_what_lies_beside_is_one_click_away(seen: Seen) -> None:
    stage, part = seen
    click(part, "Developing education · Beyond the school")
    assert part.cell == WIDER
    assert stage.talk.board.place_now() == WIDER


def test_a_path_is_drawn_on_the_board_and_told_stop_by_stop(seen: Seen, said: list[str]) -> None:
    stage, part = seen
    click(part, "Curriculum developer")
    assert stage.talk.board._painter.trail == part.paths.cells
    assert len(part.paths.cells) == 4
    assert said[-1].startswith("Curriculum developer. 1 One to one: a plan for one student. 2 Group:")
    click(part, next(name for name in buttons(part) if name.startswith("4: Developing education")))
    assert part.cell == WIDER
    assert stage.talk.board._painter.trail == part.paths.cells, "it runs through here too"
    click(part, "Curriculum developer")
    assert stage.talk.board._painter.trail == ()


def test_a_path_goes_when_the_cell_in_view_is_not_on_it(seen: Seen) -> None:
    stage, part = seen
    click(part, "Curriculum developer")
    stage.talk.board.go_to(Cell("organiseren", "nano"))
    assert stage.talk.board._painter.trail == ()


def test_deepening_and_letting_go_are_each_one_click(seen: Seen, said: list[str]) -> None:
    stage, part = seen
    before = len(stage.talk.editor.portfolio.ambitions)
    click(part, "Get better at what I do")
    click(part, "Let it go")
    deeper, gone = stage.talk.editor.portfolio.ambitions[before:]
    assert deeper.deepens
    assert gone.lets_go
    assert said[-1] == "Kept as an ambition: Developing education · School, let it go"
    assert said[-1] in read(part)
    stage.talk.editor.undo()
    assert len(stage.talk.editor.portfolio.ambitions) == before + 1


def test_a_wider_reach_asks_for_the_cell_first(seen: Seen) -> None:
    stage, part = seen
    before = len(stage.talk.editor.portfolio.ambitions)
    click(part, "Widen my reach")
    assert len(stage.talk.editor.portfolio.ambitions) == before
    click(part.ways_on, "Developing education · Beyond the school")
    made = stage.talk.editor.portfolio.ambitions[-1]
    assert (made.origin, made.target, made.career_line) == (HERE, WIDER, "broaden-scope")
    assert not part.ways_on.targets.isVisible()


def test_what_is_an_ambition_already_is_not_made_twice(seen: Seen, said: list[str]) -> None:
    stage, part = seen
    click(part, "Let it go")
    before = stage.talk.editor.portfolio
    click(part, "Let it go")
    assert stage.talk.editor.portfolio is before
    assert said[-1] == "That is among the ambitions already."


def test_what_if_is_laid_on_the_board_and_is_in_no_portfolio(seen: Seen, said: list[str]) -> None:
    stage, part = seen
    before = stage.talk.editor.portfolio
    type_in(part, "Share it with vocational schools")
    assert on_board(stage, "Share it with vocational schools")
    assert stage.talk.editor.portfolio is before
    assert stage.talk.editor.document.unsaved() == ()
    assert said[-1] == "Laid as a try in Developing education · School: Share it with vocational schools"
    assert "They vanish unless you keep them." in read(part)


def test_an_example_is_tried_with_a_click(seen: Seen) -> None:
    stage, part = seen
    next(fold for fold in part._around.findChildren(QWidget) if hasattr(fold, "is_open")).open()  # type: ignore[attr-defined]
    click(part, "What if: Design a multi-year learning line with your team.")
    assert on_board(stage, "Design a multi-year learning line with your team")


def test_kept_as_a_card_it_is_something_to_explore(seen: Seen) -> None:
    stage, part = seen
    type_in(part, "Share it")
    click(part, "Keep as a card: Share it")
    kept = stage.talk.editor.portfolio.placements[-1]
    assert (kept.cell, kept.status) == (HERE, "exploring")
    assert [card.id for card in stage.talk.board.chosen_cards()] == [kept.id]
    assert part.tries.cards == ()
    stage.talk.editor.undo()
    assert not on_board(stage, "Share it")


def test_kept_as_an_ambition_it_points_to_the_cell(seen: Seen) -> None:
    stage, part = seen
    type_in(part, "Share it")
    click(part, "Keep as an ambition: Share it")
    made = stage.talk.editor.portfolio.ambitions[-1]
    assert (made.title, made.target) == ("Share it", HERE)
    assert not on_board(stage, "Share it")


def test_taken_away_nothing_is_left_of_it(seen: Seen) -> None:
    stage, part = seen
    type_in(part, "Share it")
    click(part, "Take it away: Share it")
    assert not on_board(stage, "Share it")
    assert part.what_if.new.hasFocus()


def test_tries_are_on_the_board_in_this_step_only(seen: Seen) -> None:
    stage, part = seen
    type_in(part, "Share it")
    click(part, "Curriculum developer")
    stage.talk.go("choose")
    assert not on_board(stage, "Share it")
    assert stage.talk.board._painter.trail == ()
    stage.talk.go("explore")
    assert on_board(stage, "Share it")


def test_other_sectors_tell_their_accent_and_their_licence_with_source_and_date(seen: Seen) -> None:
    _stage, part = seen
    assert not part.sectors.folds["vo"].isVisible(), "she works there"
    part.sectors.folds["mbo"].open()
    told = read(part.sectors)
    assert "Qualification file, electives" in told
    assert "(PDG)" in told
    assert "Source: Hybride Techniekdocent" in told
    assert "As read in November 2026; rules change." in told


def test_a_framework_from_before_there_were_licences_tells_the_accents(qtbot: QtBot) -> None:
    portfolio = sample.portfolio("en")

    def without(sector: Sector) -> Sector:
        return replace(sector, licence=None)

    older = replace(portfolio.framework, sectors=tuple(map(without, portfolio.framework.sectors)))
    stage, part = shown(qtbot, replace(portfolio, framework=older))
    stage.talk.board.go_to(HERE)
    part.sectors.folds["mbo"].open()
    assert "Qualification file, electives" in read(part.sectors)
    assert "Which licence?" not in read(part.sectors)


def test_what_is_only_read_can_be_looked_around_in(qtbot: QtBot) -> None:
    stage, part = shown(qtbot, read_only=True)
    stage.talk.board.go_to(HERE)
    type_in(part, "Share it")
    assert on_board(stage, "Share it")
    assert not buttons(part)["Keep as a card: Share it"].isEnabled()
    assert not buttons(part)["Let it go"].isEnabled()


def test_all_of_it_goes_by_keyboard(seen: Seen) -> None:
    stage, part = seen
    way = buttons(part)["Let it go"]
    way.setFocus()
    QTest.keyClick(way, Qt.Key.Key_Space)
    assert stage.talk.editor.portfolio.ambitions[-1].lets_go
    beside = buttons(part)["Developing education · Beyond the school"]
    beside.setFocus()
    QTest.keyClick(beside, Qt.Key.Key_Space)
    assert stage.talk.board.hasFocus()
    QTest.keyClick(stage.talk.board, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert part.cell == HERE


def test_larger_text_takes_no_try_and_no_view_away(
    open_window: Callable[[Portfolio], PortfolioWindow], qtbot: QtBot
) -> None:
    portfolio = sample.portfolio("en")
    window = open_window(portfolio)
    frame = window.frame
    assert frame
    frame.open_talk(portfolio.conversations[-1].id)
    assert frame.stage
    frame.stage.talk.go("meaning")
    frame.stage.pane.part.look_at("hours")  # type: ignore[union-attr]
    frame.stage.talk.go("explore")
    part = frame.stage.pane.part
    assert isinstance(part, ExplorePart)
    part.go_to(HERE)
    part.what_if.lay("Share it")
    frame.larger_requested.emit()
    assert window.frame
    stage = window.frame.stage
    assert stage
    assert stage.talk.board is not part._talk.board
    qtbot.waitUntil(lambda: on_board(stage, "Share it"))
    stage.talk.go("meaning")
    assert stage.pane.part.view == "hours"  # type: ignore[union-attr]
    assert stage.talk.board.board.emphasis


@pytest.mark.parametrize("tried", [True, False])
def test_leaving_says_that_cards_nobody_kept_were_let_go(
    open_window: Callable[[Portfolio], PortfolioWindow], tried: bool
) -> None:
    portfolio = sample.portfolio("en")
    frame = open_window(portfolio).frame
    assert frame
    frame.open_talk(portfolio.conversations[-1].id)
    assert frame.stage
    frame.stage.talk.go("explore")
    part = frame.stage.pane.part
    assert isinstance(part, ExplorePart)
    part.go_to(HERE)
    part.what_if.lay("Share it")
    if not tried:
        click(part, "Keep as a card: Share it")
    frame.stage.leave()
    assert ("“Keep as a card”" in frame.strip.words) == tried
