"""One portfolio, two programs: who comes second sees who has it, what is newer, and when it is free."""

import getpass
import json
import platform
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coachapp import app
from coachapp.document import Document
from coachapp.domain import edits
from coachapp.domain.portfolio import Activity, Portfolio
from coachapp.domain.values import new_id
from coachapp.storage import file
from coachapp.ui import autosave, watch
from coachapp.ui.choices import Choices
from coachapp.ui.look import Look
from coachapp.ui.program import Program
from coachapp.ui.start.opening import OpeningPage
from coachapp.ui.window import PortfolioWindow
from tests.storage.elsewhere import Elsewhere, other_program
from tests.storage.kills import Target
from tests.ui.shell.finding import button, shown, words

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks and signals")


@pytest.fixture
def elsewhere(plain: Path, portfolio: Portfolio) -> Iterator[Elsewhere]:
    with other_program(Target(plain, None, portfolio, plain.read_bytes())) as other:
        yield other


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "OFTEN", 50)
    monkeypatch.setattr(autosave, "RETRIES", (50,))


def opened(program: Program, qtbot: QtBot, path: Path) -> PortfolioWindow:
    program.begin(path)
    return now(program, qtbot)


def now(program: Program, qtbot: QtBot) -> PortfolioWindow:
    qtbot.waitUntil(lambda: program.window is not None)
    assert program.window
    return program.window


def looking(program: Program, qtbot: QtBot, path: Path) -> PortfolioWindow:
    """A window on a file that another has open."""
    program.begin(path)
    qtbot.waitUntil(lambda: any(page.notice.isVisible() for page in program.start.findChildren(OpeningPage)))  # type: ignore[union-attr]
    press("Open it to look only", shown(OpeningPage))
    return now(program, qtbot)


def press(words: str, within: QWidget) -> None:
    QTest.mouseClick(button(words, within), Qt.MouseButton.LeftButton)


def news(window: PortfolioWindow) -> str:
    assert window.frame
    return window.frame.news.words.replace("\u200b", "")


def answer(window: PortfolioWindow, words: str) -> None:
    assert window.frame
    press(words, window.frame.news)


def add(window: PortfolioWindow, title: str = "New work") -> None:
    assert window.editor.apply("Add", edits.add(Activity(new_id(), title)))


def titles(portfolio: Portfolio) -> list[str]:
    return [activity.title for activity in portfolio.activities]


def test_the_second_sees_who_has_it_and_goes_on_as_soon_as_it_is_free(
    program: Program, qtbot: QtBot, plain: Path, elsewhere: Elsewhere
) -> None:
    window = looking(program, qtbot, plain)
    assert window.editor.read_only
    who = f"Open to look only: {getpass.getuser()} has it open on {platform.node()} since "
    qtbot.waitUntil(lambda: who in words(window.statusBar()))
    window.turn_to("goals")
    elsewhere.kill()
    qtbot.waitUntil(lambda: "Nobody else has this portfolio open any more." in news(window))
    assert who not in words(window.statusBar())
    answer(window, "Go on here")
    qtbot.waitUntil(lambda: program.window not in (None, window))
    second = now(program, qtbot)
    assert second.frame
    assert second.frame.current == "goals"
    assert not second.editor.read_only
    add(second)
    qtbot.waitUntil(lambda: second.autosave.is_saved)
    with closing(file.open_file(plain, None, read_only=True)) as found:
        assert "New work" in titles(found.portfolio)


def test_what_the_first_saves_can_be_shown(program: Program, qtbot: QtBot, plain: Path) -> None:
    with closing(file.open_file(plain, None)) as first:
        window = looking(program, qtbot, plain)
        document = Document(first.portfolio)
        document.apply("", edits.add(Activity(new_id(), "Newer work")))
        first.save(document.saved, document.portfolio)
        qtbot.waitUntil(lambda: "There is a newer version" in news(window))
        assert "Newer work" not in titles(window.editor.portfolio)
        answer(window, "Show it")
        qtbot.waitUntil(lambda: program.window not in (None, window))
        assert "Newer work" in titles(now(program, qtbot).editor.portfolio)
        assert now(program, qtbot).editor.read_only


def test_who_chose_to_look_when_nobody_had_it_is_left_in_peace(
    program: Program, qtbot: QtBot, plain: Path
) -> None:
    program.begin(plain)
    found = file.open_file(plain, None, read_only=True)
    first = now(program, qtbot)
    program._on_renewed(found)
    window = now(program, qtbot)
    assert window is not first
    for _look in range(3):
        with qtbot.waitSignal(window.autosave.changed):
            pass
    assert news(window) == ""


def test_a_kill_elsewhere_is_told_at_the_next_start(
    program: Program, qtbot: QtBot, plain: Path, elsewhere: Elsewhere
) -> None:
    elsewhere.kill()
    window = opened(program, qtbot, plain)
    assert "CoachApp was stopped in the middle of its work on " in news(window)
    assert "Everything saved up to then is here." in news(window)
    answer(window, "Close this message")
    assert news(window) == ""


def test_an_orderly_end_is_not_told(program: Program, qtbot: QtBot, plain: Path) -> None:
    file.open_file(plain, None).close()
    assert news(opened(program, qtbot, plain)) == ""


def test_a_lock_that_a_sync_program_brought_along_is_told(
    program: Program, qtbot: QtBot, plain: Path
) -> None:
    about = {"user": "jan", "machine": "LAPTOP-7", "since": "2026-03-03T14:05:00+00:00"}
    plain.with_name(plain.name + ".lock").write_text(json.dumps(about))
    window = opened(program, qtbot, plain)
    assert "jan may have this portfolio open on LAPTOP-7 too, since" in news(window)


@pytest.fixture
def joining(qtbot: QtBot, look: Look, choices: Choices, documents: Path) -> Iterator[Program]:
    """The program of somebody who can join copies."""
    made = Program(app.files(), choices, look)
    yield made
    if made.window:
        made.window.leaving.agreed.emit()
    made.deleteLater()


def test_a_file_that_a_sync_program_replaced_can_be_joined_or_saved_elsewhere(
    joining: Program, qtbot: QtBot, plain: Path
) -> None:
    window = opened(joining, qtbot, plain)
    plain.with_name("sync").write_bytes(plain.read_bytes())
    plain.with_name("sync").replace(plain)
    add(window)
    assert window.frame
    banner = window.frame.banner
    qtbot.waitUntil(lambda: "Another program, such as a sync program, has replaced" in banner.words)
    assert "it is tried again" not in banner.words
    assert button("Save a copy somewhere else…", banner)
    with qtbot.waitSignal(window.join_requested) as asked:
        press("Join both…", banner)
    assert asked.args == [(plain,)]


def test_copies_beside_it_are_told_once_and_can_be_joined(
    joining: Program, qtbot: QtBot, plain: Path
) -> None:
    copy = plain.with_name("Plain (Jan's conflicted copy 2026-03-03).coach")
    copy.write_bytes(plain.read_bytes())
    window = opened(joining, qtbot, plain)
    qtbot.waitUntil(
        lambda: (
            f"Beside this portfolio lies a copy, perhaps left by a sync program: “{copy.name}”."
            in news(window)
        )
    )
    add(window)
    assert news(window)
    with qtbot.waitSignal(window.join_requested) as asked:
        answer(window, "Join…")
    assert asked.args == [(copy,)]
    assert news(window) == ""


def test_who_does_not_want_to_join_now_may_not(joining: Program, qtbot: QtBot, plain: Path) -> None:
    for name in ("Plain-DESKTOP-1234.coach", "Plain (1).coach", "Plain.sync-conflict-20260101-120000.coach"):
        plain.with_name(name).touch()
    window = opened(joining, qtbot, plain)
    qtbot.waitUntil(lambda: "Beside this portfolio lie 3 copies" in news(window))
    with qtbot.assertNotEmitted(window.join_requested):
        answer(window, "Not now")
    assert news(window) == ""
