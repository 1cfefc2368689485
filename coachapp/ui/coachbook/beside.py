"""A coach book beside an open portfolio: only where the person at the table can't see it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import buttons, fitting, theme
from coachapp.ui.coachbook.screens import may_stay, sight
from coachapp.ui.inputs import labels

if TYPE_CHECKING:
    from coachapp.ui.coachbook.window import CoachBookWindow

_TELLING = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.Close,
        QEvent.Type.WindowStateChange,
        QEvent.Type.WindowActivate,
    }
)
_OFTEN = 1000  # milliseconds: some systems mirror a screen without a word


class Beside(QObject):
    """Hides the book as long as it and the portfolio can be seen on one screen."""

    def __init__(self, portfolio: QWidget, book: "CoachBookWindow") -> None:
        super().__init__(book)
        self._portfolio: QWidget | None = portfolio
        self._book = book
        self.hidden = False
        for window in (portfolio, book):
            window.installEventFilter(self)
        portfolio.destroyed.connect(self._on_gone)
        book.shown_again.connect(self.look)
        book.lock.idle.due.connect(self._on_idle)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        for told in (app.screenAdded, app.screenRemoved, app.primaryScreenChanged):
            told.connect(self._soon)
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(_OFTEN)
        self.look()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _TELLING:
            self._soon()
        return False

    def look(self) -> None:
        """Hide the book, or show it again, as the windows and screens are now."""
        fine = self._portfolio is None or may_stay(sight(self._book), sight(self._portfolio))
        if fine and self.hidden:
            self.hidden = False
            self._book.uncover()
        elif not fine and self._book.frame:
            self.hidden = True
            for dialog in self._book.findChildren(QDialog):
                dialog.reject()
            self._book.cover(_Hidden(lambda: self._book.leave("start")))

    def _soon(self, *_args: object) -> None:
        QTimer.singleShot(0, self, self.look)

    def _on_gone(self) -> None:
        self._portfolio = None
        self.look()
        self.deleteLater()

    def _on_idle(self) -> None:
        """What is hidden is locked as well."""
        if self.hidden:
            self.hidden = False
            self._book.shown_again.disconnect(self.look)
            self._book.uncover()
            self._book.lock.start()  # before anything of it is painted
            self._book.shown_again.connect(self.look)


class _Hidden(QWidget):
    def __init__(self, close: Callable[[], object]) -> None:
        super().__init__()
        words = _(
            "The portfolio is on this screen too. Move this window to a screen that only you see, "
            "or close the portfolio: then your coach book comes back by itself."
        )
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setSpacing(theme.space(1.5))
        column.addStretch(1)
        column.addWidget(labels.title(_("Hidden, as this screen is shared"), inner))
        column.addWidget(labels.text(words, inner))
        button = buttons.ordinary(_("Close the coach book"), close, parent=inner)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(2)
        fitting.in_the_middle(self, inner, 80)
