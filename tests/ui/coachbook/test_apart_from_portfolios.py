"""What a coach notes for herself is in no portfolio, and in no file that is made of one."""

import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coachapp.domain import edits
from coachapp.domain.conversation import Conversation, Note
from coachapp.domain.handing_over import Chosen
from coachapp.domain.portfolio import Shared
from coachapp.domain.values import new_id
from coachapp.exchange.exports import Form
from coachapp.packs import sample
from coachapp.storage import file, handing_over, keys
from coachapp.storage.file import PortfolioFile
from coachapp.storage.handing_over import HandingOver
from coachapp.ui.coachbook.window import CoachBookWindow
from coachapp.ui.requests import Export
from coachapp.ui.window import PortfolioWindow
from tests import coach_books
from tests.report import reading
from tests.ui.coachbook.conftest import PASSPHRASE

SECRET = "werknotitieplomp"
SAID = "samenopgeschreven"
ROOS = coach_books.small().coachees[0]


def _everything(path: Path, passphrase: str | None) -> bytes:
    """Each value in each table, by another program's means."""
    database = sqlcipher.connect(path)  # pyright: ignore[reportAttributeAccessIssue]
    with closing(database):
        if passphrase:
            database.execute(f'PRAGMA key = "{keys.unlock(path, passphrase).literal}"')
        tables = [row[0] for row in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        rows = [row for name in tables for row in database.execute(f"SELECT * FROM {name}")]
    values = (value for row in rows for value in row)
    return b"\n".join(v if isinstance(v, bytes) else str(v).encode() for v in values)


def _note(window: CoachBookWindow, qtbot: QtBot) -> None:
    """The coach writes down what she thinks of what both wrote."""
    assert window.frame
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.frame.show_coachee(ROOS.id)
    before = len(window.editor.book.notes)
    window.frame.coachee.notes.new.click()
    qtbot.waitUntil(lambda: len(window.editor.book.notes) == before + 1)
    focused = QApplication.focusWidget()
    assert focused
    QTest.keyClicks(focused, f"{SECRET} over {SAID}")
    qtbot.waitUntil(lambda: SECRET in window.editor.book.notes[-1].text)
    qtbot.waitUntil(lambda: window.autosave.is_saved)


def _talk(window: PortfolioWindow, qtbot: QtBot) -> None:
    """Meanwhile both write something down together."""
    talk = Conversation(new_id(), "2026-11-26")
    assert window.editor.apply("Begin", edits.add(talk))
    assert window.editor.apply("Note", edits.add(Note(new_id(), SAID, talk.id)))
    qtbot.waitUntil(lambda: window.autosave.is_saved)


def _all_that_leaves(window: PortfolioWindow, folder: Path) -> list[bytes]:
    """A copy with everything in it, the open export, and the plan."""
    held, document, ways = window.autosave.file, window.editor.document, window._files
    assert isinstance(held, PortfolioFile)
    saved, copy, export = document.saved, folder / "copy.coach", folder / "all.zip"
    every = frozenset(activity.id for activity in saved.activities)
    chosen = Chosen(every, goals=True, reflections=True, notes=True, evidence=True, energy=True, hours=True)
    handing_over.write(HandingOver(held, saved, (), chosen, Shared(new_id(), "copy"), copy, None))
    ways.export(Export(held, saved, (), export, Form(".zip"), lambda _done, _all: None))
    with zipfile.ZipFile(export) as archive:
        exported = b"\n".join(archive.read(name) for name in archive.namelist())
    plan = reading.text(reading.written(saved, folder, "nl").path)
    return [copy.read_bytes(), _everything(copy, None), exported, plan.encode()]


def test_no_byte_of_a_working_note_is_in_a_portfolio_or_in_what_is_made_of_it(
    open_book: Callable[..., CoachBookWindow],
    open_window: Callable[..., PortfolioWindow],
    qtbot: QtBot,
    path: Path,
    tmp_path: Path,
) -> None:
    """Both are open at once, and written in by turns."""
    book = open_book()
    place = tmp_path / "portfolio.coach"
    window = open_window(sample.portfolio("nl"), file.create(place, sample.portfolio("nl"), None))
    _note(book, qtbot)
    _talk(window, qtbot)
    _note(book, qtbot)
    book.editor.undo()
    window.editor.undo()
    window.editor.redo()
    qtbot.waitUntil(lambda: window.autosave.is_saved and book.autosave.is_saved)
    made = [place.read_bytes(), _everything(place, None), *_all_that_leaves(window, tmp_path)]
    assert [SAID.encode() in one for one in made[:-1]] == [True] * (len(made) - 1)
    assert [encoded in one for one in made for encoded in _encoded(SECRET)] == [False] * 3 * len(made)
    book.autosave.close()
    assert SECRET.encode() not in path.read_bytes()
    assert SECRET.encode() in _everything(path, PASSPHRASE)


def _encoded(word: str) -> list[bytes]:
    return [word.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
