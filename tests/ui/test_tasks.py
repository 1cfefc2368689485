"""Work in the background, and what becomes of it when nobody waits for it any more."""

from threading import Event

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from coachapp.errors import CoachError
from coachapp.ui.tasks import Task


class _Gone(CoachError):
    def _template(self) -> str:
        return "It is not there."


@pytest.mark.parametrize("fails", [False, True])
@pytest.mark.parametrize("stays", [True, False])
def test_an_owner_is_told_what_came_of_it_but_not_when_it_is_gone(
    fails: bool, stays: bool, qtbot: QtBot
) -> None:
    dialog, goes_on, told = QDialog(), Event(), list[object]()

    def work() -> str:
        assert goes_on.wait(30)
        if fails:
            raise _Gone
        return "Done"

    task = Task(work, dialog)
    task.done.connect(lambda what: (dialog.setWindowTitle(what), told.append(what)))
    task.failed.connect(lambda error: (dialog.setWindowTitle(error.text()), told.append(error.text())))
    task.start()
    if not stays:
        delete(dialog)
    with qtbot.waitSignal(task.ended):
        goes_on.set()
    assert told == (["It is not there." if fails else "Done"] if stays else [])
