"""What the first page does not wait for, and when the rest is loaded."""

import subprocess
import sys
from pathlib import Path
from typing import Final

from pytestqt.qtbot import QtBot

from coachapp.ui.program import Program

# In a process of its own, where nothing is loaded yet.
_START: Final = """
import os, sys
from PySide6.QtWidgets import QApplication
import coachapp.__main__

def look(_app):
    from coachapp.ui.start.window import StartWindow
    (start,) = (window for window in QApplication.topLevelWidgets() if isinstance(window, StartWindow))
    start.grab()
    print(*sys.modules, flush=True)
    os._exit(0)

QApplication.exec = look
sys.argv = ["coachapp"]
coachapp.__main__.main()
"""
_LATER: Final = {
    *(
        "sqlmodel",
        "sqlalchemy",
        "sqlcipher3",
        "argon2",
        "babel",
        "tomllib",
        "reportlab",
        "openpyxl",
        "pyphen",
    ),
    *("dataclasses", "decimal"),
    *(("datetime",) if sys.version_info < (3, 12) else ()),  # PySide6 6.12, for newer ones, reads it itself
    *("coachapp.domain", "coachapp.document", "coachapp.formats", "coachapp.packs", "coachapp.storage"),
    *("coachapp.cli", "coachapp.report", "coachapp.exchange", "coachapp.ui.window", "coachapp.ui.board"),
}


def test_the_first_page_is_painted_before_anything_heavy_is_loaded() -> None:
    (loaded,) = _told(_START)
    assert not _LATER & loaded


def _told(program: str) -> list[set[str]]:
    """The names in each line that it prints."""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return [set(line.split()) for line in done.stdout.splitlines()]


# Each module's name and the thread that read it; the collector is on again when all is loaded.
_ALL: Final = """
import gc, os, sys, threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import coachapp.__main__
from coachapp.ui import loading

class Watch:
    def find_spec(self, name, path, target=None):
        if threading.current_thread() is not threading.main_thread():
            elsewhere.append(name)

def look():
    if gc.isenabled():
        print(*(name for name in elsewhere if name in sys.modules and needs_qt(sys.modules[name])))
        print(*sys.modules)
        print(*old(), flush=True)
        os._exit(0)

def needs_qt(module):
    return any(str(getattr(value, "__module__", "")).startswith("PySide6") for value in vars(module).values())

def old():
    for module in ours():
        for name, value in vars(module).items():
            home = sys.modules.get(getattr(value, "__module__", None))
            if home in ours() and isinstance(value, type):
                if vars(home).get(value.__name__, value) is not value:
                    yield f"{module.__name__}.{name}"

def ours():
    return [module for name, module in sys.modules.items() if name.startswith("coachapp.")]

elsewhere = []
sys.meta_path.insert(0, Watch())
loading.PIECE = 0  # each module is a piece, as on the slowest computer
begun = QApplication.exec
def begin(app):
    timer = QTimer(app)
    timer.timeout.connect(look)
    timer.start(10)
    return begun()
QApplication.exec = begin
sys.argv = ["coachapp"]
coachapp.__main__.main()
"""


def test_what_needs_qt_is_read_in_the_window_s_thread_only_and_what_writes_paper_not_yet() -> None:
    elsewhere, loaded, old = _told(_ALL)
    assert not elsewhere
    assert {"coachapp.filing", "coachapp.ui.window", "coachapp.ui.board.view"} <= loaded
    assert not {"reportlab", "docx", "openpyxl"} & loaded
    assert not old, "read twice, and what was read first is still in use"


def test_the_rest_is_loaded_at_once_when_there_is_a_file_to_open(
    program: Program, qtbot: QtBot, plain: Path
) -> None:
    with qtbot.waitSignal(program.ready):
        program.begin(plain)
    qtbot.waitUntil(lambda: program.window is not None)
