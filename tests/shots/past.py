"""Backups, history, bin, and what goes for good."""

import datetime as dt
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from coachapp.document import Document
from coachapp.domain import edits
from coachapp.domain.portfolio import Activity, Placement
from coachapp.domain.whereabouts import Erased, Left
from coachapp.i18n import gettext as _
from coachapp.storage import file, index, keys, statement
from coachapp.ui.backups.erasing import EraseDialog
from coachapp.ui.backups.going_back import GoBackDialog
from coachapp.ui.backups.reminding import Reminder
from coachapp.ui.backups.statement import StatementDialog
from coachapp.ui.backups.whereabouts import WhereaboutsDialog
from coachapp.ui.board.view import BoardView
from coachapp.ui.detail.life import LifePart
from coachapp.ui.detail.pane import DetailPane
from coachapp.ui.history.bin import BinDialog
from coachapp.ui.history.dialog import HistoryDialog
from coachapp.ui.window import PortfolioWindow
from tests.shots.stage import PASSPHRASE, Screen, Stage, dialog, keep, locked_window, over, wait


def backed_up(stage: Stage) -> PortfolioWindow:
    """A portfolio with backups of some days, in which something was changed since."""
    window = locked_window(stage)
    opened = window.autosave.file
    assert opened
    keep(opened)  # type: ignore[arg-type]
    index.note(stage.gone.parent.parent / "S. de Vries.coach", opened.portfolio.id)
    first, second, *_others = window.editor.portfolio.placements
    window.editor.apply("", edits.add(Activity("f" * 32, "MR-lid")))
    window.editor.apply("", edits.remove(Activity, [first.activity_id]))
    window.editor.apply("", edits.move([second.id], window.editor.portfolio.framework.board[-1]))
    window.editor.apply("", edits.describe(coach="J. Jansen", remind_on="2027-08"))
    return window


def going_back(stage: Stage) -> QWidget:
    window = backed_up(stage)
    window.backups.go_back()
    wait(500)
    return over(window, GoBackDialog)


def where(stage: Stage) -> QWidget:
    window = backed_up(stage)
    window.backups.tell_where()
    wait(300)
    return over(window, WhereaboutsDialog)


def erasing(stage: Stage) -> QWidget:
    window = backed_up(stage)
    window.backups.erase()
    wait(300)
    return over(window, EraseDialog)


def erased(stage: Stage) -> QWidget:
    folder = Path("/home/sdevries/Documenten")
    gone, left = folder / "S. de Vries.coach", Left(folder / "backups" / "2026-11-26T1405 day.coach", "…")
    words = statement.text("S. de Vries", [gone], [left], [folder / "Kopie.coach"], encrypted=True)
    return dialog(partial(StatementDialog, Erased((gone,), (left,), words)), stage)


def reminded(stage: Stage) -> QWidget:
    window = backed_up(stage)
    Reminder(window, 0, dt.date(2027, 9, 1))
    return window


def with_history(stage: Stage) -> PortfolioWindow:
    """A portfolio with steps on several days, under the names that the program gives them."""
    stage.renew()
    with closing(file.open_file(stage.locked, keys.unlock(stage.locked, PASSPHRASE))) as store:
        document = Document(store.portfolio)
        card, other = document.portfolio.placements[:2]
        work = next(a for a in document.portfolio.activities if a.id == card.activity_id)
        board = document.portfolio.framework.board
        for name, edit in (
            (_("Add “{title}”").format(title="Open dag"), edits.add(Activity("f" * 32, "Open dag"))),
            (_("Move “{title}”").format(title=work.title), edits.move([card.id], board[-1])),
            (_("Change “{title}”").format(title=work.title), edits.change(Placement, [card.id], energy="")),
            (_("Remove “{name}”").format(name="MR-lid"), edits.remove(Activity, [other.activity_id])),
        ):
            document.apply(name, edit)
        days = ("2025-09-01T10:00", "2026-03-03T14:05", "2026-06-12T14:07", "2026-11-20T09:12")
        steps = [made._replace(at=at) for made, at in zip(document.unsaved(), days, strict=True)]
        store.save(document.saved, document.portfolio, steps)
    return locked_window(stage, renew=False)


def history(stage: Stage) -> QWidget:
    window = with_history(stage)
    window.past.show_history()
    wait(900)
    return over(window, HistoryDialog)


def as_on(stage: Stage) -> QWidget:
    dialog = history(stage)
    assert isinstance(dialog, HistoryDialog)
    dialog.bar.turn_to("2026-03-02")
    wait(900)
    return dialog


def how_it_went(stage: Stage) -> QWidget:
    window = with_history(stage)
    view, pane = window.findChild(BoardView), window.findChild(DetailPane)
    assert view
    assert pane
    view.setCurrentIndex(view.model().index(24, 0))
    pane.show_cards([window.editor.portfolio.placements[0].id])
    wait()
    if part := window.findChild(LifePart):  # large text leaves no room for the pane
        part.open()
        wait(600)
        pane.ensureWidgetVisible(part)
    return window


def bin_(stage: Stage) -> QWidget:
    window = with_history(stage)
    window.past.show_bin()
    wait(900)
    return over(window, BinDialog)


SCREENS: Final[dict[str, Screen]] = {
    "go-back": going_back,
    "where": where,
    "erase": erasing,
    "erased": erased,
    "reminded": reminded,
    "history": history,
    "history-day": as_on,
    "board-card-life": how_it_went,
    "bin": bin_,
}
