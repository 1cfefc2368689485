"""The conversation, step by step."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from coachapp.domain.values import Cell
from coachapp.i18n import language
from coachapp.packs import sample
from tests import portfolios
from tests.shots.stage import SIZE, Screen, Stage

STEPS: Final = (
    *("prepare", "contract", "look-back", "place", "meaning", "explore", "choose", "close", "follow-up"),
)


def talk(step: str, stage: Stage) -> QWidget:
    """The last conversation of the sample, in this step."""
    portfolio = sample.portfolio(language())
    window = stage.window("conversations", portfolio)
    assert window.frame
    window.frame.open_talk(portfolio.conversations[-1].id)
    assert window.frame.stage
    window.frame.stage.talk.go(step)
    window.showNormal()
    window.resize(*SIZE)
    return window


def listed(stage: Stage) -> QWidget:
    return stage.window("conversations")


def none_yet(stage: Stage) -> QWidget:
    return stage.window("conversations", portfolios.empty("S. de Vries"))


def covered(stage: Stage) -> QWidget:
    window = talk("place", stage)
    window.frame.stage.hide_names(on=True)  # type: ignore[attr-defined] - it is a portfolio window
    return window


def by_energy(stage: Stage) -> QWidget:
    window = talk("meaning", stage)
    window.frame.stage.pane.part.look_at("energy")  # type: ignore[attr-defined]
    return window


def along_a_path(stage: Stage) -> QWidget:
    """From a cell, with a path across the board and a card that is tried."""
    window = talk("explore", stage)
    part = window.frame.stage.pane.part  # type: ignore[attr-defined]
    part.go_to(Cell("ontwikkelen", "meso"))
    part.paths.choose(sample.portfolio("nl").framework.paths_through(part.cell)[0])
    part.what_if.lay("Lesson study")
    return window


SCREENS: Final[dict[str, Screen]] = {
    "talks": listed,
    "talks-none": none_yet,
    "talk-covered": covered,
    "talk-meaning-energy": by_energy,
    "talk-explore-path": along_a_path,
    **{f"talk-{step}": partial(talk, step) for step in STEPS},
}
