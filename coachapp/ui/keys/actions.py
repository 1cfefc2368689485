"""What the portfolio window can do about passphrase and sheet, and when it offers that."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coachapp.i18n import gettext as _
from coachapp.ui.files import Files
from coachapp.ui.keys.change import ChangeDialog
from coachapp.ui.keys.sheet import SheetWriter
from coachapp.ui.menus import Entry
from coachapp.ui.notice import Way
from coachapp.ui.open_file import OpenFile

if TYPE_CHECKING:
    from coachapp.ui.window import PortfolioWindow


class KeyActions(QObject):
    """Its messages stand above the page until they are answered or closed; they never stop anyone."""

    def __init__(self, window: "PortfolioWindow", files: Files) -> None:
        super().__init__(window)
        self._window, self._files = window, files
        self._writer = SheetWriter(files, self)
        self._writer.told.connect(partial(self._tell, "written"))

    def entries(self) -> tuple[Entry | None, ...]:
        """The lines in the menu of a file that is locked."""
        file = self._locked_file
        if not file:
            return ()
        sheet = Entry(_("Recovery sheet…"), self.write_sheet)
        change = Entry(_("Change the passphrase…"), self.change)
        return (None, sheet) if file.read_only else (None, sheet, change)

    def write_sheet(self) -> None:
        if file := self._locked_file:
            self._writer.ask(file, self._window)

    def change(self, *, proven: bool = False) -> None:
        file = self._locked_file
        if file and not file.read_only:
            dialog = ChangeDialog(self._files, file, self._window, proven=proven)
            dialog.changed.connect(self._on_changed)
            dialog.open()

    def offer_sheet(self) -> None:
        """After a new portfolio has been made."""
        if self._locked_file:
            self._tell("sheet", _why_a_sheet, lambda: [(_("Recovery sheet…"), self.write_sheet)])

    def offer_change(self) -> None:
        """After it was opened by its sheet."""
        file = self._locked_file
        if file and not file.read_only:
            way = partial(self.change, proven=True)
            self._tell("by-sheet", _opened_by_sheet, lambda: [(_("New passphrase…"), way)])

    @property
    def _locked_file(self) -> OpenFile | None:
        file = self._window.autosave.file
        return file if file and file.encrypted else None

    def _on_changed(self, backups: tuple[Path, ...]) -> None:
        for offer in ("sheet", "by-sheet", "written"):
            self._window.news.drop(offer)
        ways = lambda: [(_("New recovery sheet…"), self.write_sheet)]  # noqa: E731 - looked up when shown
        self._tell("changed", partial(_changed, backups), ways)

    def _tell(self, key: str, words: Callable[[], str], ways: Callable[[], Sequence[Way]]) -> None:
        """In the place of what was told of this before."""
        self._window.news.drop(key)
        self._window.news.tell(key, words, ways)


def _why_a_sheet() -> str:
    return _(
        "If you lose the passphrase, a printed recovery sheet opens your portfolio. Without it nothing does."
    )


def _opened_by_sheet() -> str:
    return _("You opened this portfolio with its recovery sheet. Choose a new passphrase now.")


def _changed(backups: tuple[Path, ...]) -> str:
    words = _("The passphrase has been changed. An older recovery sheet no longer opens this portfolio.")
    if backups:
        still = _("These backups still need the old passphrase: {names}.")
        words = f"{words} {still.format(names=', '.join(path.name for path in backups))}"
    return words
