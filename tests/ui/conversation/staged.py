"""A conversation of the made-up teacher on the screen, in a step."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coachapp.document import Document
from coachapp.domain.portfolio import Portfolio
from coachapp.packs import sample
from coachapp.ui.conversation.stage import Stage
from coachapp.ui.editor import Editor
from coachapp.ui.settings import Settings


def staged(qtbot: QtBot, step: str, portfolio: Portfolio | None = None, *, read_only: bool = False) -> Stage:
    portfolio = portfolio or sample.portfolio("en")
    talk = replace(portfolio.conversations[-1], step=step)
    portfolio = replace(portfolio, conversations=(*portfolio.conversations[:-1], talk))
    editor = Editor(Document(portfolio), read_only=read_only, parent=QApplication.instance())
    stage = Stage(editor, Settings(language="en", reduced_motion=True), talk.id)
    qtbot.addWidget(stage)
    stage.resize(1440, 900)
    stage.show()
    qtbot.waitExposed(stage)
    stage.activateWindow()
    return stage
