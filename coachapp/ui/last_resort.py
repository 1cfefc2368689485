"""When the program meets a bug of its own: save, and show what may be told, nothing of a portfolio."""

import sys
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from coachapp import __version__
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, fitting, theme
from coachapp.ui.inputs import labels


def install(save: Callable[[], object]) -> None:
    """From now on bugs come here instead of on the console, where texts of a portfolio could be seen."""

    def meet(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        words = error.text() if isinstance(error, CoachError) else told(kind, trace)
        print(words, file=sys.stderr)  # noqa: T201 - who starts it from a console sees it
        try:
            save()
        finally:
            _show(words)

    sys.excepthook = meet


def told(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where it happened and what kind of error it is. Its message is left out: it may quote a portfolio."""
    import platform  # noqa: PLC0415 - the start is quicker without it

    lines = traceback.format_list(traceback.extract_tb(trace))
    about = (
        f"CoachApp {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    )
    return f"{about}\n{''.join(lines)}{kind.__module__}.{kind.__qualname__}"


def _show(words: str) -> None:
    """Only one such window at a time: one bug may be met at each paint."""
    open_now = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, BugDialog)]
    if not any(dialog.isVisible() for dialog in open_now):
        BugDialog(words, QApplication.activeWindow()).open()


class BugDialog(QDialog):
    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("CoachApp")
        self._text = QPlainTextEdit(words, self)
        self._text.setReadOnly(True)
        self._text.setAccessibleName(_("What went wrong"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space(3),) * 4)
        column.setSpacing(theme.space(1.5))
        column.addWidget(labels.title(_("Something went wrong in CoachApp"), self))
        column.addWidget(
            labels.text(
                _(
                    "Your work has been saved as far as possible, and you can go on. The text below tells a "
                    "developer where to look; nothing of a portfolio is in it. "
                    "Copy it and send it along if you want."
                ),
                self,
            )
        )
        column.addWidget(self._text, 1)
        ways = QHBoxLayout()
        ways.addStretch(1)
        ways.addWidget(buttons.ordinary(_("Copy"), self._on_copy, parent=self))
        ways.addWidget(buttons.primary(_("Close"), self.accept, parent=self))
        column.addLayout(ways)
        fitting.open_at(self, 90, 55)
        self.finished.connect(self.deleteLater)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.toPlainText())
