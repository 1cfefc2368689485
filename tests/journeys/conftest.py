"""The whole program in this process, as app.main puts it together, at home in a folder of the test's own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from coachapp import app
from coachapp.ui.choices import Choices
from coachapp.ui.look import Look
from coachapp.ui.program import Program
from tests.ui.conftest import (  # noqa: F401 - what holds for every test of a window holds here too
    _nothing_is_left,
    _nothing_waits_for_an_answer,
    data_dir,
    look,
    pytest_itemcollected,
)

Start = Callable[..., Program]


@pytest.fixture
def start(qtbot: QtBot, look: Look) -> Iterator[Start]:  # noqa: F811 - the fixture from above
    """Starts the program: `start(text_percent=200)` with these choices made before; the tour was seen."""
    started: list[Program] = []

    def starting(**chosen: object) -> Program:
        choices = Choices()
        choices.change(**({"language": "en", "theme": "light", "tour_seen": True} | chosen))
        look.wear(choices.settings)
        program = Program(app.files(), choices, look)
        started.append(program)
        with qtbot.waitSignal(program.ready):
            program.begin()
        return program

    yield starting
    for program in started:
        if program.window:
            program.window.leaving.agreed.emit()
        if program.start:
            program.start.close()
        program.deleteLater()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Where the person keeps her files."""
    folder = tmp_path / "Documents"
    folder.mkdir()
    return folder
