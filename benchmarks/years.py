"""Over the years with 200 activities: from day to day, in flight; and a file with 60 boards of 200 cards."""

import gc
import os
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QVariantAnimation
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.board import SIZE, Floor
from benchmarks.figures import figure, median, milliseconds, percentile
from benchmarks.files import PASSPHRASE
from coachapp.document import Document
from coachapp.domain.board_then import Laid, Snapshot, as_board, laid
from coachapp.domain.portfolio import Portfolio
from coachapp.storage import file, keys
from coachapp.ui.editor import Editor
from coachapp.ui.look import Look
from coachapp.ui.settings import Settings
from coachapp.ui.years.page import OverTheYearsPage
from tests import portfolios

_MANY: Final = 200
_DAYS: Final = 60
_ROUNDS: Final = 21


def run() -> list[dict[str, Any]]:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    look = Look(app, Settings(language="nl", theme="light"))
    found = [_turning(app), _flying(app), *_opening()]
    del look
    return found


def over_years(days: int = _DAYS) -> Portfolio:
    """Twenty years: on each day every card lies elsewhere than the day before."""
    portfolio = portfolios.many(_MANY)
    cells = portfolio.framework.board
    now = laid(portfolio)
    snapshots = [
        Snapshot(
            f"{n:032x}",
            f"{2006 + n // 3}-{1 + n % 3 * 4:02}-15",
            as_board([_moved(card, at, n, cells) for at, card in enumerate(now)]),
        )
        for n in range(days)
    ]
    return replace(portfolio, snapshots=tuple(snapshots))


def _moved(card: Laid, at: int, day: int, cells: Any) -> Laid:
    """An activity in two cells counts as two, so that they never meet."""
    return card._replace(activity_id=f"{card.activity_id}{at}", cell=cells[(at + day * 5) % len(cells)])


def _page(settings: Settings) -> OverTheYearsPage:
    page = OverTheYearsPage(Editor(Document(over_years())), settings)
    page.resize(*SIZE)
    page.show()
    QTest.qWaitForWindowExposed(page)
    QApplication.processEvents()
    return page


def _turning(app: QApplication) -> dict[str, Any]:
    """A key to the painted board and words, each day for the first time."""
    page = _page(Settings(language="nl", theme="light", reduced_motion=True))
    floor = Floor()
    floor.show()
    QTest.qWaitForWindowExposed(floor)
    slider, times = page.foot.slider, []
    QTest.keyClick(slider, Qt.Key.Key_Home)
    app.processEvents()
    for _step in range(_DAYS):
        gc.collect()
        times.append(milliseconds(lambda: (QTest.keyClick(slider, Qt.Key.Key_Right), app.processEvents())))
    bare = median([milliseconds(lambda: (floor.repaint(), app.processEvents())) for _round in range(_ROUNDS)])
    page.close()
    floor.close()
    words = "another day over 200 activities: key to painted frame, median (ms)"
    return figure(words, median(times), 50, p99=round(percentile(times, 0.99), 1), bare_widget=round(bare, 3))


def _flying(app: QApplication) -> dict[str, Any]:
    """Every frame of flights of all cards at once, beside a bare widget that paints itself as often."""
    page = _page(Settings(language="nl", theme="light"))
    page.side.view.set_zoom(0.5)  # all of them are seen
    floor = Floor()
    floor.show()
    QTest.qWaitForWindowExposed(floor)
    flights: list[list[float]] = []
    in_the_air = 0
    QTest.keyClick(page.foot.slider, Qt.Key.Key_Home)
    for _flight in range(10):
        QTest.keyClick(page.foot.slider, Qt.Key.Key_Right)
        app.processEvents()  # the first frame lays out and is the other figure's
        in_the_air = len(page.side.view.in_the_air)
        flights.append(_frames(app, page))
    bare = [[milliseconds(floor.repaint) for _frame in times] for times in flights]
    page.close()
    floor.close()
    return figure(
        "flight between two days, 200 activities: frame, p99 (ms)",
        _p99(flights),
        16,
        cards=in_the_air,
        median=round(median([ms for times in flights for ms in times]), 2),
        bare_widget_p99=round(_p99(bare), 3),
    )


def _p99(flights: list[list[float]]) -> float:
    """The median of the flights: one of them may have been disturbed."""
    return median([percentile(times, 0.99) for times in flights])


def _frames(app: QApplication, page: OverTheYearsPage) -> list[float]:
    """What each tick of the clock with its painting takes, sixty a second, without the waiting between."""
    (clock,) = page.side.view.findChildren(QVariantAnimation)
    clock.pause()
    ticks = range(16, clock.duration(), 16)
    times = [milliseconds(lambda at=at: (clock.setCurrentTime(at), app.processEvents())) for at in ticks]
    clock.setCurrentTime(clock.duration())
    clock.stop()
    return times


def _opening() -> list[dict[str, Any]]:
    """Boards that nobody looks at should cost little."""
    with tempfile.TemporaryDirectory() as folder:
        times: dict[str, list[float]] = {}
        ways = {"with": Path(folder, "with.coach"), "without": Path(folder, "without.coach")}
        portfolio = over_years()
        for name, path in ways.items():
            kept = portfolio if name == "with" else replace(portfolio, snapshots=())
            file.create(path, kept, PASSPHRASE).close()
        unlocked = {name: keys.unlock(path, PASSPHRASE) for name, path in ways.items()}
        for _round in range(_ROUNDS):
            for name, path in ways.items():
                gc.collect()
                times.setdefault(name, []).append(_open(path, unlocked[name]))
    added = median(times["with"][1:]) - median(times["without"][1:])
    words = "what 60 boards of 200 cards add to opening the file (ms)"
    return [figure(words, added, 100, without=round(median(times["without"][1:]), 1))]


def _open(path: Path, key: Any) -> float:
    opened = []
    taken = milliseconds(lambda: opened.append(file.open_file(path, key)))
    opened[0].close()
    return taken
