"""The coach's book on the screen: found in two keys, kept by itself, forgotten wholly."""

import datetime as dt
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from coachapp import app
from coachapp.domain.coach_book import edits
from coachapp.domain.coach_book.book import CoachBook, Coachee
from coachapp.domain.coach_book.week import this_week
from coachapp.storage import coach_book, header, keys, safekeeping
from coachapp.storage.faults import WrongPassphrase
from coachapp.ui.choices import Choices
from coachapp.ui.coachbook.frame import BookFrame
from coachapp.ui.coachbook.window import CoachBookWindow
from coachapp.ui.help.dialog import HelpDialog
from coachapp.ui.keys.change import ChangeDialog
from coachapp.ui.question import QuestionDialog
from tests import coach_books
from tests.ui.coachbook.conftest import PASSPHRASE
from tests.ui.shell.finding import button, words

BOOK = coach_books.small()
ROOS, BAS = BOOK.coachees

Open = Callable[..., CoachBookWindow]


def _frame(window: CoachBookWindow) -> BookFrame:
    assert window.frame
    return window.frame


_key = cache(lambda salt: keys.derive(PASSPHRASE, salt))


def _in_file(path: Path) -> CoachBook:
    key = _key(header.read(path)[: header.SALT_LENGTH])
    with closing(coach_book.open_file(path, key, read_only=True)) as found:
        return found.book


def _type(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused
    QTest.keyClicks(focused, text)


def _saved(qtbot: QtBot, window: CoachBookWindow) -> None:
    qtbot.waitUntil(lambda: window.autosave.is_saved)


def _line(window: CoachBookWindow, invitation: str) -> QLineEdit:
    lines = window.findChildren(QLineEdit)
    return next(one for one in lines if one.isVisible() and one.placeholderText() == invitation)


def test_one_of_two_hundred_is_found_in_two_keys_and_enter(open_book: Open) -> None:
    book = coach_books.many()
    window = open_book(book)
    field = _frame(window).finder.field
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, "sj")
    QTest.keyClick(field, Qt.Key.Key_Return)
    shown = book.coachee(_frame(window).current)
    assert shown
    assert shown.alias == "Sanne Jol"
    assert _frame(window).coachee.isVisible()
    assert field.text() == ""


def test_down_and_enter_open_the_next_one_and_escape_begins_anew(open_book: Open) -> None:
    window = open_book(coach_books.many())
    field = _frame(window).finder.field
    QTest.keyClicks(field, "an")
    second = _frame(window).finder.list.item(1).text()
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    shown = window.editor.book.coachee(_frame(window).current)
    assert shown
    assert shown.alias == second
    QTest.keyClicks(field, "zz")
    assert _frame(window).finder.list.count() == 0
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert _frame(window).finder.list.count() == 200


def test_a_name_that_nobody_has_is_added_with_enter(open_book: Open, qtbot: QtBot, path: Path) -> None:
    window = open_book()
    field = _frame(window).finder.field
    QTest.keyClicks(field, "Xandra")
    assert "Press Enter to add “Xandra”." in words(window)
    QTest.keyClick(field, Qt.Key.Key_Return)
    _saved(qtbot, window)
    assert [one.alias for one in _in_file(path).coachees] == ["Roos D.", "Bas H.", "Xandra"]


def test_this_week_is_seen_at_once_and_leads_to_who_it_is_about(open_book: Open) -> None:
    today = dt.date.today()  # noqa: DTZ011
    book = edits.change(Coachee, (BAS.id,), next_on=today.isoformat(), next_where="15:00")(BOOK)
    window = open_book(book)
    assert "This week at a glance" in words(window)
    assert "Today · 15:00" in words(window)
    assert "Nothing goes by itself." in words(window)
    button("Bas H.: Today · 15:00", window).click()
    assert _frame(window).current == BAS.id


def test_a_full_week_shows_the_first_and_the_rest_when_it_is_asked_for(open_book: Open, qtbot: QtBot) -> None:
    window = open_book(coach_books.many())
    talks = len([due for due in this_week(window.editor.book, dt.date.today()) if due.kind == "talk"])  # noqa: DTZ011
    assert words(_frame(window).week).count("did you meet?") <= 12
    button(f"Show all {talks}", _frame(window).week).click()
    qtbot.waitUntil(lambda: words(_frame(window).week).count("did you meet?") > 12)


def test_what_is_typed_is_saved_within_a_second_and_can_be_undone(
    open_book: Open, qtbot: QtBot, path: Path
) -> None:
    window = open_book()
    _frame(window).show_coachee(BAS.id)
    _frame(window).coachee.notes.new.click()
    qtbot.waitUntil(lambda: len(window.editor.book.notes) == 3)
    _type("Bas wil meer tijd voor onderzoek.")
    said = "Bas wil meer tijd voor onderzoek."
    qtbot.waitUntil(lambda: _in_file(path).notes[-1].text == said)
    assert _in_file(path).notes[-1].coachee_id == BAS.id
    window.undo_step.trigger()
    window.undo_step.trigger()
    _saved(qtbot, window)
    assert _in_file(path) == BOOK


def test_the_checklist_is_ticked_for_this_talk_and_empty_for_the_next(open_book: Open) -> None:
    window = open_book()
    _frame(window).show_coachee(ROOS.id)
    boxes = {box.text(): box for box in window.findChildren(QCheckBox) if box.isVisible()}
    assert {text: box.isChecked() for text, box in boxes.items()} == {
        "Notities nalezen": True,
        "Kamer zonder glas boeken": False,
    }
    boxes["Kamer zonder glas boeken"].click()
    assert len(window.editor.book.coachees[0].checked) == 2
    button("The talk was held", window).click()
    roos = window.editor.book.coachees[0]
    assert (roos.next_on, roos.checked, window.editor.book.trajectories[0].held) == ("", (), 3)
    assert not any(box.isChecked() for box in boxes.values())


def test_something_to_ask_after_is_one_line_and_enter(open_book: Open) -> None:
    window = open_book()
    _frame(window).show_coachee(BAS.id)
    line = _line(window, "What to ask after…")
    QTest.keyClicks(line, "Hoe ging de studiedag?")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert (window.editor.book.asks[-1].text, window.editor.book.asks[-1].coachee_id) == (
        "Hoe ging de studiedag?",
        BAS.id,
    )


def test_what_was_asked_today_is_marked_with_one_click(open_book: Open) -> None:
    window = open_book()
    _frame(window).show_coachee(ROOS.id)
    button("Asked today", window).click()
    assert window.editor.book.asks[0].asked_on == dt.date.today().isoformat()  # noqa: DTZ011


def test_own_questions_are_lines(open_book: Open) -> None:
    window = open_book()
    _frame(window).show_own()
    line = _line(window, "New set of questions…")
    QTest.keyClicks(line, "Bij het begin")
    QTest.keyClick(line, Qt.Key.Key_Return)
    made = window.editor.book.question_sets[-1]
    form = _frame(window).own.sets.rows.widget(made.id)
    form.input("questions").insertPlainText("Hoe zit je erbij?\n\nWat neem je mee?")
    _frame(window).flush()
    assert window.editor.book.question_sets[-1].questions == ("Hoe zit je erbij?", "Wat neem je mee?")
    _frame(window).show_week()
    _frame(window).show_own()
    assert form.input("questions").toPlainText() == "Hoe zit je erbij?\n\nWat neem je mee?"


def _answer(window: CoachBookWindow, answer: str) -> None:
    dialog = window.findChild(QuestionDialog)
    assert dialog
    button(answer, dialog).click()


def test_who_is_forgotten_is_in_neither_the_file_nor_its_backups_nor_undo(
    open_book: Open, qtbot: QtBot, path: Path
) -> None:
    window = open_book()
    safekeeping.make(window.autosave.file, "day")  # type: ignore[arg-type]
    _frame(window).show_coachee(ROOS.id)
    button("Forget this coachee…", window).click()
    _answer(window, "Forget this person")
    qtbot.waitUntil(lambda: "Nothing about this person is left" in words(window))
    assert window.editor.book.coachees == (BAS,)
    assert not window.undo_step.isEnabled()
    for one in (path, *(backup.path for backup in safekeeping.listed(BOOK.id))):
        found = _in_file(one)
        assert [coachee.alias for coachee in found.coachees] == ["Bas H."]
        assert [note.text for note in found.notes] == ["Bas belt terug."]


def test_who_is_not_forgotten_after_all_stays(open_book: Open) -> None:
    window = open_book()
    _frame(window).show_coachee(ROOS.id)
    button("Forget this coachee…", window).click()
    _answer(window, "Keep this person")
    assert window.editor.book == BOOK


def test_all_about_somebody_is_written_for_her(open_book: Open, qtbot: QtBot, documents: Path) -> None:
    window = open_book()
    _frame(window).show_coachee(ROOS.id)
    button("Write all of this in a file for this person…", window).click()
    dialog = window.findChild(QFileDialog)
    assert dialog
    assert dialog.selectedFiles()[0].endswith("Roos D.md")
    target = documents / "voor Roos.md"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: "Anyone who has that file can read it." in words(window))
    text = target.read_text("utf-8")
    for said in (
        "Roos D.",
        "Lijkt moe; vraag door.",
        "Sprak ze haar leidinggevende?",
        "Niets naar de school.",
    ):
        assert said in text
    assert "Bas" not in text


def test_the_title_and_the_steps_tell_no_name(open_book: Open) -> None:
    window = open_book()
    _frame(window).show_coachee(ROOS.id)
    button("The talk was held", window).click()
    shown = (window.windowTitle(), window.undo_step.text(), window.undo_step.iconText())
    assert not [one for one in shown if "Roos" in one]


def test_a_locked_book_shows_nothing_and_lets_go_of_its_file(
    open_book: Open, qtbot: QtBot, path: Path
) -> None:
    window = open_book()
    _frame(window).show_coachee(ROOS.id)
    _frame(window).coachee.notes.new.click()
    _type("Nog niet bewaard")
    with qtbot.waitSignal(window.closed) as closed:
        window.lock.start()
        assert window.is_locked
        assert "Roos" not in words(window)
        assert not [a for a in (window.undo_step, window.redo_step) if a.isEnabled()]
    assert closed.args == ["locked"]
    assert "Nog niet bewaard" in [note.text for note in _in_file(path).notes]


def test_a_book_that_another_program_replaced_goes_on_in_another_file(
    open_book: Open, qtbot: QtBot, path: Path, documents: Path
) -> None:
    window = open_book()
    copyfile(path, other := documents / "other")
    other.replace(path)
    window.add("Xandra")
    qtbot.waitUntil(lambda: window.autosave.error is not None)
    assert "replaced" in words(window)
    button("Save a copy somewhere else…", window).click()
    dialog = next(one for one in window.findChildren(QFileDialog) if one.isVisible())
    assert dialog.selectedFiles()[0].endswith("Mijn coachees (copy).coachbook")
    new = documents / "nieuw.coachbook"
    dialog.fileSelected.emit(str(new))
    dialog.reject()
    qtbot.waitUntil(lambda: window.autosave.is_saved)
    window.add("Yvonne")
    _saved(qtbot, window)
    assert [one.alias for one in _in_file(new).coachees] == ["Roos D.", "Bas H.", "Xandra", "Yvonne"]
    assert [one.alias for one in _in_file(path).coachees] == ["Roos D.", "Bas H."]


def test_a_book_that_is_open_elsewhere_can_be_looked_at(qtbot: QtBot, choices: Choices, path: Path) -> None:
    ways = app.files().coach_books
    assert ways
    with closing(coach_book.create(path, BOOK, PASSPHRASE)):
        window = CoachBookWindow(ways.files.open(path, PASSPHRASE, True), choices, ways)
        qtbot.addWidget(window)
        window.show()
        _frame(window).show_coachee(ROOS.id)
        assert not [b for b in window.findChildren(QCheckBox) if b.isEnabled()]
        assert not button("Forget this coachee…", window).isEnabled()
        window.add("Xandra")
        assert window.editor.book == BOOK
        window.leave("")


def test_the_passphrase_is_changed_for_the_book_and_its_backups(
    open_book: Open, qtbot: QtBot, path: Path
) -> None:
    window = open_book()
    backup = safekeeping.make(window.autosave.file, "day").path  # type: ignore[arg-type]
    window.change_passphrase()
    dialog = window.findChild(ChangeDialog)
    assert dialog
    assert "recovery sheet" not in words(dialog)
    dialog.proof.edit.setText(PASSPHRASE)
    for field in (dialog.lock.first, dialog.lock.second):
        field.edit.setText("heel andere woorden nu")
    dialog.change.click()
    qtbot.waitUntil(lambda: "The passphrase has been changed." in words(window))
    window.add("Xandra")
    _saved(qtbot, window)
    assert {one.suffix for one in backup.parent.glob("*.coach*")} == {".coachbook"}
    for one in (path, backup):
        with pytest.raises(WrongPassphrase):
            coach_book.open_file(one, keys.unlock(one, PASSPHRASE), read_only=True)
        coach_book.open_file(one, keys.unlock(one, "heel andere woorden nu"), read_only=True).close()


@pytest.mark.parametrize("then", ["start", ""])
def test_what_is_still_being_typed_is_kept_when_the_window_closes(
    open_book: Open, qtbot: QtBot, path: Path, then: str
) -> None:
    window = open_book()
    _frame(window).show_coachee(ROOS.id)
    _frame(window).coachee.notes.new.click()
    _type("Laatste woorden")
    with qtbot.waitSignal(window.closed) as closed:
        window.leave(then)
    assert closed.args == [then]
    assert "Laatste woorden" in [note.text for note in _in_file(path).notes]


def test_f1_tells_about_the_coach_book(open_book: Callable[..., CoachBookWindow]) -> None:
    window = open_book()
    QTest.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(HelpDialog)
    assert dialog
    assert dialog.name == "coach-book"
