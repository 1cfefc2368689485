"""A conversation about 200 activities: from another view or a path on the board to the painted frame."""

import os
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.figures import figure, median, milliseconds
from coachapp.document import Document
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.values import Cell
from coachapp.ui.board.page import BoardPage
from coachapp.ui.board.view import BoardView
from coachapp.ui.conversation import views
from coachapp.ui.editor import Editor
from coachapp.ui.look import Look
from coachapp.ui.settings import Settings
from tests import portfolios

MANY = 200
SIZE = (1440, 860)
LIMIT = 50
_ROUNDS = 5


def run() -> list[dict[str, Any]]:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    settings = Settings(language="nl", theme="light", reduced_motion=True)
    look = Look(app, settings)
    portfolio = portfolios.many(MANY)
    page = BoardPage(Editor(Document(portfolio)), settings)
    page.resize(*SIZE)
    page.show()
    QTest.qWaitForWindowExposed(page)
    app.processEvents()
    figures = [_views(app, page.view, portfolio), _paths(app, page.view, portfolio)]
    page.close()
    del look
    return figures


def _views(app: QApplication, view: BoardView, portfolio: Portfolio) -> dict[str, Any]:
    names = [str(choice.value) for choice in views.choices() if choice.value != "competence"]

    def look_at(name: str) -> None:
        view.emphasise(views.emphasis(portfolio, name))
        app.processEvents()

    times = [milliseconds(lambda name=name: look_at(name)) for _round in range(_ROUNDS) for name in names]
    return _figure("another view on the board of 200: to painted frame, median (ms)", times[len(names) :])


def _paths(app: QApplication, view: BoardView, portfolio: Portfolio) -> dict[str, Any]:
    view.emphasise(None)
    app.processEvents()
    ways = [[stop.cell for stop in path.stops] for path in portfolio.framework.paths]

    def show(way: list[Cell]) -> None:
        view.show_trail(way)
        app.processEvents()

    times = [milliseconds(lambda way=way: show(way)) for _round in range(_ROUNDS) for way in ways]
    return _figure("a path across the board of 200: to painted frame, median (ms)", times)


def _figure(name: str, times: list[float]) -> dict[str, Any]:
    return figure(name, median(times), LIMIT, longest=round(max(times), 2))
