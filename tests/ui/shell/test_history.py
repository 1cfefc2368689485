"""History and the bin in the window: what was changed, the board as on a day, what was removed comes back."""

import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from coachapp.document import Document
from coachapp.domain import edits
from coachapp.domain.board_then import snapshot_of
from coachapp.domain.history import Change
from coachapp.domain.portfolio import Activity, Placement, Portfolio
from coachapp.domain.values import Stamp, new_id
from coachapp.storage import file, past
from coachapp.storage import history as kept
from coachapp.ui.detail.life import LifePart
from coachapp.ui.detail.pane import DetailPane
from coachapp.ui.history.bin import BinDialog
from coachapp.ui.history.dialog import HistoryDialog
from coachapp.ui.program import Program
from coachapp.ui.question import QuestionDialog
from coachapp.ui.window import PortfolioWindow
from tests.report.reading import text as pdf_text
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
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 4)
    return dialog


def bin_with_one(window: PortfolioWindow, qtbot: QtBot) -> BinDialog:
    """It opens when what was removed is saved."""
    window.past.show_bin()
    qtbot.waitUntil(lambda: window.findChild(BinDialog) is not None)
    dialog = shown(BinDialog)
    qtbot.waitUntil(lambda: dialog.list.count() == 1)
    return dialog


def rows_of(dialog: HistoryDialog) -> list[str]:
    model = dialog.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_steps_are_listed_by_day_and_the_board_of_any_day_is_shown(
    window: PortfolioWindow, qtbot: QtBot, portfolio: Portfolio
) -> None:
    dialog = history(window, qtbot)
    assert rows_of(dialog) == [
        "3 March 2026",
        "14:05  Remove the first",
        "5 January 2026",
        "10:00  Add “Open day”",
    ]
    spoken = dialog.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "3 March 2026 14:05: Remove the first"
    dialog.steps.setCurrentIndex(dialog.model.index(3, 0))
    assert dialog.bar.date.date() == QDate(2026, 1, 5)
    first = portfolio.activities[0].title
    qtbot.waitUntil(lambda: told_of(dialog, first))
    dialog.bar.date.setDate(QDate(2025, 12, 31))
    qtbot.waitUntil(lambda: told_of(dialog, "Open day"))
    assert "This is the board as on 31 December 2025." in words(dialog)
    press("Close", dialog)


def test_going_from_change_to_change_and_back_to_today(window: PortfolioWindow, qtbot: QtBot) -> None:
    dialog = history(window, qtbot)
    qtbot.waitUntil(lambda: dialog.strip.words == "This is the board of today.")
    assert not dialog.bar.later.isEnabled()
    assert not dialog.bar.today.isEnabled()
    press("Earlier change", dialog)
    qtbot.waitUntil(lambda: dialog.strip.words == "This is the board as on 3 March 2026.")
    assert dialog.steps.currentIndex().data() == "3 March 2026"
    press("Earlier change", dialog)
    qtbot.waitUntil(lambda: dialog.strip.words == "This is the board as on 5 January 2026.")
    assert not dialog.bar.earlier.isEnabled()
    press("Later change", dialog)
    qtbot.waitUntil(lambda: dialog.strip.words == "This is the board as on 3 March 2026.")
    press("Back to today", dialog)
    qtbot.waitUntil(lambda: dialog.strip.words == "This is the board of today.")
    assert not dialog.steps.currentIndex().isValid()
    press("Close", dialog)


def test_the_plan_of_an_earlier_day_is_written(
    window: PortfolioWindow,
    qtbot: QtBot,
    tmp_path: Path,
    portfolio: Portfolio,
    choose_file: Callable[[Path], None],
) -> None:
    dialog = history(window, qtbot)
    dialog.bar.date.setDate(QDate(2026, 1, 5))
    qtbot.waitUntil(lambda: "5 January" in dialog.strip.words)
    press("Write the plan of this day as PDF…", dialog)
    written = tmp_path / "then.pdf"
    choose_file(written)
    qtbot.waitUntil(lambda: not dialog.plan.done.isHidden())
    assert portfolio.activities[0].title in " ".join(pdf_text(written).split())
    assert portfolio.activities[0].title not in {a.title for a in window.editor.portfolio.activities}
    press("Close", dialog)


def test_the_plan_of_an_earlier_day_hides_what_is_hidden_today_and_is_listed_always(
    window: PortfolioWindow, qtbot: QtBot, tmp_path: Path, portfolio: Portfolio
) -> None:
    name = portfolio.activities[0].title
    window.editor.apply("List names", edits.describe(names=(name,), names_as="initials"))
    window.past.show_history()
    qtbot.waitUntil(lambda: window.findChild(HistoryDialog) is not None)
    dialog = shown(HistoryDialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 6)
    dialog.bar.date.setDate(QDate(2026, 1, 5))
    qtbot.waitUntil(lambda: "5 January" in dialog.strip.words)
    dialog.plan.write_to(tmp_path / "then.pdf")
    press("Close", dialog)
    qtbot.waitUntil(lambda: bool(window.editor.portfolio.shared), timeout=20_000)
    listed = window.editor.portfolio.shared[-1]
    assert (listed.name, listed.content) == ("then.pdf", "The plan of 5 January 2026")
    told = " ".join(pdf_text(tmp_path / "then.pdf").split())
    assert "Open day" in told
    assert name not in told


def test_a_plan_that_can_not_be_written_says_why(
    window: PortfolioWindow, qtbot: QtBot, tmp_path: Path, choose_file: Callable[[Path], None]
) -> None:
    dialog = history(window, qtbot)
    qtbot.waitUntil(dialog.plan.button.isEnabled)
    press("Write the plan of this day as PDF…", dialog)
    choose_file(tmp_path / "nowhere" / "then.pdf")
    qtbot.waitUntil(lambda: bool(dialog.plan.problem.words))
    assert "nowhere" in dialog.plan.problem.words
    press("Close", dialog)


def test_a_history_that_no_coachapp_wrote_says_so_and_shows_no_board(
    program: Program, qtbot: QtBot, told: Path
) -> None:
    with closing(file.open_file(told, None)) as opened:
        bad = text("update writes set was = '{\"title\": 7}' where was != ''")
        opened.put(lambda connection: connection.execute(bad))
    program.begin(told)
    qtbot.waitUntil(lambda: program.window is not None)
    assert program.window
    dialog = history(program.window, qtbot)
    press("Earlier change", dialog)
    press("Earlier change", dialog)
    qtbot.waitUntil(lambda: "CoachApp never writes" in dialog.notice.words)
    assert not dialog.plan.button.isEnabled()
    press("Back to today", dialog)
    qtbot.waitUntil(lambda: dialog.strip.words == "This is the board of today.")
    press("Close", dialog)


def test_ten_thousand_steps_are_listed_in_a_moment(program: Program, qtbot: QtBot, plain: Path) -> None:
    steps = [
        Change(Stamp(n, "abc"), f"20{10 + n // 1000:02}-01-{n // 40 % 28 + 1:02}T10:00", f"Step {n}")
        for n in range(10_000)
    ]
    with closing(file.open_file(plain, None)) as opened:
        opened.put(lambda connection: kept.keep(connection, steps))
    program.begin(plain)
    qtbot.waitUntil(lambda: program.window is not None)
    assert program.window
    program.window.past.show_history()
    dialog = shown(HistoryDialog)
    qtbot.waitUntil(lambda: dialog.model.rowCount() > 10_000)
    start = time.perf_counter()
    dialog.model.show_changes(steps)
    dialog.steps.scrollToBottom()
    dialog.steps.grab()
    assert time.perf_counter() - start < 1
    assert dialog.model.index(1, 0).data() == "10:00  Step 9999"
    press("Close", dialog)


def test_how_it_went_with_an_activity_is_told_when_unfolded_and_goes_on(
    window: PortfolioWindow, qtbot: QtBot, portfolio: Portfolio
) -> None:
    card = next(p for p in portfolio.placements if p.activity_id != portfolio.activities[0].id)
    window.editor.apply("Name", edits.change(Activity, [card.activity_id], title="Another name"))
    window.turn_to("board")
    pane = window.findChild(DetailPane)
    assert pane
    pane.show_cards([card.id])
    pane.show()
    part = pane.findChild(LifePart)
    assert part
    press("How it went", part)
    old = next(a.title for a in portfolio.activities if a.id == card.activity_id)
    qtbot.waitUntil(lambda: f"Renamed: “{old}” became “Another name”" in words(part))
    window.editor.apply("Why", edits.change(Placement, [card.id], why="because"))
    qtbot.waitUntil(lambda: "Changed: why here" in words(part))
    window.editor.undo()
    qtbot.waitUntil(lambda: words(part).count("Changed: why here") == 2)


def test_a_portfolio_in_no_file_tells_no_life(
    open_window: Callable[..., PortfolioWindow], portfolio: Portfolio
) -> None:
    guest = open_window(portfolio)
    pane = guest.findChild(DetailPane)
    assert pane
    pane.show_cards([guest.editor.portfolio.placements[0].id])
    pane.show()
    part = pane.findChild(LifePart)
    assert part
    assert part.isHidden()


def test_the_history_of_before_a_day_is_forgotten_when_asked_twice(
    window: PortfolioWindow, qtbot: QtBot
) -> None:
    dialog = history(window, qtbot)
    dialog.bar.date.setDate(QDate(2026, 3, 3))
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
    window.editor.apply("Keep", edits.add(snapshot_of(portfolio, "2026-11-26")))
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
