"""The pages of a portfolio, and what is asked over them."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from coachapp.domain import edits
from coachapp.domain.portfolio import Activity
from coachapp.i18n import gettext as _
from coachapp.ui import last_resort
from coachapp.ui.about import AboutDialog
from coachapp.ui.board.view import BoardView
from coachapp.ui.importing.dialog import ImportDialog
from coachapp.ui.keeping import KeepDialog
from coachapp.ui.last_resort import BugDialog
from coachapp.ui.plan.preview import Preview
from coachapp.ui.preferences import PreferencesDialog
from coachapp.ui.question import QuestionDialog
from tests import portfolios
from tests.shots.stage import Screen, Stage, dialog, over, wait

LISTS: Final = Path(__file__).parents[1] / "data" / "lists"


def page(name: str, stage: Stage) -> QWidget:
    return stage.window(name)


def empty(name: str, stage: Stage) -> QWidget:
    return stage.window(name, portfolios.empty("S. de Vries"))


def plan(stage: Stage, *, is_empty: bool = False) -> QWidget:
    """Once its pages are drawn."""
    window = empty("plan", stage) if is_empty else page("plan", stage)
    preview = window.findChild(Preview)
    assert preview
    while not preview.drawn:
        wait()
    return window


def changed(stage: Stage) -> QWidget:
    """A board with something to undo and something that couldn't be done."""
    window = stage.window("board")
    window.editor.apply(_("Add “{title}”").format(title="MR-lid"), edits.add(Activity("f" * 32, "MR-lid")))
    window.editor.apply("", edits.remove(Activity, ["nothing"]))
    return window


def detail(row: int, stage: Stage) -> QWidget:
    """The board with one thing chosen: the cells come first in its model, and then the cards."""
    window = stage.window("board")
    view = window.findChild(BoardView)
    assert view
    view.setCurrentIndex(view.model().index(row, 0))
    return window


def importing(source: Path | str, stage: Stage) -> QWidget:
    window = stage.window("board", portfolios.empty())
    window.import_list(source)
    return over(window, ImportDialog)


def keeping(stage: Stage) -> QWidget:
    window = stage.window("board")
    window.keep()
    return over(window, KeepDialog)


def leaving(stage: Stage) -> QWidget:
    window = changed(stage)
    window.close()
    return over(window, QuestionDialog)


def preferences(stage: Stage) -> QWidget:
    return dialog(partial(PreferencesDialog, stage.choices), stage)


def bug(stage: Stage) -> QWidget:
    return dialog(partial(BugDialog, last_resort.told(KeyError, None)), stage)


SCREENS: Final[dict[str, Screen]] = {
    "board": partial(page, "board"),
    "board-card": partial(detail, 24),
    "board-cell": partial(detail, 5),
    "board-changed": changed,
    "board-empty": partial(empty, "board"),
    "activities": partial(page, "activities"),
    "activities-empty": partial(empty, "activities"),
    "goals": partial(page, "goals"),
    "goals-empty": partial(empty, "goals"),
    "plan": plan,
    "plan-empty": partial(plan, is_empty=True),
    "years": partial(page, "years"),
    "years-empty": partial(empty, "years"),
    "import": partial(importing, LISTS / "jaartaak-vo-cp1252.csv"),
    "import-school-year": partial(importing, "Taak;Periode;Uren\nExcursie Texel;mei;12\nOpen dag;jan;8"),
    "import-no-list": partial(importing, Path("nothing.pdf")),
    "keep": keeping,
    "close-guest": leaving,
    "preferences": preferences,
    "about": partial(dialog, AboutDialog),
    "bug": bug,
}
