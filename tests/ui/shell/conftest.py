"""Real portfolio files, and the whole program as a person meets it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from coachapp import app
from coachapp.domain.portfolio import Portfolio
from coachapp.storage import backup_folder, file
from coachapp.ui.choices import Choices
from coachapp.ui.look import Look
from coachapp.ui.program import Program
from tests import portfolios

PASSPHRASE = "vier losse woorden samen"


@pytest.fixture(autouse=True)
def _usual_folder() -> Iterator[None]:
    """Backups go where they usually do, after each test again."""
    yield
    backup_folder.use(backup_folder.Place())


@pytest.fixture
def portfolio() -> Portfolio:
    return portfolios.many(12)


@pytest.fixture
def locked(documents: Path, portfolio: Portfolio) -> Path:
    """A portfolio file with a passphrase."""
    path = documents / "S. de Vries.coach"
    file.create(path, portfolio, PASSPHRASE).close()
    return path


@pytest.fixture
def plain(documents: Path, portfolio: Portfolio) -> Path:
    """A portfolio file that anyone can open."""
    path = documents / "Plain.coach"
    file.create(path, portfolio, None).close()
    return path


@pytest.fixture
def program(qtbot: QtBot, look: Look, choices: Choices, documents: Path) -> Iterator[Program]:
    """The program with nothing on the screen yet: begin it."""
    made = Program(app.files(), choices, look)
    yield made
    if made.window:
        made.window.leaving.agreed.emit()
    if made.start:
        made.start.close()
        made.start.deleteLater()
    made.deleteLater()


@pytest.fixture
def choose_file(qtbot: QtBot) -> Callable[[Path], None]:
    """Choose this file in the dialog that asks for one."""

    def choose(path: Path) -> None:
        qtbot.waitUntil(lambda: any(isinstance(w, QFileDialog) for w in QApplication.topLevelWidgets()))
        dialog = next(
            w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible()
        )
        dialog.fileSelected.emit(str(path))
        dialog.reject()

    return choose
