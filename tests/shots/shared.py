"""What was shared, handing over a copy of chosen parts, and that copy itself."""

from typing import Final

from PySide6.QtWidgets import QWidget

from coachapp.domain.handing_over import Chosen, handed_over
from coachapp.domain.portfolio import Shared
from coachapp.ui.shared.dialog import HandOverDialog
from tests import portfolios
from tests.shots.stage import Screen, Stage, locked_window, over


def listed(stage: Stage) -> QWidget:
    window = locked_window(stage)
    window.turn_to("shared")
    return window


def nothing(stage: Stage) -> QWidget:
    return stage.window("shared", portfolios.empty("S. de Vries"))


def of_a_copy(stage: Stage) -> QWidget:
    """As its reader sees it."""
    whole = locked_window(stage).editor.portfolio
    left = Shared("f" * 32, "copy", "2026-11-26", expires_on="2027-06-30")
    chosen = Chosen(frozenset(activity.id for activity in whole.activities))
    return stage.window("shared", handed_over(whole, chosen, left))


def handing_over(stage: Stage) -> QWidget:
    window = locked_window(stage)
    window.sharing.hand_over()
    return over(window, HandOverDialog)


SCREENS: Final[dict[str, Screen]] = {
    "shared": listed,
    "shared-nothing": nothing,
    "shared-of-a-copy": of_a_copy,
    "handing-over": handing_over,
}
