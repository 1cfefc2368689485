"""From the start page to a portfolio and back; one of the two windows is on the screen."""

import gc
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from coachapp.i18n import language
from coachapp.ui.choices import Choices, looks_differ
from coachapp.ui.look import Look
from coachapp.ui.settings import Settings
from coachapp.ui.start.recent import with_path
from coachapp.ui.start.window import StartWindow
from coachapp.ui.tasks import Task

if TYPE_CHECKING:  # the start page is painted before any of this is read
    from coachapp.domain.portfolio import Portfolio
    from coachapp.domain.whereabouts import Copy, Erased
    from coachapp.ui.coachbook.desk import Desk
    from coachapp.ui.files import Files
    from coachapp.ui.open_file import OpenFile
    from coachapp.ui.window import PortfolioWindow


class Program(QObject):
    """`ready`: the first page is on the screen, or is not waited for as there is a file to open."""

    ready = Signal()

    def __init__(self, files: "Files", choices: Choices, look: Look) -> None:
        super().__init__(look)
        self._files, self._choices, self._look = files, choices, look
        self._warnings: tuple[str, ...] = ()
        self._path: Path | None = None
        self._last: tuple[Path | None, str] = (None, "")
        self.start: StartWindow | None = None
        self.window: PortfolioWindow | None = None
        choices.changed.connect(self._on_choices_changed)

    @cached_property
    def desk(self) -> "Desk":
        """Where a coach book lies; made when something is first asked about it."""
        from coachapp.ui.coachbook.desk import Desk  # noqa: PLC0415 - after the first paint

        desk = Desk(self._files, self._choices, self)
        desk.closed.connect(self._on_book_closed)
        desk.leave_requested.connect(lambda: self.window and self.window.leave("book"))
        desk.preferences_requested.connect(self._on_preferences)
        return desk

    def begin(self, path: Path | None = None) -> None:
        """Show the start window, with this file to open in it if there is one."""
        start = self._show_start()
        if path:
            start.open(path)
            self.ready.emit()
        else:
            start.painted.connect(self.ready)

    def open_guest(self, portfolio: "Portfolio", *, to_look: bool = False) -> None:
        """Show a portfolio that is in no file; nothing of it stays behind on this computer."""
        self._choices.guest = True
        self._show(portfolio, None, to_look=to_look)

    def save(self) -> None:
        """Save what is not saved yet, as far as that is possible."""
        if self.window:
            self.window.autosave.flush()
        self.desk.save()

    def warn(self, problems: tuple[str, ...]) -> None:
        """Say above whatever is on the screen, and at each start page from now on, what is wrong here."""
        self._warnings = problems
        if self.window and self.window.frame and problems:
            self.window.frame.strip.warn("\n".join(problems))
        elif self.start:
            self.start.warn(problems)

    def _show_start(self) -> StartWindow:
        start = StartWindow(self._files, self._choices)
        start.opened.connect(self._on_opened)
        start.book_opened.connect(self._on_book_opened)
        start.sample_requested.connect(self._on_sample)
        start.look_requested.connect(lambda: self._on_empty(to_look=True))
        start.guest_requested.connect(lambda: self._on_empty(to_look=False))
        start.preferences_requested.connect(self._on_preferences)
        start.about_requested.connect(self._on_about)
        start.help_requested.connect(self._on_help)
        start.warn(self._warnings)
        start.show()
        self.start = start
        return start

    def _on_opened(self, file: "OpenFile") -> None:
        self._remember(file)
        is_new, by_sheet = self.start and self.start.is_new, self.start and self.start.by_sheet
        self._show(file.portfolio, file, to_look=file.read_only)
        assert self.window
        if is_new:
            self.window.keys.offer_sheet()
        elif by_sheet:
            self.window.keys.offer_change()
        self._turn_to_last(file.path)
        self._attend(file)
        self._offer_tour(file)

    def _on_sample(self) -> None:
        from coachapp.packs import sample  # noqa: PLC0415 - after the first paint

        self.open_guest(sample.portfolio(language()))

    def _on_empty(self, *, to_look: bool) -> None:
        from coachapp.ui.new_portfolio import nameless  # noqa: PLC0415 - after the first paint

        self.open_guest(nameless.portfolio(), to_look=to_look)

    def _show(self, portfolio: "Portfolio", file: "OpenFile | None", *, to_look: bool) -> None:
        from coachapp.document import Document  # noqa: PLC0415 - after the first paint
        from coachapp.ui.editor import Editor  # noqa: PLC0415
        from coachapp.ui.pages import PAGES  # noqa: PLC0415
        from coachapp.ui.window import PortfolioWindow  # noqa: PLC0415

        editor = Editor(Document(portfolio), read_only=to_look)
        editor.own_questions = self.desk.question_sets
        pages = tuple(page for page in PAGES if page.to_look or file or not to_look)
        window = PortfolioWindow(editor, self._choices, self._files, file, pages)
        editor.setParent(window)
        window.closed.connect(self._on_closed)
        window.kept.connect(self._remember)
        window.preferences_requested.connect(self._on_preferences)
        window.about_requested.connect(self._on_about)
        window.backups.erase_requested.connect(self._on_erase)
        window.along.erase_requested.connect(self._on_erase)
        window.book_requested.connect(self.desk.ask)
        window.show()
        self.window = window
        self.desk.stand_by(window)
        self._path = file.path if file else None
        self._close_start()

    def _close_start(self) -> None:
        if self.start:
            self.start.close()
            self.start.deleteLater()
            self.start = None

    def _on_book_opened(self, file: object) -> None:
        """The book is in the place of the start page."""
        self._choose_backup_folder()
        self.desk.open(file)
        self._close_start()

    def _on_book_closed(self, then: str, path: Path) -> None:
        """Go on where it was; a portfolio that is open stays."""
        if then and not self.window and not self.start:
            start = self._show_start()
            if then == "locked":
                start.open(path, locked=True)

    def _attend(self, file: "OpenFile") -> None:
        """Tell what there is to tell about the file, and keep an eye on it while another changes it."""
        import datetime as dt  # noqa: PLC0415 - after the first paint

        from coachapp.packs import policy  # noqa: PLC0415
        from coachapp.ui.backups.reminding import Reminder  # noqa: PLC0415
        from coachapp.ui.greeting import Greeting  # noqa: PLC0415
        from coachapp.ui.watch import Watch  # noqa: PLC0415

        assert self.window
        Greeting(self.window, file, self._files)
        Reminder(self.window, policy.read().policy.retention_reminder_months, dt.date.today())  # noqa: DTZ011
        if file.read_only:
            Watch(self.window, file).renewed.connect(self._on_renewed)

    def _offer_tour(self, file: "OpenFile") -> None:
        """Once on each computer, to who can work in a file."""
        if self.window and not file.read_only and not self._choices.settings.tour_seen:
            self._choices.change(tour_seen=True)
            QTimer.singleShot(0, self.window, self.window.tour)  # when everything has its place

    def _on_renewed(self, file: "OpenFile") -> None:
        """Show the same portfolio as it is now, in a window at the same place."""
        before = self.window
        assert before
        self._last = file.path, before.frame.current if before.frame else ""
        self.window = None
        before.close()
        before.deleteLater()
        self._on_opened(file)

    def _turn_to_last(self, path: Path) -> None:
        """Go on at the page where it was locked, and with today's conversation if that was not ended."""
        import datetime as dt  # noqa: PLC0415 - after the first paint

        (last, page), self._last = self._last, (None, "")
        if self.window and last == path and page:
            self.window.turn_to(page)
        if self.window:
            self.window.go_on(dt.date.today().isoformat())  # noqa: DTZ011 - the day on her desk

    def _remember(self, file: "OpenFile") -> None:
        self._choose_backup_folder()
        if self._choices.settings.remember_recent:
            self._choices.change(recent=with_path(self._choices.settings.recent, file.path))
            self._files.safekeeping.note(file)

    def _choose_backup_folder(self) -> None:
        """The institute's word goes before the person's choice."""
        from coachapp.packs import policy  # noqa: PLC0415 - after the first paint

        chosen = self._choices.settings
        folder = policy.read().policy.backup_folder or chosen.backup_folder
        self._files.safekeeping.use(folder, chosen.backup_megabytes * 10**6)

    def _on_erase(self, copies: "Sequence[Copy]", along: Path | None = None) -> None:
        """Close the window, remove everything, and say on the start page what was removed.

        `along`: where its owner takes it along.
        """
        assert self.window
        file, portfolio = self.window.autosave.file, self.window.editor.portfolio
        assert file
        path, encrypted, safekeeping = file.path, file.encrypted, self._files.safekeeping
        kept = tuple(one for one in self._choices.settings.recent if one != str(path))
        self._choices.change(recent=kept)
        self.window.abandon()
        task = Task(lambda: safekeeping.erase(path, portfolio, copies, encrypted=encrypted, along=along))
        task.done.connect(self._on_erased)
        task.start()

    def _on_erased(self, erased: "Erased") -> None:
        from coachapp.ui.backups.statement import StatementDialog  # noqa: PLC0415 - after the first paint

        StatementDialog(erased, self._shown()).open()

    def _on_closed(self, then: str) -> None:
        self._choices.guest = False
        if self.window:
            self._last = self._path, self.window.lock.at
            self.window.deleteLater()
            self.window = None
        self.desk.stand_by(None)
        if then:
            start = self._show_start()
            ways = {
                "new": start.show_new,
                "open": start.ask_which,
                "locked": self._show_locked,
                "book": start.show_coachees,
            }
            ways.get(then, start.setFocus)()

    def _show_locked(self) -> None:
        """Ask the passphrase, where the window was; its values go."""
        assert self.start
        assert self._path
        self.start.take_place()
        self.start.open(self._path, locked=True)
        QTimer.singleShot(0, gc.collect)

    def _on_preferences(self) -> None:
        from coachapp.ui.preferences import PreferencesDialog  # noqa: PLC0415 - after the first paint

        PreferencesDialog(self._choices, self._shown()).open()

    def _on_about(self) -> None:
        from coachapp.ui.about import AboutDialog  # noqa: PLC0415 - after the first paint

        AboutDialog(self._shown()).open()

    def _on_help(self) -> None:
        from coachapp.ui.help import contents, dialog  # noqa: PLC0415 - after the first paint

        opening = self.start is not None and self.start.is_opening
        dialog.show(self._shown(), contents.about("opening") if opening else contents.FIRST)

    def _shown(self) -> QWidget:
        shown = self.window or self.start or self.desk.window
        assert shown
        return shown

    def _on_choices_changed(self, before: Settings, after: Settings) -> None:
        if looks_differ(before, after):
            self._look.wear(after)
        if before.backup_folder != after.backup_folder or before.backup_megabytes != after.backup_megabytes:
            self._choose_backup_folder()
        if before.recent and not after.recent:  # whoever has the list cleared wants no other list kept
            self._files.safekeeping.forget_all()
        if (before.recent and not after.recent) or (before.remember_recent and not after.remember_recent):
            self._choices.change(coach_book="")
