"""Types a note in a conversation, letter by letter, and tells when; it is killed at it.

python -m tests.journeys.talker FILE
"""

import os
import sys
import time
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coachapp import app
from coachapp.document import Document
from coachapp.domain import edits, talking
from coachapp.storage import file
from coachapp.ui.choices import Choices
from coachapp.ui.editor import Editor
from coachapp.ui.look import Look
from coachapp.ui.settings import Settings
from coachapp.ui.window import PortfolioWindow

NOTE: Final = "Wat ik wil is leerlingen laten onderzoeken en daar met anderen aan werken. " * 20
_BETWEEN: Final = 40  # milliseconds between two letters


def main(path: Path, today: str) -> None:
    application = QApplication([])
    Look(application, Settings(language="en"))
    opened = file.open_file(path, None)
    editor = Editor(Document(opened.portfolio))
    window = PortfolioWindow(editor, Choices(), app.files(), opened)
    window.show()
    talk = talking.begun(editor.portfolio, today)
    editor.apply("Start", edits.add(talk))
    assert window.frame
    window.frame.open_talk(talk.id)
    assert window.frame.stage
    note = window.frame.stage.pane.questions.note
    for letter in NOTE:
        QTest.keyClick(note, ord(letter))
        print(f"{time.monotonic():.3f} {letter}", flush=True)  # noqa: T201 - who kills it listens
        _wait(_BETWEEN)


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    QCoreApplication.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
