"""What comes on paper, and help."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from coachapp.ui.help import dialog as help_dialog
from coachapp.ui.help.callout import Callout
from coachapp.ui.papers.sheet import SheetDialog
from tests import portfolios
from tests.shots.stage import Screen, Stage, over, wait


def sheet(stage: Stage, *, empty: bool = False) -> QWidget:
    window = stage.window("board", portfolios.empty() if empty else None)
    window.papers.make_sheet()
    return over(window, SheetDialog)


def helping(name: str, stage: Stage) -> QWidget:
    window = stage.window("board")
    help_dialog.show(window, name)
    return over(window, help_dialog.HelpDialog)


def touring(stop: int, stage: Stage) -> QWidget:
    window = stage.window("board")
    wait()
    window.tour()
    for _stop in range(stop):
        window.findChildren(Callout)[-1].next.click()
    return window


SCREENS: Final[dict[str, Screen]] = {
    "sheet": sheet,
    "sheet-empty": partial(sheet, empty=True),
    "tour-tray": partial(touring, 0),
    "tour-cell": partial(touring, 1),
    "tour-detail": partial(touring, 2),
    "tour-below": partial(touring, 3),
    "help-board": partial(helping, "board"),
    "help-keys": partial(helping, "keys"),
}
