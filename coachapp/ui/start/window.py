"""The start window: its first page, opening a file, making one."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from coachapp.ui import dropped, endings, fitting, theme
from coachapp.ui.choices import Choices, looks_differ
from coachapp.ui.inputs.following import following
from coachapp.ui.settings import Settings
from coachapp.ui.start.page import StartPage

if TYPE_CHECKING:
    from coachapp.ui.files import Files
    from coachapp.ui.open_file import OpenFile
    from coachapp.ui.start.opening import OpeningPage
    from coachapp.ui.start.ways import Secret

_WIDTH = 110  # steps; a wider page is no easier to read


class StartWindow(QWidget):
    """`opened(OpenFile)` when there is a file to show; `painted` each time its first page stands there.

    `by_sheet`, `is_new`: the file was opened with its recovery sheet, or has been made here.
    The other signals ask for what is in no file.
    """

    painted = Signal()
    opened = Signal(object)
    book_opened = Signal(object)
    sample_requested = Signal()
    look_requested = Signal()
    guest_requested = Signal()
    preferences_requested = Signal()
    about_requested = Signal()
    help_requested = Signal()

    def __init__(self, files: "Files", choices: Choices) -> None:
        super().__init__()
        self._files, self._choices = files, choices
        self._opening: OpeningPage | None = None
        self.is_new = False
        self._stack = QStackedWidget(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._stack)
        self.setWindowTitle("CoachApp")
        self.setAcceptDrops(True)
        for keys in ("Ctrl+Q", "Ctrl+W"):  # as in a portfolio's window
            QShortcut(QKeySequence(keys), self, self.close)
        QShortcut(QKeySequence("F1"), self, self.help_requested.emit)
        fitting.open_at(self, 100, 76)
        self.show_start()
        choices.changed.connect(self._on_choices_changed)

    def show_start(self) -> None:
        """Turn to the first page, made anew."""
        self._opening = None
        self.page = StartPage(self._choices)
        for wish in ("sample", "look", "guest", "preferences", "about", "help"):
            getattr(self.page, f"{wish}_requested").connect(getattr(self, f"{wish}_requested"))
        self.page.coachees_requested.connect(self.show_coachees)
        self.page.new_requested.connect(self.show_new)
        self.page.open_requested.connect(self.ask_which)
        self.page.recent.open_requested.connect(self.open)
        self.page.recent.find_requested.connect(self._on_find)
        self.page.recent.forget_requested.connect(self._forget)
        self.page.painted.connect(self._on_painted)
        self.turn_to(self.page)
        self.page.first.setFocus()

    def show_new(self) -> None:
        from coachapp.ui.new_portfolio.page import NewPortfolioPage  # noqa: PLC0415 - after the first paint

        page = NewPortfolioPage(self._files)
        page.made.connect(self._on_made)
        page.left.connect(self.show_start)
        self.turn_to(page)
        page.setFocus()

    def show_coachees(self) -> None:
        """Open the coach book that was open last, or ask which."""
        last = self._choices.settings.coach_book
        if last and self._choices.settings.remember_recent:
            self.open(Path(last))
        else:
            self._show_door()

    def _show_door(self) -> None:
        from coachapp.ui.coachbook.door import DoorPage  # noqa: PLC0415 - after the first paint

        page = DoorPage()
        page.new_requested.connect(self.show_new_book)
        page.open_requested.connect(self._ask_which_book)
        page.left.connect(self.show_start)
        self.turn_to(page)
        page.setFocus()

    def _ask_which_book(self) -> None:
        from coachapp.ui import asking  # noqa: PLC0415 - after the first paint

        asking.coach_book_to_open(self, self.open)

    def show_new_book(self) -> None:
        from coachapp.ui.coachbook.making import NewBookPage  # noqa: PLC0415 - after the first paint

        assert self._files.coach_books
        page = NewBookPage(self._files.coach_books)
        page.made.connect(self.book_opened)
        page.left.connect(self._show_door)
        self.turn_to(page)
        page.setFocus()

    def warn(self, problems: tuple[str, ...]) -> None:
        """Say above every page what is wrong on this computer."""
        if not problems:
            return
        from coachapp.ui.notice import Notice  # noqa: PLC0415 - hardly ever needed

        notice = Notice(self, closable=True)
        self._column.insertWidget(0, notice)
        notice.say("\n".join(problems))

    def open(self, path: Path, *, locked: bool = False, secret: "Secret | None" = None) -> None:
        """Open this file, asking what it needs unless that is given; `locked`: it was open until just now."""
        from coachapp.ui.start.instead import Instead  # noqa: PLC0415 - after the first paint
        from coachapp.ui.start.opening import OpeningPage  # noqa: PLC0415

        books = self._files.coach_books if path.suffix.lower() == endings.BOOK else None
        files = books.files if books else self._files
        self._opening = OpeningPage(files, path, locked=locked, is_book=bool(books))
        self._opening.opened.connect(self.book_opened if books else self.opened)
        self._opening.left.connect(self.show_start)
        self._opening.other_requested.connect(self._show_door if books else self.ask_which)
        self._instead = Instead(self, files, path)  # kept, as a signal keeps nobody
        self._opening.rescue_requested.connect(self._instead.rescue)
        self._opening.backup_requested.connect(self._instead.bring_back)
        self._opening.restore_requested.connect(self._instead.restore)
        self.turn_to(self._opening)
        if secret is None or secret.text is None:
            self._opening.begin()
        else:
            self._opening.open_with(secret)

    def take_place(self) -> None:
        """Stand where the portfolio's window was."""
        self.restoreGeometry(QByteArray.fromHex(self._choices.settings.window.encode("ascii", "ignore")))

    def ask_which(self, then: Callable[[Path], object] | None = None) -> None:
        """Let the person choose a file, and open it."""
        from coachapp.ui import asking  # noqa: PLC0415 - after the first paint

        asking.portfolio_to_open(self, then or self.open)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped.file_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := dropped.file_in(event.mimeData()):
            event.acceptProposedAction()
            self.open(path)

    @property
    def is_opening(self) -> bool:
        """Whether a file is asked what it needs."""
        return self._opening is not None

    @property
    def by_sheet(self) -> bool:
        return self._opening is not None and self._opening.by_sheet

    def _on_made(self, file: "OpenFile") -> None:
        self.is_new = True
        self.opened.emit(file)

    def _on_painted(self) -> None:
        self.page.recent.look()
        self.painted.emit()

    def _on_find(self, missing: Path) -> None:
        def found(path: Path) -> None:
            self._forget(missing)
            self.open(path)

        self.ask_which(found)

    def _forget(self, path: Path) -> None:
        kept = tuple(one for one in self._choices.settings.recent if one != str(path))
        self._choices.change(recent=kept)

    def _on_choices_changed(self, before: Settings, after: Settings) -> None:
        listed = (before.recent, before.remember_recent) != (after.recent, after.remember_recent)
        if self._shown is self.page and (listed or looks_differ(before, after)):
            chose_language = self.page.languages.hasFocus()
            self.show_start()
            if chose_language:
                self.page.languages.setFocus()

    def turn_to(self, page: QWidget) -> None:
        """Show this page alone, in the middle; it scrolls when it doesn't fit."""
        self._shown = page
        before = self._stack.currentWidget()
        self._stack.setCurrentIndex(self._stack.addWidget(_scrolling(page)))
        if before:
            self._stack.removeWidget(before)
            before.deleteLater()


def _scrolling(page: QWidget) -> QScrollArea:
    middle = QWidget()
    row = QHBoxLayout(middle)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(page, 1000)
    row.addStretch(1)
    page.setMaximumWidth(theme.space(_WIDTH))
    return following(middle)
