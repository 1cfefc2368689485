"""The menus of the portfolio window."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from coachapp.i18n import gettext as _
from coachapp.ui import asking
from coachapp.ui.menus import Choice, Entry, Menu
from coachapp.ui.settings import TEXT_PERCENTS

if TYPE_CHECKING:
    from coachapp.ui.window import PortfolioWindow

_Key = QKeySequence.StandardKey


def window_menus(window: "PortfolioWindow") -> tuple[Menu, ...]:
    return (
        (_("&File"), _file(window)),
        (_("&Edit"), (window.undo_step, window.redo_step)),
        (_("&View"), _view(window)),
        (_("&Help"), _help(window)),
    )


def _file(window: "PortfolioWindow") -> tuple[Entry | None, ...]:
    importing = Entry(
        _("Import a list…"), lambda: asking.list_to_import(window, window.import_list), "Ctrl+I"
    )
    copying = Entry(_("Save a copy…"), window.copy, _Key.SaveAs)
    keeping = Entry(_("Save as portfolio…"), window.keep, _Key.SaveAs)
    joining = Entry(_("Join a copy…"), window.joiner.ask)
    kept = (copying, joining) if window.autosave.file else (keeping,)
    return (
        Entry(_("New portfolio"), lambda: window.leave("new"), _Key.New),
        Entry(_("Open…"), lambda: window.leave("open"), _Key.Open),
        None,
        *(() if window.editor.read_only else (importing, *kept)),
        *window.papers.entries(),
        *window.exporter.entries(),
        *window.keys.entries(),
        *window.along.entries(),
        *window.backups.entries(),
        Entry(_("My coach book…"), window.book_requested.emit),
        None,
        Entry(_("Preferences…"), window.preferences_requested.emit, _Key.Preferences),
        None,
        Entry(_("Lock the portfolio"), window.lock.start, "Ctrl+L", window.lock.why_not),
        Entry(_("Close the portfolio"), lambda: window.leave("start"), _Key.Close),
        Entry(_("Quit"), lambda: window.leave(""), "Ctrl+Q"),
    )


def _view(window: "PortfolioWindow") -> tuple[Entry | Choice | None, ...]:
    chosen = window.choices.settings
    sizes = [(percent, _("{percent} %").format(percent=percent)) for percent in TEXT_PERCENTS]
    themes = [("", _("As the system")), ("light", _("Light")), ("dark", _("Dark"))]
    change = window.choices.change
    return (
        *(
            Entry(page.title(), lambda name=page.name: window.turn_to(name), f"Alt+{n}")
            for n, page in enumerate(window.pages, start=1)
        ),
        *window.past.entries(),
        None,
        Entry(_("Full screen"), window.toggle_full_screen, "F11"),
        None,
        Entry(_("Larger text"), lambda: change(text_percent=_next(window, 1))),
        Entry(_("Smaller text"), lambda: change(text_percent=_next(window, -1))),
        Entry(_("Usual text"), lambda: change(text_percent=100)),
        Choice(_("Text size"), sizes, chosen.text_percent, lambda size: change(text_percent=size)),
        Choice(_("Colours"), themes, chosen.theme, lambda theme: change(theme=theme)),
    )


def _help(window: "PortfolioWindow") -> tuple[Entry | QAction | None, ...]:
    window.help_action.setText(_("Help"))
    return (
        window.help_action,
        Entry(_("Tour"), window.tour),
        window.papers.guide_entry(),
        None,
        Entry(_("About CoachApp"), window.about_requested.emit),
    )


def _next(window: "PortfolioWindow", step: int) -> int:
    """The text size that follows the present one, or the last there is."""
    now = window.choices.settings.text_percent
    further = [size for size in TEXT_PERCENTS[::step] if (size - now) * step > 0]
    return further[0] if further else now
