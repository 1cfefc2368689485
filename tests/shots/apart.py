"""Placing apart: before, between, during and after the turns."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget

from coachapp.domain import edits
from coachapp.domain.conversation import Conversation
from coachapp.ui.blind.cover import CoverPage
from coachapp.ui.blind.dialog import ApartDialog
from coachapp.ui.blind.reveal import RevealPage
from coachapp.ui.blind.start import StartPage
from coachapp.ui.blind.turn import TurnPage
from tests.shots.stage import Screen, Stage, locked_window, over
from tests.shots.talks import talk


def start(stage: Stage) -> ApartDialog:
    window = talk("place", stage)
    editor = window.editor  # type: ignore[attr-defined] - it is a portfolio window
    last = editor.portfolio.conversations[-1].id
    editor.apply("", edits.change(Conversation, [last], ended_on=""))
    dialog = ApartDialog(editor, stage.choices.settings, editor.portfolio.conversations[-1], window)
    dialog.open()
    over(window, ApartDialog)
    return dialog


def cover(stage: Stage) -> ApartDialog:
    dialog = start(stage)
    assert isinstance(dialog.page, StartPage)
    dialog.page.begin.click()
    return dialog


def turn(stage: Stage) -> ApartDialog:
    dialog = cover(stage)
    assert isinstance(dialog.page, CoverPage)
    dialog.page.start.click()
    assert isinstance(dialog.page, TurnPage)
    return dialog


def both(row: int, stage: Stage) -> QWidget:
    dialog = start(stage)
    assert isinstance(dialog.page, StartPage)
    dialog.page.compare.click()
    assert isinstance(dialog.page, RevealPage)
    dialog.page.list.setCurrentRow(row)
    return dialog


def give(stage: Stage) -> ApartDialog:
    window = locked_window(stage)
    editor = window.editor
    last = editor.portfolio.conversations[-1].id
    editor.apply("", edits.change(Conversation, [last], ended_on=""))
    dialog = ApartDialog(editor, stage.choices.settings, editor.portfolio.conversations[-1], window)
    dialog.open()
    assert isinstance(dialog.page, StartPage)
    dialog.page.give.click()
    return dialog


SCREENS: Final[dict[str, Screen]] = {
    "apart-start": start,
    "apart-cover": cover,
    "apart-turn": turn,
    "apart-give": give,
    "apart-same": partial(both, 1),
    "apart-further": partial(both, 5),
}
