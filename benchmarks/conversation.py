"""A conversation about 200 activities: from step to step and question to question, to the painted frame."""

import os
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.figures import figure, median, milliseconds
from coachapp.document import Document
from coachapp.domain import edits, talking
from coachapp.ui.conversation.stage import Stage
from coachapp.ui.editor import Editor
from coachapp.ui.look import Look
from coachapp.ui.settings import Settings
from tests import portfolios

MANY = 200
SIZE = (1440, 900)
LIMIT = 50
_ROUNDS = 5


def run() -> list[dict[str, Any]]:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    settings = Settings(language="nl", theme="light", reduced_motion=True)
    look = Look(app, settings)
    portfolio = portfolios.many(MANY)
    talk = talking.begun(portfolio, "2026-11-26")
    stage = Stage(Editor(Document(edits.add(talk)(portfolio))), settings, talk.id)
    stage.resize(*SIZE)
    stage.show()
    QTest.qWaitForWindowExposed(stage)
    app.processEvents()
    figures = [_steps(app, stage), _questions(app, stage)]
    stage.close()
    del look
    return figures


def _steps(app: QApplication, stage: Stage) -> dict[str, Any]:
    names = list(stage.bar.buttons)

    def go(name: str) -> None:
        stage.bar.chosen.emit(name)
        app.processEvents()

    first = [milliseconds(lambda name=name: go(name)) for name in names]
    times = [milliseconds(lambda name=name: go(name)) for _round in range(_ROUNDS) for name in names]
    return figure(
        "another step, 200 activities: to painted frame, median (ms)",
        median(times),
        LIMIT,
        longest=round(max(times), 2),
        slowest_when_first_shown=round(max(first), 2),
    )


def _questions(app: QApplication, stage: Stage) -> dict[str, Any]:
    def turn() -> None:
        stage.pane.questions.turn(1)
        app.processEvents()

    times = [milliseconds(turn) for _round in range(_ROUNDS * 4)]
    name = "another question, 200 activities: to painted frame, median (ms)"
    return figure(name, median(times), LIMIT, longest=round(max(times), 2))
