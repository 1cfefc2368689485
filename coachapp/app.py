"""The window's program, put together: the only place that knows both the screen and the files."""

import gc
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from coachapp import i18n
from coachapp.ui.choices import Choices
from coachapp.ui.look import Look
from coachapp.ui.program import Program
from coachapp.ui.tasks import Task

if TYPE_CHECKING:  # what it is made of takes longer than the first page can wait
    from coachapp.ui.files import Files

_OFTEN: Final = 0.0005  # seconds between changes of thread while modules load
_MANY: Final = 50_000  # new objects before the collector looks for what went: a large portfolio's


def main(argv: list[str]) -> int:
    """`coachapp [FILE]` opens the window, `coachapp demo FOLDER` shows on a sample what comes out."""
    if len(argv) == 2 and argv[0] == "demo":  # noqa: PLR2004
        from coachapp.ui import demo  # noqa: PLC0415 - only then

        gc.enable()
        return demo.make(Path(argv[1]))
    QCoreApplication.setApplicationName("CoachApp")
    app = QApplication([sys.argv[0], "-style", "fusion"])
    choices = Choices()
    program = Program(files(), choices, Look(app, choices.settings))
    program.ready.connect(partial(_load_the_rest, program), Qt.ConnectionType.SingleShotConnection)
    program.begin(Path(argv[0]) if argv else None)
    return app.exec()


def files() -> "Files":
    """All that a window may ask of files."""
    return cast("Files", _Later())


class _Later:
    """The storage is imported when it is first asked for something: the first page is painted before it."""

    def __getattr__(self, name: str) -> Any:
        from coachapp.filing import FILES  # noqa: PLC0415

        return getattr(FILES, name)


def _load_the_rest(program: Program) -> None:
    """Load what an open portfolio needs while the person looks at the first page.

    First in the background what needs no Qt; threads take turns more often meanwhile, so that the window
    keeps answering. Then the window's own modules.
    """
    from coachapp.ui import fonts, last_resort  # noqa: PLC0415

    last_resort.install(program.save)
    fonts.load_more()
    usual = sys.getswitchinterval()
    sys.setswitchinterval(_OFTEN)
    task = Task(_the_rest)
    task.done.connect(program.warn)
    task.ended.connect(partial(_load_the_window, usual))
    task.start()


def _the_rest() -> tuple[str, ...]:
    """Says what of the rules for this computer can't be read. Nothing here needs Qt, see `ui/loading.py`."""
    import datetime as dt  # noqa: PLC0415

    from coachapp import formats  # noqa: PLC0415

    formats.long_date(dt.date(2026, 1, 1))  # reads the language's dates, which are asked for next
    import coachapp.exchange.showing  # noqa: PLC0415
    import coachapp.filing  # noqa: PLC0415
    import coachapp.report.saving  # noqa: F401, PLC0415
    from coachapp.packs import policy  # noqa: PLC0415
    from coachapp.storage import private_copies, schema  # noqa: PLC0415
    from coachapp.ui.board import hyphens  # noqa: PLC0415

    for language in i18n.LANGUAGES:
        hyphens.dictionary(language)
    schema.tokens()
    private_copies.remove_left()
    return tuple(problem.text() for problem in policy.read().problems)


def _load_the_window(switch_interval: float) -> None:
    from coachapp.ui.loading import Loading  # noqa: PLC0415 - after the first paint

    sys.setswitchinterval(switch_interval)
    Loading("coachapp.ui.window").start().done.connect(_settle)


def _settle() -> None:
    """What is loaded now stays for good: the collector need never look at it, and seldom at a portfolio.

    Qt's own objects are met once: PySide then makes classes for them, in 20 ms that nobody waits for now.
    """
    if app := QCoreApplication.instance():
        app.children()
    gc.freeze()
    gc.set_threshold(_MANY)
    gc.enable()
