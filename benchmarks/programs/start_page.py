"""CoachApp as a person starts it. Prints the milliseconds to the first paint of the start page, and the
longest time that the window could not answer while the rest was loaded in the background.
"""

import gc
import json
import os
import time
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

import coachapp.__main__

SPAWNED: Final = float(os.environ["SPAWNED"])
TICK: Final = 5  # milliseconds


def main() -> None:
    begun = QApplication.exec
    setattr(QApplication, "exec", lambda _app: watch() or begun())  # noqa: B010 - the last thing it does
    coachapp.__main__.main()


def watch() -> None:
    """Look at the clock at the first paint, and then again and again until all is loaded."""
    from coachapp.ui.start.window import StartWindow  # noqa: PLC0415 - the program has imported it itself

    (start,) = (window for window in QApplication.topLevelWidgets() if isinstance(window, StartWindow))
    timer = QTimer(start)
    moments: list[float] = []

    def on_painted() -> None:
        moments.append(time.monotonic())
        timer.start(TICK)

    def on_tick() -> None:
        moments.append(time.monotonic())
        if QThreadPool.globalInstance().activeThreadCount() == 0 and gc.isenabled():  # all is loaded
            tell(moments)

    timer.timeout.connect(on_tick)
    start.painted.connect(on_painted)


def tell(moments: list[float]) -> None:
    gaps = (later - earlier for earlier, later in pairwise(moments))
    told = {"painted": (moments[0] - SPAWNED) * 1000, "stall": max(gaps) * 1000 - TICK}
    print(json.dumps(told), flush=True)
    os._exit(0)


main()
