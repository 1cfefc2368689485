"""What a window offers for a table without a computer: cards to cut, the board, and the way back."""

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.i18n import language
from coachapp.ui import asking, paper
from coachapp.ui.menus import Entry
from coachapp.ui.papers.places import ways
from coachapp.ui.tasks import Task

if TYPE_CHECKING:
    from coachapp.ui.window import PortfolioWindow

_NEWS = "table papers"


class TablePapers(QObject):
    def __init__(self, window: "PortfolioWindow") -> None:
        super().__init__(window)
        self._window = window

    def entries(self) -> tuple[Entry, ...]:
        laying = Entry(_("Lay what lies on the table…"), self.ask)
        return (
            Entry(_("Cards to cut (PDF)…"), partial(self._ask_where, "cards")),
            Entry(_("Board to lay cards on…"), partial(self._ask_where, "board")),
            *(() if self._window.editor.read_only else (laying,)),
        )

    def ask(self) -> None:
        """Ask which numbers lie where."""
        from coachapp.ui.laying.dialog import FromTableDialog  # noqa: PLC0415 - hardly ever needed

        if self._window.frame:
            self._window.frame.flush()
        FromTableDialog(self._window.editor, self._window).open()

    def write_to(self, path: Path, what: str) -> None:
        """Write the "cards" or the empty "board", beside the window."""
        from coachapp.domain.for_reader import Choice  # noqa: PLC0415
        from coachapp.report import deck, poster  # noqa: PLC0415

        write = deck.write if what == "cards" else poster.write_empty
        task = Task(
            partial(
                write,
                self._window.editor.portfolio,
                path,
                language=language(),
                date=dt.date.today(),  # noqa: DTZ011 - the day on the person's own calendar
                choice=Choice(),
                size=paper.size(self._window.choices.settings),
            )
        )
        task.done.connect(lambda _nothing: self._on_done(path, what))
        task.failed.connect(self._on_failed)
        task.start()

    def _ask_where(self, what: str) -> None:
        name = _("Cards to cut") if what == "cards" else _("Board to lay cards on")
        kinds = _("PDF documents (*.pdf)")
        suggested = asking.documents() / f"{name}.pdf"
        asking.paper_to_write(self._window, suggested, kinds, lambda path: self.write_to(path, what))

    def _on_done(self, path: Path, what: str) -> None:
        from coachapp.ui.shared import listing  # noqa: PLC0415

        if what == "cards":  # nothing of the portfolio is on an empty board
            listing.note(self._window.editor, "cards", path.name, _("The titles of all activities"))
        if not isValid(self):  # the window is gone
            return
        self._window.news.drop(_NEWS)
        large = paper.size(self._window.choices.settings).large_name
        self._window.news.tell(_NEWS, partial(_written, path.name, what, large), partial(ways, path))

    def _on_failed(self, error: CoachError) -> None:
        self._window.news.drop(_NEWS)
        self._window.news.tell(_NEWS, error.text)


def _written(name: str, what: str, large: str) -> str:
    if what == "cards":
        words = _(
            "The cards are in “{name}”. Cut them, lay them on a board on paper, and type the numbers back."
        )
    else:
        words = _("The board is in “{name}”, on one sheet of {paper}.")
    return words.format(name=name, paper=large)
