"""The pages of a portfolio, in the order of the side list. Each is made when it is first shown."""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtWidgets import QWidget

from coachapp.i18n import gettext as _
from coachapp.ui.editor import Editor
from coachapp.ui.settings import Settings


class Page(NamedTuple):
    """`name` is also the name of its sign; `to_look`: of use without a portfolio too."""

    name: str
    title: Callable[[], str]
    make: Callable[[Editor, Settings], QWidget]
    to_look: bool = False


def _board(editor: Editor, settings: Settings) -> QWidget:
    from coachapp.ui.board.page import BoardPage  # noqa: PLC0415 - each page is imported when it is shown

    return BoardPage(editor, settings)


def _activities(editor: Editor, settings: Settings) -> QWidget:
    from coachapp.ui.activities.page import ActivitiesPage  # noqa: PLC0415

    return ActivitiesPage(editor, settings)


def _goals(editor: Editor, settings: Settings) -> QWidget:
    from coachapp.ui.goals.page import GoalsPage  # noqa: PLC0415

    return GoalsPage(editor, settings)


def _plan(editor: Editor, settings: Settings) -> QWidget:
    from coachapp.ui.plan.page import PlanPage  # noqa: PLC0415

    return PlanPage(editor, settings)


PAGES: Final = (
    Page("board", lambda: _("Board"), _board, to_look=True),
    Page("activities", lambda: _("Activities"), _activities),
    Page("goals", lambda: _("Goals"), _goals),
    Page("plan", lambda: _("Plan"), _plan),
)
