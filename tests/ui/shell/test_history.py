"""History and the bin in the window: what was changed, the board as on a day, what was removed comes back."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coachapp.document import Document
from coachapp.domain import edits
from coachapp.domain.portfolio import Activity, Portfolio
from coachapp.domain.values import new_id
from coachapp.storage import file, past
from coachapp.ui.history.bin import BinDialog
from coachapp.ui.history.dialog import HistoryDialog
from coachapp.ui.program import Program
from coachapp.ui.question import QuestionDialog
from coachapp.ui.window import PortfolioWindow
from tests.ui.shell.finding import button, shown, words


def press(name: str, within: QWidget) -> None:
    QTest.mouseClick(button(name, within), Qt.MouseButton.LeftButton)


@pytest.fixture
def told(plain: Path, portfolio: Portfolio) -> Path:
    """A file in which an activity was added in January and another removed in March."""
    with closing(file.open_file(plain, None)) as opened:
        document = Document(opened.portfolio)
        document.apply("Add “Open day”", edits.add(Activity(new_id(), "Open day")))
        document.apply("Remove the first", edits.remove(Activity, [portfolio.activities[0].id]))
        dates = ("2026-01-05T10:00:00+01:00", "2026-03-03T14:05:00+01:00")
        steps = [made._replace(at=at) for made, at in zip(document.unsaved(), dates, strict=True)]
        opened.save(document.saved, document.portfolio, steps)
    return plain


@pytest.fixture
def window(program: Program, qtbot: QtBot, told: Path) -> PortfolioWindow:
    program.begin(told)
    qtbot.waitUntil(lambda: program.window is not None)
    assert program.window
    return program.window


def told_of(dialog: HistoryDialog, what: str) -> bool:
    rows = dialog.preview.list
    return any(what in rows.item(row).text() for row in range(rows.count()))


def history(window: PortfolioWindow, qtbot: QtBot) -> HistoryDialog:
    window.past.show_history()
    dialog = shown(HistoryDialog)
    qtbot.waitUntil(lambda: dialog.steps.model().rowCount() == 2)
    return dialog


def bin_with_one(window: PortfolioWindow, qtbot: QtBot) -> BinDialog:
    """It opens when what was removed is saved."""
    window.past.show_bin()
    qtbot.waitUntil(lambda: window.findChild(BinDialog) is not None)
    dialog = shown(BinDialog)
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    return dialog


def test_steps_are_listed_and_the_board_of_any_day_is_shown(
    window: PortfolioWindow, qtbot: QtBot, portfolio: Portfolio
) -> None:
    dialog = history(window, qtbot)
    model = dialog.steps.model()
    rows = [model.index(row, 0).data() for row in range(2)]
    assert rows == ["3 March 2026 14:05 · Remove the first", "5 January 2026 10:00 · Add “Open day”"]
    dialog.steps.setCurrentIndex(model.index(1, 0))
    assert dialog.day.date() == QDate(2026, 1, 5)
    first = portfolio.activities[0].title
    qtbot.waitUntil(lambda: told_of(dialog, first))
    dialog.day.setDate(QDate(2025, 12, 31))
    qtbot.waitUntil(lambda: told_of(dialog, "Open day"))
    press("Close", dialog)


def test_the_history_of_before_a_day_is_forgotten_when_asked_twice(
    window: PortfolioWindow, qtbot: QtBot
) -> None:
    dialog = history(window, qtbot)
    qtbot.waitUntil(dialog.forget.isEnabled)
    press("Forget what was before this day…", dialog)
    press("Forget history before 3 March 2026", shown(QuestionDialog))
    qtbot.waitUntil(lambda: window.autosave.is_saved)
    assert window.autosave.file
    labels = [change.label for change in past.history(window.autosave.file)]  # type: ignore[arg-type]
    assert labels == ["Remove the first", "Forget history before 3 March 2026"]


def test_what_was_removed_is_put_back_from_the_bin(
    window: PortfolioWindow, qtbot: QtBot, portfolio: Portfolio
) -> None:
    first = portfolio.activities[1]
    window.editor.apply("Remove", edits.remove(Activity, [first.id]))
    dialog = bin_with_one(window, qtbot)
    assert first.title in dialog.list.item(0).text()
    press("Put back", dialog)
    assert first in window.editor.portfolio.activities
    assert window.editor.document.undo_label == f"Put back “{first.title}”"
    cards = {p.id for p in portfolio.placements if p.activity_id == first.id}
    assert cards <= {p.id for p in window.editor.portfolio.placements}


def test_what_is_removed_for_good_is_nowhere_in_the_file(
    window: PortfolioWindow, qtbot: QtBot, portfolio: Portfolio, told: Path
) -> None:
    second = portfolio.activities[1]
    label = f"Remove “{second.title}”"
    window.editor.apply(label, edits.remove(Activity, [second.id]))
    dialog = bin_with_one(window, qtbot)
    press("Remove for good…", dialog)
    press("Remove for good", shown(QuestionDialog))
    qtbot.waitUntil(lambda: dialog.list.count() == 0)
    assert "The bin is empty" in words(dialog)
    press("Close", dialog)
    window.autosave.close()
    assert second.title.encode() not in told.read_bytes()


def test_an_empty_bin_and_no_history_say_what_will_be_there(
    program: Program, qtbot: QtBot, plain: Path
) -> None:
    program.begin(plain)
    qtbot.waitUntil(lambda: program.window is not None)
    assert program.window
    program.window.past.show_bin()
    dialog = shown(BinDialog)
    qtbot.waitUntil(lambda: "The bin is empty" in words(dialog))
    press("Close", dialog)
    program.window.past.show_history()
    steps = shown(HistoryDialog)
    qtbot.waitUntil(lambda: "Nothing has been changed yet" in words(steps))
    press("Close", steps)
