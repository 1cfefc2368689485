"""Taking a tick off on the Plan page of the sample, to its pages painted anew."""

import os
from time import perf_counter
from typing import Any, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QTreeWidgetItem

from benchmarks.figures import figure, median
from coachapp.document import Document
from coachapp.packs import sample
from coachapp.ui.editor import Editor
from coachapp.ui.look import Look
from coachapp.ui.plan.page import PlanPage
from coachapp.ui.settings import Settings

_ROUNDS: Final = 9
_LIMIT: Final = 300  # milliseconds


def run() -> list[dict[str, Any]]:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    settings = Settings(language="nl", theme="light")
    look = Look(app, settings)
    page = PlanPage(Editor(Document(sample.portfolio("nl"))), settings)
    page.resize(1440, 900)
    page.show()
    _painted(page)
    tick = page.contents.findItems("Afspraken", Qt.MatchFlag.MatchStartsWith)[0]
    times = [_changed(app, page, tick) for _round in range(_ROUNDS)]
    page.close()
    del look
    return [figure("tick changed to preview painted, sample (ms)", median(times), _LIMIT)]


def _changed(app: QApplication, page: PlanPage, tick: QTreeWidgetItem) -> float:
    off, on = Qt.CheckState.Unchecked, Qt.CheckState.Checked
    start = perf_counter()
    tick.setCheckState(0, off if tick.checkState(0) == on else on)
    _painted(page)
    app.processEvents()
    return (perf_counter() - start) * 1000


def _painted(page: PlanPage) -> None:
    loop = QEventLoop()
    page.preview.painted.connect(loop.quit)
    loop.exec()
