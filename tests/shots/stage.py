"""A computer to draw on, and what every picture needs."""

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from shutil import copyfile
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QThreadPool, QTimer
from PySide6.QtWidgets import QDialog, QWidget

from coachapp import app, i18n
from coachapp.document import Document
from coachapp.domain.portfolio import Portfolio
from coachapp.packs import sample
from coachapp.storage import backups, file, keys
from coachapp.ui.choices import Choices
from coachapp.ui.editor import Editor
from coachapp.ui.start.opening import OpeningPage
from coachapp.ui.start.window import StartWindow
from coachapp.ui.window import PortfolioWindow

SIZE: Final = (1440, 900)
PASSPHRASE: Final = "vier losse woorden samen"


class Stage:
    """A computer with two portfolios on it, one of which is on a stick that isn't there."""

    def __init__(self, folder: Path) -> None:
        self.choices = Choices()
        self.locked, self.gone = folder / "S. de Vries.coach", folder / "usb" / "Alias.coach"
        self._whole = folder / "whole"
        file.create(self.locked, sample.portfolio("nl"), PASSPHRASE).close()
        copyfile(self.locked, self._whole)
        self.shown: list[QWidget] = []

    def renew(self) -> None:
        """Undo what an earlier picture changed in the locked portfolio."""
        copyfile(self._whole, self.locked)

    def show(self, widget: QWidget) -> None:
        self.shown.append(widget)
        widget.show()
        wait()

    def start(self) -> StartWindow:
        window = StartWindow(app.files(), self.choices)
        window.resize(*SIZE)
        self.show(window)
        return window

    def open(self, path: Path) -> OpeningPage:
        window = self.start()
        window.open(path)
        wait()
        page = window.findChild(OpeningPage)
        assert page
        return page

    def window(self, page: str, portfolio: Portfolio | None = None) -> PortfolioWindow:
        """A portfolio, the made-up teacher's unless another is given, turned to a page."""
        editor = Editor(Document(portfolio or sample.portfolio(i18n.language())))
        window = PortfolioWindow(editor, self.choices, app.files())
        editor.setParent(window)
        window.resize(*SIZE)
        self.show(window)
        window.turn_to(page)
        return window

    def clear(self) -> None:
        for widget in self.shown:
            with suppress(AttributeError):
                widget.leaving.agreed.emit()  # type: ignore[attr-defined]
            widget.close()
            widget.deleteLater()
        self.shown.clear()
        QThreadPool.globalInstance().waitForDone()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


Screen = Callable[[Stage], QWidget]


def locked_window(stage: Stage, *, renew: bool = True) -> PortfolioWindow:
    """A window of the locked file, as it was at first."""
    if renew:
        stage.renew()
    store = file.open_file(stage.locked, keys.unlock(stage.locked, PASSPHRASE))
    editor = Editor(Document(store.portfolio))
    window = PortfolioWindow(editor, stage.choices, app.files(), store)
    editor.setParent(window)
    window.resize(*SIZE)
    stage.show(window)
    return window


def dialog(kind: Callable[..., QDialog], stage: Stage) -> QWidget:
    made = kind(stage.start())
    made.open()
    return made


def keep(opened: backups.Copied) -> None:
    """See to it that there are backups."""
    if not backups.newest(opened.kept_as):
        for day, why in ((22, "day"), (24, "merge"), (25, "day"), (26, "asked")):
            at = dt.datetime(2026, 11, day, 14, 5)  # noqa: DTZ001 - by the computer's own clock
            backups.make(opened, why, of=at)


def over(window: QWidget, kind: type[QWidget]) -> QWidget:
    """The dialog of this kind that was opened over the window."""
    wait()
    found = window.findChild(kind)
    assert found
    return found


def wait(milliseconds: int = 150) -> None:
    """Let the program go on; background work gets its turn in an event loop of our own."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


SCREENS: Final[dict[str, Screen]] = {
    "start": Stage.start,
}
