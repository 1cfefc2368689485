"""The portfolio window: the pages with what stands around them."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from coachapp.domain import talking
from coachapp.i18n import gettext as _
from coachapp.ui import covering, dropped, menus, theme
from coachapp.ui.along.actions import AlongActions
from coachapp.ui.autosave import Autosave
from coachapp.ui.backups.actions import BackupActions
from coachapp.ui.backups.keeper import Keeper
from coachapp.ui.blind.asked import AskedApart
from coachapp.ui.choices import Choices, looks_differ
from coachapp.ui.editor import Editor
from coachapp.ui.evidence.shelf import Shelf
from coachapp.ui.exporting.exporter import Exporter
from coachapp.ui.files import Files
from coachapp.ui.frame import Frame
from coachapp.ui.help import key
from coachapp.ui.history.actions import HistoryActions
from coachapp.ui.icons import icon
from coachapp.ui.importing.dialog import ImportDialog
from coachapp.ui.joining.joiner import Joiner
from coachapp.ui.keeping import KeepDialog, not_whole
from coachapp.ui.keys.actions import KeyActions
from coachapp.ui.keys.open_sign import OpenSign
from coachapp.ui.leaving import Leaving
from coachapp.ui.lock import Lock
from coachapp.ui.new_portfolio.names import is_same
from coachapp.ui.news import News, NewsNotice
from coachapp.ui.open_file import OpenFile
from coachapp.ui.pages import PAGES, Page
from coachapp.ui.papers.papers import Papers
from coachapp.ui.saving_banner import SavingBanner
from coachapp.ui.settings import ACROSS_A_TABLE, Settings
from coachapp.ui.shared import listing
from coachapp.ui.shared.sharing import Sharing
from coachapp.ui.status_line import StatusLine
from coachapp.ui.window_menus import window_menus

_LONGEST_LABEL = 40


class PortfolioWindow(QMainWindow):
    """`closed(then)` when it is gone: then "" ends the program; "start", "new", "open" and "locked" go on.

    `kept(OpenFile)`: from now on the portfolio is kept in another file. `join_requested(paths)`: of copies
    that should be joined with what is here.
    """

    closed = Signal(str)
    kept = Signal(object)
    join_requested = Signal(object)
    book_requested = Signal()
    preferences_requested = Signal()
    about_requested = Signal()

    def __init__(
        self,
        editor: Editor,
        choices: Choices,
        files: Files,
        file: OpenFile | None = None,
        pages: Sequence[Page] = PAGES,
    ) -> None:
        super().__init__()
        self.editor, self.choices = editor, choices
        self._files = files
        self.pages = pages
        self._then = ""
        self._agreed = False
        self.autosave = Autosave(editor, file, self)
        editor.shelf = Shelf(editor, self.autosave, files.evidence, self)
        self.news = News(self)
        self.keeper = Keeper(self, files.safekeeping)
        self.backups = BackupActions(self, files)
        self.past = editor.past = HistoryActions(self, files)
        self.exporter = Exporter(self, files)
        self.sharing = editor.sharing = Sharing(self, files)
        self.asked_apart = AskedApart(self)
        self.papers = Papers(self)
        self.help_action = key.f1(self, self.help)
        self.along = editor.along = AlongActions(self, files)
        self.undo_step = covering.step(self, "undo", editor.undo, QKeySequence.StandardKey.Undo)
        self.redo_step = covering.step(self, "redo", editor.redo, QKeySequence.StandardKey.Redo)
        has_plan = any(page.name == "plan" for page in pages)
        self.leaving = Leaving(editor, self.autosave, files, self, has_plan=has_plan)
        self.lock = Lock(self)
        self.keys = KeyActions(self, files)
        self.joiner = Joiner(self, files)
        self._at = ""
        self._states: Mapping[str, object] = {}
        self._before: QByteArray | None = None
        self.frame: Frame | None = None
        self.setAcceptDrops(not editor.read_only)
        self._connect()
        self._build()
        self._take_place()

    def import_list(self, source: Path | str) -> None:
        """Open the import assistant on a file or on pasted lines."""
        dialog = ImportDialog(self.editor, source, self)
        dialog.open()

    def turn_to(self, name: str) -> None:
        """Show the page of this name."""
        assert self.frame
        self.frame.side.choose(name)

    def help(self) -> None:
        """Open help at the page about what is on the screen."""
        from coachapp.ui.help import contents, dialog  # noqa: PLC0415 - only who asks for it waits

        shown = "locked" if not self.frame else "conversation" if self.frame.stage else self.frame.current
        dialog.show(self, contents.about(shown))

    def tour(self) -> None:
        """Tell on the board, in four sentences, what is where."""
        from coachapp.ui.help import tour  # noqa: PLC0415 - a first opening only, or who asks for it

        tour.start(self)

    def leave(self, then: str) -> None:
        """Close, and then go on with "start", "new" or "open"."""
        self._then = then
        self.close()

    def abandon(self) -> None:
        """Close without saving or backing up: the portfolio is to be erased."""
        self.keeper.stop()
        self._agreed = True
        self.leave("start")

    def keep(self) -> None:
        """Put the portfolio in another file and go on there."""
        self._ask_where().kept.connect(self._on_kept)

    def copy(self) -> None:
        """Put a copy in another file and go on here."""
        self._ask_where().kept.connect(self._on_copied)

    def toggle_full_screen(self) -> None:
        """The whole screen, or where the window was before."""
        if not self.isFullScreen():
            self._before = self.saveGeometry()
            self.showFullScreen()
        else:
            self.showNormal()
            self.restoreGeometry(self._before or QByteArray())
            self._before = None

    def go_on(self, today: str) -> None:
        """Go on with a conversation of today (ISO) that was not ended, such as after a crash."""
        talk = talking.unfinished(self.editor.portfolio)
        if talk and talk.date == today and self.frame and not self.editor.read_only:
            self.frame.open_talk(talk.id)

    def cover(self, page: QWidget) -> None:
        """Show this page and nothing else: no menu, no name, nothing that a screen reader could find."""
        self._bookmark()
        self.frame = None
        covering.show_alone(self, page)
        self._name_steps()
        self.leaving.may_copy = False
        self.setAcceptDrops(False)

    def uncover(self) -> None:
        """Show everything again, as it was."""
        self.leaving.may_copy = True
        self.setAcceptDrops(not self.editor.read_only)
        self._build()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.autosave.retry()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.frame:
            self.frame.flush()
        if not self._agreed and not self.leaving.may_close():
            event.ignore()
            return
        self.keeper.close()
        self.autosave.close()
        if not self.choices.guest:
            place = self._before or self.saveGeometry()
            self.choices.change(window=bytes(place.toHex().data()).decode())
        self.closed.emit(self._then)
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.frame:
            self.frame.fit(event.size().width())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped.list_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if source := dropped.list_in(event.mimeData()):
            event.acceptProposedAction()
            self.import_list(source)

    def _connect(self) -> None:
        self.editor.changed.connect(self._name_steps)
        self.choices.changed.connect(self._on_choices_changed)
        self.leaving.agreed.connect(self._on_agreed)
        self.leaving.keep_requested.connect(self._keep_and_close)
        self.leaving.join_requested.connect(self._on_join)
        self.leaving.plan_requested.connect(lambda: self.turn_to("plan"))
        self.lock.locked.connect(self._on_locked)
        self.join_requested.connect(self.joiner.join)

    def _build(self) -> None:
        """Make everything on the window anew, in the language and size of now."""
        self._bookmark()
        banner = SavingBanner(self.autosave, self._files)
        banner.keep_requested.connect(self.keep)
        banner.join_requested.connect(self._on_join)
        above = banner, NewsNotice(self.news)
        self.frame = Frame(self.editor, self.choices.settings, above, self.pages, self._states)
        self.frame.head.add(OpenSign(self.autosave, self.frame))
        self._name_steps()
        self.frame.import_requested.connect(self.import_list)
        self.frame.talking.connect(self._on_talking)
        self.frame.larger_requested.connect(self._on_larger)
        self.frame.full_screen_requested.connect(self.toggle_full_screen)
        self.frame.lock_requested.connect(self.lock.start)
        self.frame.names_hidden.connect(self._on_names_hidden)
        self.setCentralWidget(self.frame)
        self.setStatusBar(StatusLine(self.editor, self.autosave, self.undo_step, self.redo_step, self))
        menus.fill(self.menuBar(), window_menus(self))
        self.menuBar().show()
        self._name()
        self.frame.fit(self.width())
        self.frame.begin(self._at)

    def _bookmark(self) -> None:
        """Remember what to come back to."""
        if self.frame:
            self._at, self._states = self.frame.current, self.frame.states()

    def _name(self) -> None:
        """The file's name only: other programs can read a window's title."""
        name = self.autosave.file.path.stem if self.autosave.file else ""
        self.setWindowTitle(f"{name} – CoachApp" if name else "CoachApp")

    def _on_talking(self, on: bool) -> None:
        """A conversation has the whole screen; what is done with keys goes on."""
        self.menuBar().setVisible(not on)
        if on != self.isFullScreen():
            self.toggle_full_screen()

    def _on_names_hidden(self, hide: bool) -> None:
        """What can be undone and the title may have a name in them."""
        self.statusBar().setVisible(not hide)
        if hide:
            self.setWindowTitle("CoachApp")
        else:
            self._name()

    def _on_larger(self) -> None:
        """Text that can be read across a table, and back."""
        now = self.choices.settings.text_percent
        self.choices.change(text_percent=ACROSS_A_TABLE if now < ACROSS_A_TABLE else 100)

    def _name_steps(self) -> None:
        document = self.editor.document
        for action, label, bare, named in (
            (self.undo_step, document.undo_label, _("Undo"), _("Undo: {label}")),
            (self.redo_step, document.redo_label, _("Redo"), _("Redo: {label}")),
        ):
            label = label if self.frame else ""  # noqa: PLW2901 - a locked window tells nothing
            short = label if len(label) <= _LONGEST_LABEL else f"{label[:_LONGEST_LABEL]}…"
            words = (named.format(label=short) if label else bare).replace("&", "&&")
            action.setText(words)
            action.setIconText(words)  # Qt's own for a button lacks the dots at the end
            action.setToolTip(named.format(label=label) if label else bare)
            action.setEnabled(bool(label))

    def _take_place(self) -> None:
        kept = QByteArray.fromHex(self.choices.settings.window.encode("ascii", "ignore"))
        if kept.isEmpty() or not self.restoreGeometry(kept):
            room = self.screen().availableSize()
            self.resize(min(1440, room.width() - theme.space(4)), min(900, room.height() - theme.space(8)))

    def _on_choices_changed(self, before: Settings, after: Settings) -> None:
        if looks_differ(before, after):
            self.undo_step.setIcon(icon("undo"))
            self.redo_step.setIcon(icon("redo"))
            if self.frame:
                self.frame.flush()
                self._build()

    def _on_agreed(self) -> None:
        self._agreed = True
        self.close()

    def _on_locked(self) -> None:
        self._agreed = True
        self.leave("locked")

    def _on_join(self) -> None:
        if self.autosave.file:
            self.join_requested.emit((self.autosave.file.path,))

    def _ask_where(self) -> KeepDialog:
        dialog = KeepDialog(self._files, self.editor.document, self.autosave.file, self)
        dialog.not_whole.connect(lambda name: self.news.tell("not whole", partial(not_whole, name)))
        dialog.open()
        return dialog

    def _keep_and_close(self) -> None:
        dialog = self._ask_where()
        dialog.kept.connect(self._on_kept)
        dialog.kept.connect(self.close)

    def _on_kept(self, file: OpenFile) -> None:
        self.choices.guest = False
        self.autosave.adopt(file)
        self.kept.emit(file)
        menus.fill(self.menuBar(), window_menus(self))
        self._name()
        self.keys.offer_sheet()

    def _on_copied(self, file: OpenFile) -> None:
        if self.autosave.file and is_same(file.path, self.autosave.file.path):
            self._on_kept(file)  # the first one is gone: there is nothing else to go on in
            return
        name = file.path.name
        file.close()
        listing.note(self.editor, "copy", name, _("Everything, with history, bin and files"))
        assert self.frame
        self.frame.strip.tell(
            _("There is a copy in “{name}” now. You go on working in the first one.").format(name=name)
        )
