"""What comes on paper, and help."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coachapp import i18n
from coachapp.domain import edits
from coachapp.domain.portfolio import Reflection
from coachapp.packs import sample
from coachapp.ui.help import dialog as help_dialog
from coachapp.ui.help.callout import Callout
from coachapp.ui.laying.dialog import FromTableDialog
from coachapp.ui.papers.sheet import SheetDialog
from coachapp.ui.plan.asked_for import AskedForDialog
from coachapp.ui.preparing.dialog import PrepareDialog
from tests import portfolios
from tests.shots.stage import Screen, Stage, over, wait

_SAID: Final = (
    "Na de proefles bleven drie leerlingen zitten om door te vragen.",
    "Samen de toets nagekeken: dat scheelde tijd en gaf een goed gesprek over wat een goed antwoord is.",
    "Waarom zeg ik altijd ja op een werkgroep?",
)


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


def journal(stage: Stage, *, empty: bool = False, many: int = 0) -> QWidget:
    portfolio = portfolios.empty() if empty else sample.portfolio(i18n.language())
    made = [
        Reflection(
            f"{n:032x}",
            f"{_SAID[n % 3]} {n}",
            f"2026-{n % 12 + 1:02}-{n % 28 + 1:02}",
            bring="next" if n % 5 == 0 else "",
        )
        for n in range(many)
    ]
    return stage.window("journal", edits.add(*made)(portfolio) if made else portfolio)


def preparing(stage: Stage, *, empty: bool = False) -> QWidget:
    window = stage.window("board", portfolios.empty() if empty else None)
    window.papers.prepare()
    return over(window, PrepareDialog)


def laying(stage: Stage) -> QWidget:
    window = stage.window("board")
    window.papers.table.ask()
    dialog = over(window, FromTableDialog)
    assert isinstance(dialog, FromTableDialog)
    for line, typed in zip(dialog.lines.values(), ("3 7 12", "", "99", "21, 22"), strict=False):
        line.input.setText(typed)
    return dialog


def asked_for(stage: Stage) -> QWidget:
    window = stage.window("plan")
    dialog = AskedForDialog(window.editor.portfolio, window)
    for row in range(0, dialog.list.count(), 4):
        dialog.list.item(row).setCheckState(Qt.CheckState.Checked)
    dialog.open()
    return over(window, AskedForDialog)


SCREENS: Final[dict[str, Screen]] = {
    "asked-for": asked_for,
    "laying": laying,
    "sheet": sheet,
    "sheet-empty": partial(sheet, empty=True),
    "prepare": preparing,
    "prepare-empty": partial(preparing, empty=True),
    "journal": partial(journal, many=30),
    "journal-empty": partial(journal, empty=True),
    "tour-tray": partial(touring, 0),
    "tour-cell": partial(touring, 1),
    "tour-detail": partial(touring, 2),
    "tour-below": partial(touring, 3),
    "help-board": partial(helping, "board"),
    "help-keys": partial(helping, "keys"),
}
