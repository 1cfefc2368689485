"""Placing apart on two computers: a small file that tells little, goes out, and comes back by joining."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from coachapp.domain.blind import COACH, TEACHER
from coachapp.domain.conversation import Conversation, Note, View
from coachapp.domain.portfolio import Activity, Placement, Portfolio
from coachapp.domain.values import Cell
from coachapp.storage import file, keys
from coachapp.ui.blind.cover import CoverPage
from coachapp.ui.blind.dialog import ApartDialog
from coachapp.ui.blind.ends import GiveBackPage, WaitPage
from coachapp.ui.blind.giving import GivePage
from coachapp.ui.blind.reveal import RevealPage
from coachapp.ui.blind.start import StartPage
from coachapp.ui.blind.turn import TurnPage
from coachapp.ui.joining.dialog import JoinDialog
from coachapp.ui.notice import Notice
from coachapp.ui.window import PortfolioWindow
from tests import portfolios
from tests.ui.shell.conftest import PASSPHRASE
from tests.ui.shell.finding import button, shown, words

TALK = Conversation("c" * 32, "2026-11-26", "K. Oach", "independent", question="Whisper one", step="place")
OTHER = "nog vier andere woorden"
HERE, THERE = Cell("leren", "micro"), Cell("leren", "meso")
Show = Callable[..., PortfolioWindow]


@pytest.fixture
def portfolio() -> Portfolio:
    activities = tuple(
        Activity(f"a{n}", title, "Whisper two") for n, title in enumerate(("Teaching", "Council"))
    )
    return replace(
        portfolios.empty(),
        activities=(*activities, Activity("a2", "Whisper three")),
        placements=(Placement("p1", "a1", THERE, why="Whisper four"),),
        conversations=(TALK,),
        notes=(Note("n1", "Whisper five", TALK.id),),
        views=(View("v1", TALK.id, "a0", HERE, TEACHER),),
    )


@pytest.fixture
def show(open_window: Show) -> Callable[[Path, str | None], PortfolioWindow]:
    def opened(path: Path, passphrase: str | None) -> PortfolioWindow:
        store = file.open_file(path, keys.unlock(path, passphrase) if passphrase else None)
        return open_window(store.portfolio, store)

    return opened


def press(name: str, within: QWidget) -> None:
    QTest.mouseClick(button(name, within), Qt.MouseButton.LeftButton)


def start(window: PortfolioWindow) -> ApartDialog:
    talk = window.editor.portfolio.conversations[0]
    dialog = ApartDialog(window.editor, window.choices.settings, talk, window)
    dialog.open()
    return dialog


def laid(window: PortfolioWindow) -> ApartDialog:
    """Her turn has begun, with one card laid."""
    dialog = start(window)
    press("Begin", dialog)
    press("Begin my turn", dialog)
    lay(dialog, "a0", THERE)
    return dialog


def lay(dialog: ApartDialog, activity_id: str, cell: Cell) -> None:
    assert isinstance(dialog.page, TurnPage)
    board = dialog.page.board
    rect = board.scene.place_rect(cell)
    foot = QPointF(rect.center().x(), rect.bottom() - 6).toPoint()
    card = board.scene.card_rect(board.board.cards((activity_id,))[0]).center().toPoint()
    for point in (card, foot):
        QTest.mouseClick(board.viewport(), Qt.MouseButton.LeftButton, pos=point)


def given(qtbot: QtBot, window: PortfolioWindow) -> tuple[ApartDialog, Path]:
    """The teacher makes the file for the coach."""
    dialog = start(window)
    assert isinstance(dialog.page, StartPage)
    dialog.page.list.item(1).setCheckState(Qt.CheckState.Unchecked)  # Whisper three
    for row in range(dialog.page.list.count()):
        item = dialog.page.list.item(row)
        item.setCheckState(Qt.CheckState.Checked if "Whisper" not in item.text() else Qt.CheckState.Unchecked)
    press("Each on an own computer…", dialog)
    page = dialog.page
    assert isinstance(page, GivePage)
    for field in (page.lock.first, page.lock.second):
        field.edit.setText(OTHER)
    press("Make the file", dialog)
    qtbot.waitUntil(page.go_on.isVisible)
    return dialog, page.place.path


def test_the_file_goes_out_comes_back_and_both_boards_lie_over_each_other(
    qtbot: QtBot, show: Callable[[Path, str | None], PortfolioWindow], locked: Path
) -> None:
    window = show(locked, PASSPHRASE)
    dialog, path = given(qtbot, window)
    (left,) = window.editor.portfolio.shared
    assert (left.kind, left.reader, left.name, left.content) == (
        "blind",
        "K. Oach",
        path.name,
        "2 activities",
    )
    press("On to my own turn", dialog)
    assert isinstance(dialog.page, CoverPage)
    press("Begin my turn", dialog)
    lay(dialog, "a1", THERE)
    press("I am done", dialog)
    assert isinstance(dialog.page, WaitPage)
    press("Later", dialog)

    coach = show(path, OTHER)
    press("Lay the cards", next(n for n in coach.findChildren(Notice) if n.isVisible()))
    theirs = shown(ApartDialog)
    assert isinstance(theirs.page, CoverPage)
    assert "It is the coach's turn" in words(theirs)
    press("Begin my turn", theirs)
    lay(theirs, "a0", THERE)
    lay(theirs, "a1", THERE)
    press("I am done", theirs)
    assert isinstance(theirs.page, GiveBackPage)
    press("Close", theirs)
    qtbot.waitUntil(lambda: coach.autosave.is_saved)
    coach.leaving.agreed.emit()
    coach.close()

    window.joiner.join((path,))
    joining = shown(JoinDialog)
    qtbot.waitUntil(joining.field.isVisible)
    joining.field.edit.setText(OTHER)
    joining.enter.click()
    qtbot.waitUntil(lambda: button("Close", joining).isEnabled())
    press("Close", joining)
    both = window.editor.portfolio
    assert {(v.by, v.activity_id): v.cell for v in both.views} == {
        (TEACHER, "a0"): HERE,
        (TEACHER, "a1"): THERE,
        (COACH, "a0"): THERE,
        (COACH, "a1"): THERE,
    }
    assert both.placements == window.editor.portfolio.placements
    assert both.conversations == (TALK,)
    assert both.variants == ()
    assert both.shared[0].returned_on
    again = start(window)
    assert isinstance(again.page, StartPage)
    press("Show both boards", again)
    assert isinstance(again.page, RevealPage)
    again.reject()


def test_keys_of_the_window_below_do_nothing_during_a_turn(
    qtbot: QtBot, show: Callable[[Path, str | None], PortfolioWindow], locked: Path
) -> None:
    window = show(locked, PASSPHRASE)
    dialog = laid(window)
    assert QApplication.activeModalWidget() is dialog
    after = window.editor.portfolio
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_I):
        QTest.keyClick(dialog.focusWidget(), key, Qt.KeyboardModifier.ControlModifier)
    assert window.editor.portfolio is after
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: window.autosave.is_saved)
    dialog.reject()


def test_locking_ends_a_turn_and_what_was_laid_is_kept(
    qtbot: QtBot, show: Callable[[Path, str | None], PortfolioWindow], locked: Path
) -> None:
    window = show(locked, PASSPHRASE)
    dialog = laid(window)
    window.lock.start()
    assert not dialog.isVisible()
    assert "Teaching" not in words(window)
    assert {view.by for view in window.editor.portfolio.views} == {TEACHER, COACH}
    qtbot.waitUntil(lambda: window.autosave.file is None)


def test_the_file_holds_no_byte_of_what_was_not_to_be_seen(
    qtbot: QtBot, show: Callable[[Path, str | None], PortfolioWindow], locked: Path
) -> None:
    dialog, path = given(qtbot, show(locked, PASSPHRASE))
    dialog.reject()
    with closing(file.open_file(path, keys.unlock(path, OTHER), read_only=True)) as copy:
        told = copy.read(_everything)
        assert copy.portfolio.views == copy.portfolio.placements == ()
        assert not copy.opens_with(PASSPHRASE)
    assert "Teaching" in told
    assert "Council" in told
    assert "Whisper" not in told


@pytest.mark.parametrize("harm", ["half", "text", "another"])
def test_what_is_no_sound_file_of_ours_is_told_and_changes_nothing(
    qtbot: QtBot, show: Callable[[Path, str | None], PortfolioWindow], plain: Path, harm: str
) -> None:
    window = show(plain, None)
    dialog, path = given(qtbot, window)
    dialog.reject()
    qtbot.waitUntil(lambda: window.autosave.is_saved)
    before, bytes_ = window.editor.portfolio, path.read_bytes()
    path.unlink()
    if harm == "another":
        file.create(path, replace(portfolios.empty(), id="e" * 32), None).close()
    else:
        half = len(bytes_) // 2 // 4096 * 4096  # of whole pages: what is missing shows only behind the lock
        path.write_bytes(bytes_[:half] if harm == "half" else b'{"views": []}' * 9)
    window.joiner.join((path,))
    joining = shown(JoinDialog)
    if harm == "half":
        qtbot.waitUntil(joining.field.isVisible)
        joining.field.edit.setText(OTHER)
        joining.enter.click()
    qtbot.waitUntil(joining.notice.isVisible)
    assert window.editor.portfolio is before
    press("Close", joining)


def test_the_passphrase_of_the_portfolio_itself_is_refused(
    qtbot: QtBot, show: Callable[[Path, str | None], PortfolioWindow], locked: Path
) -> None:
    window = show(locked, PASSPHRASE)
    dialog = start(window)
    press("Each on an own computer…", dialog)
    page = dialog.page
    assert isinstance(page, GivePage)
    for field in (page.lock.first, page.lock.second):
        field.edit.setText(PASSPHRASE)
    press("Make the file", dialog)
    qtbot.waitUntil(page.notice.isVisible)
    assert "passphrase of the portfolio itself" in words(dialog)
    assert window.editor.portfolio.shared == ()
    dialog.reject()


def test_who_works_without_a_file_places_on_one_computer(open_window: Show, portfolio: Portfolio) -> None:
    dialog = start(open_window(portfolio))
    assert isinstance(dialog.page, StartPage)
    assert not dialog.page.give.isVisible()
    dialog.reject()


def _everything(connection: object) -> str:
    tables = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))  # type: ignore[attr-defined]
    rows = (
        row
        for (name,) in tables.all()
        for row in connection.execute(text(f'SELECT * FROM "{name}"')).all()  # type: ignore[attr-defined]
    )
    return "\n".join(map(str, rows))
