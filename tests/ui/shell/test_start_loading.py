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
    done = subprocess.run(
        [sys.executable, "-c", _START], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert not _LATER & set(done.stdout.split())


def test_the_rest_is_loaded_at_once_when_there_is_a_file_to_open(
    program: Program, qtbot: QtBot, plain: Path
) -> None:
    with qtbot.waitSignal(program.ready):
        program.begin(plain)
    qtbot.waitUntil(lambda: program.window is not None)
