"""The menus of the coach book's window."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from coachapp.i18n import gettext as _
from coachapp.ui.menus import Entry, Menu

if TYPE_CHECKING:
    from coachapp.ui.coachbook.window import CoachBookWindow

_Key = QKeySequence.StandardKey


def book_menus(window: "CoachBookWindow") -> tuple[Menu, ...]:
    return (
        (_("&File"), _file(window)),
        (_("&Edit"), (window.undo_step, window.redo_step)),
        (_("&View"), _view(window)),
        (_("&Help"), (Entry(_("Help"), lambda: _help(window), "F1"),)),
    )


def _file(window: "CoachBookWindow") -> tuple[Entry | None, ...]:
    add = Entry(_("New coachee"), lambda: window.add(""), _Key.New)
    return (
        *(() if window.editor.read_only else (add, None)),
        *(() if window.editor.read_only else (Entry(_("Change the passphrase…"), window.change_passphrase),)),
        Entry(_("Preferences…"), window.preferences_requested.emit, _Key.Preferences),
        None,
        Entry(_("Lock the coach book"), window.lock.start, "Ctrl+L"),
        Entry(_("Close the coach book"), lambda: window.leave("start"), _Key.Close),
        Entry(_("Quit"), lambda: window.leave(""), "Ctrl+Q"),
    )


def _view(window: "CoachBookWindow") -> tuple[Entry, ...]:
    frame = window.frame
    assert frame
    return (
        Entry(_("This week"), frame.show_week, "Alt+1"),
        Entry(_("My own questions"), frame.show_own, "Alt+2"),
        Entry(_("Find a coachee"), frame.finder.begin, _Key.Find),
    )


def _help(window: "CoachBookWindow") -> None:
    from coachapp.ui.help import contents, dialog  # noqa: PLC0415 - only who asks for it waits

    dialog.show(window, contents.about("coachbook"))
