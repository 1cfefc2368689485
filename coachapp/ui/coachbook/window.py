"""The coach book's window: saved, locked and closed as a portfolio's is."""

from functools import partial
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QWidget

from coachapp.domain.coach_book import edits
from coachapp.domain.coach_book.book import Coachee
from coachapp.domain.values import new_id
from coachapp.i18n import gettext as _
from coachapp.ui import covering, fitting, menus
from coachapp.ui.autosave import Autosave
from coachapp.ui.backups.keeper import Keeper
from coachapp.ui.choices import Choices, looks_differ
from coachapp.ui.coachbook.banner import BookBanner
from coachapp.ui.coachbook.editor import BookEditor
from coachapp.ui.coachbook.farewell import Farewell
from coachapp.ui.coachbook.frame import BookFrame
from coachapp.ui.coachbook.making import about_passphrase
from coachapp.ui.coachbook.menus import book_menus
from coachapp.ui.coachbook.ways import CoachBookWays
from coachapp.ui.keys.change import ChangeDialog
from coachapp.ui.leaving import Leaving
from coachapp.ui.lock import Lock
from coachapp.ui.news import News, NewsNotice
from coachapp.ui.settings import Settings
from coachapp.ui.status_line import StatusLine


class CoachBookWindow(QMainWindow):
    """`closed(then)` when it is gone: then "" ends it; "start" and "locked" go on."""

    closed = Signal(str)
    preferences_requested = Signal()
    shown_again = Signal()

    def __init__(self, file: Any, choices: Choices, ways: CoachBookWays) -> None:
        super().__init__()
        self.choices, self.ways = choices, ways
        self.editor = BookEditor(file.book, read_only=file.read_only, parent=self)
        self.autosave = Autosave(self.editor, file, self)
        self.news = News(self)
        self.keeper = Keeper(cast(Any, self), ways.files.safekeeping)
        self.leaving = Leaving(self.editor, self.autosave, ways.files, self, has_plan=False)
        self.leaving.may_copy = False  # the banner offers it, before anybody has to leave
        self.leaving.title = lambda: _("Close the coach book")
        self.lock = Lock(cast(Any, self))
        self.farewell = Farewell(self)
        self.undo_step = covering.step(self, "undo", self.editor.undo, QKeySequence.StandardKey.Undo)
        self.redo_step = covering.step(self, "redo", self.editor.redo, QKeySequence.StandardKey.Redo)
        self.frame: BookFrame | None = None
        self._then, self._agreed, self._at = "", False, ""
        self.editor.changed.connect(self._name_steps)
        self.leaving.agreed.connect(partial(self._end, ""))
        self.lock.locked.connect(partial(self._end, "locked"))
        choices.changed.connect(self._on_choices_changed)
        fitting.open_at(self, 140, 100)
        self._build()

    @property
    def is_locked(self) -> bool:
        """Whether nothing of it is on the screen."""
        return self.frame is None

    def leave(self, then: str) -> None:
        self._then = then
        self.close()

    def add(self, alias: str) -> None:
        """Somebody new, whose alias can be typed on the page."""
        coachee = Coachee(new_id(), alias or _("New coachee"))
        assert self.frame
        if self.editor.ask(_("Add “{name}”").format(name=coachee.alias), edits.add(coachee)):
            self.frame.show_coachee(coachee.id, is_new=not alias)

    def change_passphrase(self) -> None:
        """Another one for this book and for its backups."""
        if file := self.autosave.file:
            dialog = ChangeDialog(self.ways.files, file, self, about=about_passphrase())
            dialog.changed.connect(self._on_passphrase_changed)
            dialog.open()

    def cover(self, page: QWidget) -> None:
        """Show this page and nothing else: no menu and no name."""
        if self.frame:
            self.frame.flush()
            self._at = self.frame.current
        self.frame = None
        covering.show_alone(self, page)
        self._name_steps()

    def uncover(self) -> None:
        """Show everything again, as it was."""
        self._build()
        self.shown_again.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.autosave.retry()
            if self.frame and not self.frame.current:
                self.frame.week.refresh()  # another day may have begun

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.frame:
            self.frame.flush()
        if not self._agreed and not self.leaving.may_close():
            event.ignore()
            return
        self.keeper.close()
        self.autosave.close()
        self.closed.emit(self._then)
        super().closeEvent(event)

    def _build(self) -> None:
        """Make everything on the window anew, in the language and size of now."""
        if self.frame:
            self._at = self.frame.current
        above = BookBanner(self.editor, self.autosave, self.ways), NewsNotice(self.news)
        self.frame = BookFrame(self.editor, above)
        self.frame.finder.new_requested.connect(self.add)
        self.frame.write_requested.connect(self.farewell.write)
        self.frame.forget_requested.connect(self.farewell.ask)
        self.setCentralWidget(self.frame)
        self.setStatusBar(StatusLine(self.editor, self.autosave, self.undo_step, self.redo_step, self))
        menus.fill(self.menuBar(), book_menus(self))
        self._name_steps()
        self.setWindowTitle(_("My coachees – CoachApp"))
        self.frame.begin(self._at)

    def _name_steps(self) -> None:
        """The names of steps may tell of somebody: they stand in the tooltip only."""
        document = self.editor.document
        for action, label, bare in (
            (self.undo_step, document.undo_label, _("Undo")),
            (self.redo_step, document.redo_label, _("Redo")),
        ):
            shown = label if self.frame else ""
            action.setText(bare)
            action.setIconText(bare)
            action.setToolTip(f"{bare}: {shown}" if shown else bare)
            action.setEnabled(bool(shown))

    def _on_choices_changed(self, before: Settings, after: Settings) -> None:
        if looks_differ(before, after) and self.frame:
            self.frame.flush()
            self._build()

    def _on_passphrase_changed(self, backups: tuple[Path, ...]) -> None:
        words = _("The passphrase has been changed.")
        if backups:
            still = _("These backups still need the old passphrase: {names}.")
            words = f"{words} {still.format(names=', '.join(path.name for path in backups))}"
        self.news.tell("changed", lambda: words)

    def _end(self, then: str) -> None:
        self._agreed = True
        self.leave(then or self._then)
