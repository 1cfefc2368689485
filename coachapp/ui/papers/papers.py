"""The papers that a window offers in its menus."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.i18n import language
from coachapp.ui import asking, paper
from coachapp.ui.laying.table_papers import TablePapers
from coachapp.ui.menus import Entry
from coachapp.ui.papers.places import ways
from coachapp.ui.preparing import ways as preparing_ways
from coachapp.ui.tasks import Task

if TYPE_CHECKING:
    from coachapp.ui.window import PortfolioWindow


class Papers(QObject):
    def __init__(self, window: "PortfolioWindow") -> None:
        super().__init__(window)
        self._window = window
        self.table = TablePapers(window)

    def entries(self) -> tuple[Entry | None, ...]:
        sheet = Entry(_("Preparation sheet…"), self.make_sheet)
        prepare = () if self._window.editor.read_only else (Entry(_("Prepare…"), self.prepare),)
        return (*prepare, sheet, *self.table.entries())

    def guide_entry(self) -> Entry:
        return Entry(_("Guide for the coach (PDF)…"), self._ask_for_guide)

    def prepare(self) -> None:
        preparing_ways.prepare(self._window.editor, self._window)

    def make_sheet(self) -> None:
        preparing_ways.sheet(self._window.editor, self._window)

    def write_guide(self, path: Path) -> None:
        from coachapp.report import coach_guide  # noqa: PLC0415 - hardly ever needed

        framework = self._window.editor.portfolio.framework
        task = Task(
            partial(
                coach_guide.write,
                framework,
                path,
                language=language(),
                size=paper.size(self._window.choices.settings),
            ),
            self,
        )
        task.done.connect(partial(self._on_guide, path))
        task.failed.connect(self._on_failed)
        task.start()

    def _ask_for_guide(self) -> None:
        place = asking.documents() / (_("Guide for the coach") + ".pdf")
        asking.paper_to_write(self._window, place, _("PDF documents (*.pdf)"), self.write_guide)

    def _on_guide(self, path: Path, _nothing: object) -> None:
        news = self._window.news
        news.drop("guide")
        news.tell("guide", partial(_written, path.name), partial(ways, path))

    def _on_failed(self, error: CoachError) -> None:
        self._window.news.drop("guide")
        self._window.news.tell("guide", error.text)


def _written(name: str) -> str:
    return _("The guide is in “{name}”: one page to print.").format(name=name)
