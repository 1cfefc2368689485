"""A coach book in a file, and its window on the screen."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coachapp import app
from coachapp.domain.coach_book.book import CoachBook
from coachapp.storage import coach_book
from coachapp.ui.choices import Choices
from coachapp.ui.coachbook.window import CoachBookWindow
from tests import coach_books

PASSPHRASE = "vier losse woorden samen"


@pytest.fixture
def path(documents: Path) -> Path:
    return documents / "Mijn coachees.coachbook"


def _agree(window: QWidget) -> None:
    cast(CoachBookWindow, window).leaving.agreed.emit()


@pytest.fixture
def open_book(qtbot: QtBot, choices: Choices, path: Path) -> Callable[..., CoachBookWindow]:
    """The window of a file with this book."""

    def show(book: CoachBook | None = None) -> CoachBookWindow:
        file = coach_book.create(path, book or coach_books.small(), PASSPHRASE)
        ways = app.files().coach_books
        assert ways
        window = CoachBookWindow(file, choices, ways)
        qtbot.addWidget(window, before_close_func=_agree)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return show
