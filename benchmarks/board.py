"""The board with 5,000 activities: opening, dragging, finding, memory."""

import gc
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.figures import figure, median, milliseconds, percentile
from coachapp.document import Document
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.values import Cell
from coachapp.ui.board.page import BoardPage
from coachapp.ui.board.view import BoardView
from coachapp.ui.editor import Editor
from coachapp.ui.look import Look
from coachapp.ui.settings import Settings
from tests import portfolios

MANY = 5000
SIZE = (1440, 860)
_MOVES = 400

Times = tuple[float, float, float]


class Floor(QWidget):
    """The least there is: a widget that paints the same part of a picture again."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(*SIZE)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._picture = QPixmap(*SIZE)
        self._picture.fill(Qt.GlobalColor.lightGray)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(event.rect(), self._picture, event.rect())
        painter.end()


def run() -> list[dict[str, Any]]:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    settings = Settings(language="nl", theme="light", reduced_motion=True)
    look = Look(app, settings)
    portfolio = portfolios.many(MANY)
    opened = _opening(app, settings, portfolio)
    page, _ms = _opened(app, portfolio, settings)
    figures = [
        figure("board of 5,000: populate and first paint, over an empty one (ms)", opened, 100),
        *_dragging(app, page.view),
        *_finding(app, page),
        figure("memory of a board of 5,000 over an empty one (MB)", _memory(MANY) - _memory(0), 40),
    ]
    page.close()
    del look
    return figures


def _opened(app: QApplication, portfolio: Portfolio, settings: Settings) -> tuple[BoardPage, float]:
    gc.collect()
    start = time.perf_counter()
    page = BoardPage(Editor(Document(portfolio)), settings)
    page.resize(*SIZE)
    page.show()
    QTest.qWaitForWindowExposed(page)
    app.processEvents()
    return page, (time.perf_counter() - start) * 1000


def _opening(app: QApplication, settings: Settings, portfolio: Portfolio) -> float:
    """What 5,000 activities add to opening the page; the first opening of each is not counted."""
    times: dict[str, list[float]] = {"many": [], "none": []}
    for _round in range(4):
        for name, shown in (("many", portfolio), ("none", portfolios.empty())):
            page, ms = _opened(app, shown, settings)
            times[name].append(ms)
            page.close()
    return median(times["many"][1:]) - median(times["none"][1:])


def _dragging(app: QApplication, view: BoardView) -> list[dict[str, Any]]:
    """A move beside the repainting of the rectangles it touched, and beside a bare widget's."""
    floor = Floor()
    floor.show()
    QTest.qWaitForWindowExposed(floor)
    rounds = [_moves(app, view, floor) for _round in range(5)]
    floor.close()
    return [_ratio("median", 2, rounds, 0.5), _ratio("p99", 3, rounds, 0.99)]


def _moves(app: QApplication, view: BoardView, floor: Floor) -> list[Times]:
    viewport, times, before = view.viewport(), [], QRect()
    start = view.scene.card_rect(view.board.cards_in(Cell("leren", "micro"))[0]).center()
    QApplication.sendEvent(viewport, _event(view, QEvent.Type.MouseButtonPress, start))
    for step in range(_MOVES):
        event = _event(view, QEvent.Type.MouseMove, start + QPointF(step % 400, (step * 3) % 500))
        move = milliseconds(
            lambda event=event: (QApplication.sendEvent(viewport, event), app.processEvents())
        )
        area = QRegion(before).united(view.drag.area)
        same = milliseconds(lambda area=area: (viewport.update(area), app.processEvents()))
        bare = milliseconds(lambda area=area: (floor.update(area), app.processEvents()))
        times.append((move, same, bare))
        before = view.drag.area
    view.cancel()
    app.processEvents()
    return times[5:]


def _ratio(name: str, limit: float, rounds: list[list[Times]], part: float) -> dict[str, Any]:
    """The median of the rounds: one of them may have been disturbed."""
    found = sorted([percentile(kind, part) for kind in zip(*times, strict=True)] for times in rounds)
    move, same, bare = (median(kind) for kind in zip(*found, strict=True))
    words = f"dragging over 5,000: event to frame / repainting the same, {name}"
    return figure(
        words, move / same, limit, ms=round(move, 3), same=round(same, 3), bare_widget=round(bare, 3)
    )


def _finding(app: QApplication, page: BoardPage) -> list[dict[str, Any]]:
    finder, times = page.toolbar.finder, []
    finder.setFocus()
    keys = (*(Qt.Key(ord(letter)) for letter in "LEERLIJ"), *[Qt.Key.Key_Backspace] * 7)
    for _round in range(5):
        times += [
            milliseconds(lambda key=key: (QTest.keyClick(finder, key), app.processEvents())) for key in keys
        ]
    return [
        figure("keystroke to filtered paint, 5,000: median (ms)", median(times), 10),
        figure("keystroke to filtered paint, 5,000: longest (ms)", max(times), 33),
    ]


def _memory(activities: int) -> float:
    """Peak megabytes of a process of its own with a painted board."""
    script = f"from benchmarks.board import alone; alone({activities})"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    return float(json.loads(done.stdout.splitlines()[-1]))


def alone(activities: int) -> None:
    """Print the megabytes that this process holds with a painted board."""
    app = QApplication([])
    settings = Settings(language="nl", theme="light")
    look = Look(app, settings)
    page, _ms = _opened(app, portfolios.many(activities), settings)
    page.view.viewport().grab()
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text("ascii").splitlines())
    print(int(status["VmRSS"].split()[0]) / 1024, flush=True)
    del look
    os._exit(0)


def _event(view: BoardView, kind: QEvent.Type, at: QPointF) -> QMouseEvent:
    left = Qt.MouseButton.LeftButton
    return QMouseEvent(kind, at, view.viewport().mapToGlobal(at), left, left, Qt.KeyboardModifier.NoModifier)
