"""The coach book beside the rest of the program: at most one is open, where nobody else looks."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from coachapp.i18n import gettext as _
from coachapp.ui.choices import Choices
from coachapp.ui.files import Files
from coachapp.ui.start.window import StartWindow

if TYPE_CHECKING:  # the start page is painted before any of this is read
    from coachapp.domain.coach_book.book import QuestionSet
    from coachapp.ui.coachbook.screens import Area
    from coachapp.ui.coachbook.window import CoachBookWindow


class Desk(QObject):
    """`closed(then, path)`: the book's window is gone. `leave_requested`: the portfolio should make room."""

    closed = Signal(str, Path)
    leave_requested = Signal()
    preferences_requested = Signal()

    def __init__(self, files: Files, choices: Choices, parent: QObject) -> None:
        super().__init__(parent)
        self._files, self._choices = files, choices
        self._portfolio: QWidget | None = None
        self._door: StartWindow | None = None
        self.window: CoachBookWindow | None = None

    def question_sets(self) -> "tuple[QuestionSet, ...]":
        """The coach's own questions, while her book is open and not locked: a conversation may offer them."""
        return self.window.editor.book.question_sets if self.window and not self.window.is_locked else ()

    def stand_by(self, portfolio: QWidget | None) -> None:
        """This portfolio is on the screen now, or none; an open book keeps out of its sight."""
        self._portfolio = portfolio
        if portfolio and self.window:
            self._hide_beside(portfolio, self.window)

    def ask(self) -> None:
        """Open the book on a screen that shows nothing of the portfolio, or say what to do first."""
        from coachapp.ui.coachbook.screens import areas, may_open, sight  # noqa: PLC0415

        if shown := self.window or self._door:
            shown.raise_()
            shown.activateWindow()
            return
        shared = sight(self._portfolio) if self._portfolio else ()
        if free := may_open(areas(QGuiApplication.screens()), shared):
            self._open_door(free)
        else:
            self._explain()

    def open(self, file: Any) -> None:
        """Show this book, which was just opened."""
        from coachapp.ui.coachbook.window import CoachBookWindow  # noqa: PLC0415 - after the first paint

        assert self._files.coach_books
        window = CoachBookWindow(file, self._choices, self._files.coach_books)
        window.closed.connect(lambda then: self._on_closed(then, file.path))
        window.preferences_requested.connect(self.preferences_requested)
        self._remember(file)
        if self._door:
            window.move(self._door.pos())
            self._close_door()
        self.window = window
        if self._portfolio:
            self._hide_beside(self._portfolio, window)
        window.show()

    def save(self) -> None:
        if self.window:
            self.window.autosave.flush()

    def _hide_beside(self, portfolio: QWidget, window: "CoachBookWindow") -> None:
        from coachapp.ui.coachbook.beside import Beside  # noqa: PLC0415 - only with both

        Beside(portfolio, window)

    def _remember(self, file: Any) -> None:
        if self._choices.settings.remember_recent:
            self._choices.change(coach_book=str(file.path))
            self._files.safekeeping.note(file)

    def _open_door(self, free: "Area", locked: Path | None = None) -> None:
        door = self._door = _Door(self._files, self._choices)
        door.setGeometry(_within(free, door))
        door.book_opened.connect(self.open)
        door.gone.connect(self._on_door_gone)
        door.help_requested.connect(lambda: self._help(door))
        door.begin(locked)
        door.show()

    def _help(self, door: QWidget) -> None:
        from coachapp.ui.help import contents, dialog  # noqa: PLC0415 - only who asks for it

        dialog.show(door, contents.about("coachbook"))

    def _close_door(self) -> None:
        if door := self._door:
            self._door = None
            door.close()

    def _on_door_gone(self) -> None:
        if self._door:
            self._door.deleteLater()
        self._door = None

    def _explain(self) -> None:
        from coachapp.ui.question import QuestionDialog  # noqa: PLC0415 - seldom needed

        question = _("Your coach book can't be opened on a screen that shows this portfolio.")
        means = _(
            "It opens on another screen, when that shows something else than this one. "
            "With one screen it opens after the portfolio is closed or locked."
        )
        ways = ((_("Close the portfolio and open my coach book"), self.leave_requested.emit),)
        assert self._portfolio
        title = _("My coach book")
        QuestionDialog(title, f"{question}\n{means}", ways, _("Go on working"), self._portfolio).open()

    def _on_closed(self, then: str, path: Path) -> None:
        if self.window:
            self.window.deleteLater()
        self.window = None
        self.closed.emit(then, path)


class _Door(StartWindow):
    """The way to the book beside an open portfolio, and to nothing else; `gone` when it is closed."""

    gone = Signal()

    def begin(self, locked: Path | None) -> None:
        if locked:
            self.open(locked, locked=True)
        else:
            self.show_coachees()

    def show_start(self) -> None:
        """There is no first page here: who goes back from the first one leaves."""
        if self.isVisible():
            self.close()

    def _on_choices_changed(self, before: Any, after: Any) -> None:
        """It is there too shortly to be made anew."""

    def closeEvent(self, event: Any) -> None:
        super().closeEvent(event)
        self.gone.emit()


def _within(free: "Area", window: QWidget) -> QRect:
    """In the middle of this screen, as large as it likes or as there is room."""
    room = QRect(*free)
    size = window.size().boundedTo(room.size())
    rect = QRect(room.topLeft(), size)
    rect.moveCenter(room.center())
    return rect
