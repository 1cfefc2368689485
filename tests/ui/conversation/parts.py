"""What one step of a conversation has of its own, on the screen beside a board."""

from typing import TypeVar

from pytestqt.qtbot import QtBot

from coachapp.ui.board.page import BoardPage
from coachapp.ui.conversation.choose import ChoosePart
from coachapp.ui.conversation.close import ClosePart
from coachapp.ui.conversation.follow_up import FollowUpPart
from coachapp.ui.conversation.talk import Talk
from coachapp.ui.editor import Editor
from coachapp.ui.settings import Settings

P = TypeVar("P", ChoosePart, ClosePart, FollowUpPart)


def part_of(qtbot: QtBot, kind: type[P], opened: Editor, talk_id: str) -> P:
    board = BoardPage(opened, Settings())
    qtbot.addWidget(board)
    part = kind(Talk(opened, Settings(), board.view, talk_id, board))
    qtbot.addWidget(part)
    opened.changed.connect(part.refresh)
    part.resize(320, 900)
    part.refresh()
    part.show()
    return part
