"""What every test of a window stands on, and what it must leave behind."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from coachapp import app, paths
from coachapp.document import Document
from coachapp.domain.portfolio import Portfolio
from coachapp.ui import asking
from coachapp.ui.choices import Choices
from coachapp.ui.editor import Editor
from coachapp.ui.look import Look
from coachapp.ui.open_file import OpenFile
from coachapp.ui.settings import Settings
from coachapp.ui.window import PortfolioWindow

ENGLISH = Settings(language="en", tour_seen=True)
_MODAL = (
    *((cls, "exec") for cls in (QDialog, QMessageBox, QFileDialog, QInputDialog, QMenu)),
    *((QMessageBox, name) for name in ("about", "critical", "information", "question", "warning")),
    *((QFileDialog, name) for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName")),
    *((QInputDialog, name) for name in ("getText", "getItem", "getInt")),
)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Whatever Qt warns about is a fault, but for what the offscreen screen can't do."""
    item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(autouse=True)
def _nothing_waits_for_an_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        pytest.fail("a dialog was opened that blocks the program: use open() and signals")

    for cls, name in _MODAL:
        monkeypatch.setattr(cls, name, refuse)


@pytest.fixture(autouse=True)
def data_dir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What the program remembers on this computer goes here."""
    folder = tmp_path / "remembered"
    monkeypatch.setattr(paths, "data_dir", lambda: folder)
    return folder


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's folder for documents."""
    folder = tmp_path / "documents"
    folder.mkdir()
    monkeypatch.setattr(asking, "documents", lambda: folder)
    monkeypatch.setattr("coachapp.ui.new_portfolio.names.documents", lambda: folder)
    return folder


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Look:
    """How the program looks, put back after each test."""
    return Look(qapp, ENGLISH)


@pytest.fixture(autouse=True)
def _nothing_is_left(look: Look) -> Iterator[None]:
    yield
    assert QThreadPool.globalInstance().waitForDone(5000), "background work goes on after the test"
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    visible = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    for widget in visible:
        widget.hide()
    assert not visible, f"still on the screen after the test: {visible}"
    if look.worn != ENGLISH:
        look.wear(ENGLISH)


@pytest.fixture
def editor(qtbot: QtBot) -> Callable[[Portfolio], Editor]:
    """An editor of a portfolio that is in no file."""
    return lambda portfolio: Editor(Document(portfolio), parent=QApplication.instance())


@pytest.fixture
def choices() -> Choices:
    """The person's settings, as at the first start of somebody whose computer speaks English."""
    made = Choices()
    made.settings = ENGLISH
    return made


def _agree_to_close(window: QWidget) -> None:
    assert isinstance(window, PortfolioWindow)
    window.leaving.agreed.emit()


@pytest.fixture
def open_window(qtbot: QtBot, choices: Choices) -> Callable[..., PortfolioWindow]:
    """A portfolio window on the screen: of a file, or of a portfolio that is in none."""

    def show(
        portfolio: Portfolio, file: OpenFile | None = None, *, read_only: bool = False
    ) -> PortfolioWindow:
        editor = Editor(Document(portfolio), read_only=read_only)
        window = PortfolioWindow(editor, choices, app.files(), file)
        editor.setParent(window)
        qtbot.addWidget(window, before_close_func=_agree_to_close)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return show
