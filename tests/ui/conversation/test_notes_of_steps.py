"""The shared note belongs to its step, whatever question it is at and however they come to another step."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coachapp.domain.coach_book.book import QuestionSet
from coachapp.domain.portfolio import Note
from coachapp.ui.conversation.stage import Stage
from tests.ui.conversation.staged import staged

MINE = "What gives you air?"


def turn_to(stage: Stage, words: str) -> None:
    questions = stage.pane.questions
    for _turn in range(40):
        if questions.words.text().replace("\u200b", "") == words:
            return
        questions.turn(1)
    raise AssertionError(questions.words.text())


def notes(stage: Stage) -> tuple[Note, ...]:
    return stage.talk.editor.portfolio.notes


def test_one_question_in_two_steps_has_two_notes(qtbot: QtBot) -> None:
    stage = staged(qtbot, "contract")
    of_before = {note.id for note in notes(stage)}
    stage.talk.editor.own_questions = lambda: (QuestionSet("1", "Of every day", "", (MINE,)),)
    stage.refresh()
    turn_to(stage, MINE)
    for step, text in (("look-back", "Clay"), ("contract", "Silence")):
        stage.bar.chosen.emit(step)
        turn_to(stage, MINE)
        QTest.keyClicks(stage.pane.questions.note, text)
        stage.flush()
    made = [note for note in notes(stage) if note.id not in of_before]
    assert {(note.step, note.text) for note in made} == {("look-back", "Clay"), ("contract", "Silence")}
    assert len({note.id for note in made}) == len(made)


def test_one_question_in_two_cells_has_two_notes(qtbot: QtBot) -> None:
    stage = staged(qtbot, "explore")
    board = stage.talk.editor.portfolio.framework.board
    of_before = {note.id for note in notes(stage)}
    words = next(str(q.text) for q in stage.talk.editor.portfolio.framework.questions if q.scope == "*/macro")
    wide = [cell for cell in board if cell.level == "macro"][:2]
    for cell, text in zip(wide, ("Clay", "Silence"), strict=True):
        stage.talk.cell = cell
        stage.talk.cell_chosen.emit(cell)
        turn_to(stage, words)
        QTest.keyClicks(stage.pane.questions.note, text)
        stage.flush()
    made = [note for note in notes(stage) if note.id not in of_before]
    assert [(note.cell, note.text) for note in made] == list(zip(wide, ("Clay", "Silence"), strict=True))
    assert len({note.id for note in made}) == len(made)


def test_what_is_typed_when_undo_turns_back_stays_with_its_step(qtbot: QtBot) -> None:
    stage = staged(qtbot, "contract")
    stage.bar.chosen.emit("look-back")
    QTest.keyClicks(stage.pane.questions.note, "Clay")
    stage.talk.editor.undo()
    assert stage.talk.conversation.step == "contract"
    assert [note.step for note in notes(stage) if "Clay" in note.text] == ["look-back"]
