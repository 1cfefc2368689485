"""What each step has of its own, under its question; each is imported when its step is first shown."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QWidget

from coachapp.ui.conversation.talk import Talk


def _prepare(talk: Talk) -> QWidget:
    from coachapp.ui.preparing.part import PreparePart  # noqa: PLC0415

    return PreparePart(talk.editor, talk.id)


def _start(talk: Talk) -> QWidget:
    from coachapp.ui.conversation.start import StartPart  # noqa: PLC0415

    return StartPart(talk)


def _place(talk: Talk) -> QWidget:
    from coachapp.ui.conversation.place import PlacePart  # noqa: PLC0415

    return PlacePart(talk)


def _meaning(talk: Talk) -> QWidget:
    from coachapp.ui.conversation.meaning import MeaningPart  # noqa: PLC0415

    return MeaningPart(talk)


def _explore(talk: Talk) -> QWidget:
    from coachapp.ui.conversation.explore import ExplorePart  # noqa: PLC0415

    return ExplorePart(talk)


def _choose(talk: Talk) -> QWidget:
    from coachapp.ui.conversation.choose import ChoosePart  # noqa: PLC0415

    return ChoosePart(talk)


def _close(talk: Talk) -> QWidget:
    from coachapp.ui.conversation.close import ClosePart  # noqa: PLC0415

    return ClosePart(talk)


def _follow_up(talk: Talk) -> QWidget:
    from coachapp.ui.conversation.follow_up import FollowUpPart  # noqa: PLC0415

    return FollowUpPart(talk)


# A part has `refresh()`, for when it is shown and after each change, and may have `flush()`.
PARTS: Final[dict[str, Callable[[Talk], QWidget]]] = {
    "prepare": _prepare,
    "contract": _start,
    "place": _place,
    "meaning": _meaning,
    "explore": _explore,
    "choose": _choose,
    "close": _close,
    "follow-up": _follow_up,
}
