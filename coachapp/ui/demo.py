"""The headless demonstration: the plan and the board of the sample, in a folder."""

import datetime as dt
import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from coachapp.document import Document
from coachapp.i18n import language
from coachapp.packs import sample
from coachapp.report import plan
from coachapp.ui.board.page import BoardPage
from coachapp.ui.editor import Editor
from coachapp.ui.look import Look
from coachapp.ui.settings import Settings

_SIZE = (1440, 900)


def make(folder: Path) -> int:
    """Writes plan.pdf and board.png and says where; needs no display, reads no settings."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication([sys.argv[0], "-style", "fusion"])
    settings = Settings()
    Look(app, settings)
    portfolio = sample.portfolio(language())
    folder.mkdir(parents=True, exist_ok=True)
    plan.write(portfolio, folder / "plan.pdf", language=language(), date=dt.date.today())  # noqa: DTZ011
    page = BoardPage(Editor(Document(portfolio)), settings)
    page.resize(*_SIZE)
    page.grab().save(str(folder / "board.png"))
    for name in ("plan.pdf", "board.png"):
        print(folder / name)  # noqa: T201 - that is its answer
    return 0
