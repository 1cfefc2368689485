"""CoachApp as a person opens a portfolio or a coach book: started, all loaded, the passphrase typed, Enter.

Prints the milliseconds from then to the painted board, or the list of coachees, the derivation of the
key left out, and the megabytes that the program holds when all has come to rest.
"""

import gc
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QEvent, QObject, Qt, QThreadPool, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import coachapp.__main__
from benchmarks.files import PASSPHRASE
from benchmarks.memory import held
from coachapp.storage import keys
from coachapp.ui.start.opening import OpeningPage
from coachapp.ui.start.window import StartWindow

FILE: Final = Path(sys.argv[1])
REST: Final = 200  # milliseconds


def main() -> None:
    key = keys.unlock(FILE, PASSPHRASE)
    setattr(keys, "unlock", lambda _path, _passphrase: key)  # noqa: B010 - says that it is meant
    begun = QApplication.exec
    setattr(QApplication, "exec", lambda _app: at_rest(open_it) or begun())  # noqa: B010
    sys.argv = sys.argv[:1]
    coachapp.__main__.main()


def at_rest(then: Callable[[], object]) -> None:
    """Go on after a while in which nothing was left to do; the collector is on again when all is loaded."""
    busy = QThreadPool.globalInstance().activeThreadCount() > 0 or not gc.isenabled()
    QTimer.singleShot(REST, (lambda: at_rest(then)) if busy else then)


def open_it() -> None:
    (start,) = (window for window in QApplication.topLevelWidgets() if isinstance(window, StartWindow))
    start.open(FILE)
    at_rest(lambda: type_passphrase(start.findChildren(OpeningPage)[-1]))


def type_passphrase(page: OpeningPage) -> None:
    watch = Watch(lambda: tell((time.perf_counter() - began) * 1000))
    cast(QApplication, QApplication.instance()).installEventFilter(watch)
    page.field.edit.setText(PASSPHRASE)
    began = time.perf_counter()
    QTest.keyClick(page.field.edit, Qt.Key.Key_Return)


class Watch(QObject):
    """Goes on as soon as the view that the file opens in was painted for the first time.

    It is known by its kind, as importing its class would take some of what is measured away.
    """

    def __init__(self, then: Callable[[], object]) -> None:
        super().__init__(QApplication.instance())
        self._then = then
        self._view = "_List" if FILE.suffix == ".coachbook" else "BoardView"

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and type(watched.parent()).__name__ == self._view:
            cast(QApplication, QApplication.instance()).removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False


def tell(painted: float) -> None:
    at_rest(lambda: (print(json.dumps({"painted": painted, "megabytes": held()}), flush=True), os._exit(0)))


main()
