"""Another program may show a copy of what is made to be looked at; the copy goes again."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from coachapp import app
from coachapp.domain import edits
from coachapp.domain.portfolio import Evidence
from coachapp.domain.values import new_id
from coachapp.storage import evidence
from coachapp.ui.evidence.part import EvidencePart
from coachapp.ui.inputs.text import TitleInput
from coachapp.ui.program import Program
from coachapp.ui.question import QuestionDialog
from coachapp.ui.window import PortfolioWindow
from tests.ui.shell.finding import button, shown, words
from tests.ui.shell.test_lock import lock, unlock

BYTES = b"Dear colleague"


class Desktop(QObject):
    """Opens files in the place of this computer's own programs."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "show")  # type: ignore[arg-type]
    yield desktop
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def window(program: Program, qtbot: QtBot, locked: Path) -> PortfolioWindow:
    program.begin(locked)
    return unlock(program, qtbot)


def add(window: PortfolioWindow, name: str) -> EvidencePart:
    """This file with the first activity, and the part of the detail pane that shows it."""
    assert window.autosave.file
    taken = evidence.take_bytes(window.autosave.file, name, BYTES)  # type: ignore[arg-type]
    activity = window.editor.portfolio.activities[0]
    item = Evidence(new_id(), name, taken.digest, taken.size, activity_id=activity.id)
    window.editor.apply("Add", edits.add(item))
    return part_of(window)


def part_of(window: PortfolioWindow) -> EvidencePart:
    part = EvidencePart(window.editor, window)
    part.show_owner(window.editor.portfolio.activities[0].id)
    part.open()
    part.resize(400, 600)
    part.show()
    return part


def open_elsewhere(part: EvidencePart) -> str:
    """What is said before it opens."""
    QTest.mouseClick(button("Open…", part), Qt.MouseButton.LeftButton)
    question = shown(QuestionDialog)
    said = words(question)
    QTest.mouseClick(button("Open a copy", question), Qt.MouseButton.LeftButton)
    return said


def test_a_copy_is_opened_after_it_was_said_where_it_stays(
    window: PortfolioWindow, desktop: Desktop, qtbot: QtBot, data_dir: Path
) -> None:
    said = open_elsewhere(add(window, "letter.odt"))
    assert "until this portfolio is closed or locked; then it is removed." in said
    qtbot.waitUntil(lambda: bool(desktop.opened))
    (copy,) = desktop.opened
    assert copy.read_bytes() == BYTES
    assert data_dir in copy.parents


def test_the_question_shows_all_of_its_words(window: PortfolioWindow, qtbot: QtBot) -> None:
    font = QApplication.font()
    large = QFont(font)
    large.setPointSizeF(2 * font.pointSizeF())
    QApplication.setFont(large)
    try:
        QTest.mouseClick(button("Open…", add(window, f"{'long name ' * 28}.odt")), Qt.MouseButton.LeftButton)
        question = shown(QuestionDialog)
        labels = [label for label in question.findChildren(QLabel) if label.isVisible()]
        assert all(label.height() >= label.heightForWidth(label.width()) for label in labels)
        question.reject()
    finally:
        QApplication.setFont(font)


def test_the_copy_goes_when_the_portfolio_is_closed(
    window: PortfolioWindow, desktop: Desktop, qtbot: QtBot, data_dir: Path
) -> None:
    open_elsewhere(add(window, "letter.odt"))
    qtbot.waitUntil(lambda: bool(desktop.opened) and window.autosave.is_saved)
    window.close()
    assert not any((data_dir / "open").iterdir())


def test_the_copy_goes_when_the_portfolio_is_locked(
    window: PortfolioWindow, desktop: Desktop, qtbot: QtBot, data_dir: Path
) -> None:
    open_elsewhere(add(window, "letter.odt"))
    qtbot.waitUntil(lambda: bool(desktop.opened))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    lock(window)
    qtbot.waitUntil(lambda: window.frame is None)
    assert not any((data_dir / "open").iterdir())


def test_the_next_start_removes_what_was_left(program: Program, data_dir: Path) -> None:
    left = data_dir / "open" / "0a1b2c3d" / "4e5f6a7b" / "letter.odt"
    left.parent.mkdir(parents=True)
    left.write_bytes(BYTES)
    app._the_rest()
    assert not any((data_dir / "open").iterdir())


@pytest.mark.parametrize(
    "name", ["prize.exe", "page.html", "run.desktop", "photo\u202efdp.exe", "a.pdf.lnk", "x.docm", "README"]
)
def test_what_could_run_is_only_saved(window: PortfolioWindow, name: str) -> None:
    part = add(window, name)
    assert button("Save as…", part)
    with pytest.raises(StopIteration):
        button("Open…", part)


HOSTILE = {
    "../../x.pdf": "x.pdf",
    "/etc/passwd.txt": "etc_passwd.txt",
    "C:\\Windows\\x.pdf": "C__Windows_x.pdf",
    "CON.pdf": "_CON.pdf",
    "a\nb\x00c.pdf": "a b c.pdf",
    "photo\u202efdp.odt": "photofdp.odt",
    "-rf.txt": "rf.txt",
    "x" * 296 + ".pdf": "x" * 116 + ".pdf",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_leads_nowhere_and_hides_nothing(
    window: PortfolioWindow, desktop: Desktop, qtbot: QtBot, data_dir: Path, name: str
) -> None:
    part = add(window, name)
    shown_name = part.findChildren(TitleInput)[0].toPlainText()
    assert not {"\u202e", "\n", "\x00"} & set(shown_name)
    open_elsewhere(part)
    qtbot.waitUntil(lambda: bool(desktop.opened))
    (copy,) = desktop.opened
    assert copy.name == HOSTILE[name]
    assert copy.resolve().parents[2] == (data_dir / "open").resolve()
    if os.name == "posix":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o400


def test_another_name_is_no_way_around_that(window: PortfolioWindow) -> None:
    part = add(window, "prize.exe")
    field = part.findChildren(TitleInput)[0]
    field.selectAll()
    QTest.keyClicks(field, "prize.pdf")
    field.commit()
    assert window.editor.portfolio.evidence[0].name == "prize.pdf.exe"
    part.show_owner(window.editor.portfolio.activities[0].id)
    with pytest.raises(StopIteration):
        button("Open…", part)


def test_what_is_damaged_says_so_in_its_place(
    window: PortfolioWindow, desktop: Desktop, qtbot: QtBot
) -> None:
    part = add(window, "letter.odt")
    assert window.autosave.file
    window.autosave.file.put(  # type: ignore[attr-defined]
        lambda connection: connection.exec_driver_sql("UPDATE chunks SET data = x'00'")
    )
    open_elsewhere(part)
    qtbot.waitUntil(lambda: "damaged" in part.notice.words)
    assert not desktop.opened
