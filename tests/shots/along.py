"""Taking the portfolio along."""

from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from coachapp.domain.whereabouts import Copy
from coachapp.i18n import language
from coachapp.packs import sample
from coachapp.storage.taking_along import NotTakenAlong, unplugged
from coachapp.ui.along import sticks
from coachapp.ui.along.dialog import AlongDialog
from coachapp.ui.along.sticks import Stick
from coachapp.ui.plan.dialog import PlanDialog
from coachapp.ui.settings import Settings
from tests.shots.stage import Screen, Stage

_HERE, _THERE = Path("/home/coach/S. de Vries.coach"), Path("/media/coach/STICK/S. de Vries.coach")


def _asked(stage: Stage) -> AlongDialog:
    sticks.connected = lambda: (Stick("STICK", _THERE.parent, 14_800_000_000),)  # type: ignore[assignment]
    over = stage.window("board")
    dialog = AlongDialog(_HERE, over, encrypted=True, here=True)
    stage.show(dialog)
    return dialog


def done(stage: Stage) -> QWidget:
    dialog = _asked(stage)
    backups = _HERE.parent / ".local/share/CoachApp/backups"
    copies = (Copy("open", _HERE), Copy("backup", backups / "a.coach"), Copy("backup", backups / "b.coach"))
    dialog.tell(_THERE, (1, copies))
    return dialog


def busy(stage: Stage) -> QWidget:
    dialog = _asked(stage)
    dialog.choose(_THERE.parent)
    return dialog


def failed(stage: Stage) -> QWidget:
    dialog = _asked(stage)
    dialog.fail(NotTakenAlong(name=_THERE.name, reason=unplugged()))
    return dialog


def plan(stage: Stage) -> QWidget:
    over = stage.window("board", sample.portfolio(language()))
    dialog = PlanDialog(over.editor, Settings(), over)
    stage.show(dialog)
    return dialog


SCREENS: Final[dict[str, Screen]] = {
    "along": _asked,
    "along-busy": busy,
    "along-done": done,
    "along-failed": failed,
    "talk-plan": plan,
}
