"""The pages of a portfolio, in the order of the side list. Each is made when it is first shown."""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtWidgets import QWidget

from coachapp.i18n import gettext as _
from coachapp.ui.activities.page import ActivitiesPage
from coachapp.ui.board.page import BoardPage
from coachapp.ui.conversation.page import ConversationsPage
from coachapp.ui.editor import Editor
from coachapp.ui.goals.page import GoalsPage
from coachapp.ui.journal.page import JournalPage
from coachapp.ui.plan.page import PlanPage
from coachapp.ui.settings import Settings


class Page(NamedTuple):
    """`name` is also the name of its sign; `to_look`: of use without a portfolio too."""

    name: str
    title: Callable[[], str]
    make: Callable[[Editor, Settings], QWidget]
    to_look: bool = False


def _over_the_years(editor: Editor, settings: Settings) -> QWidget:
    from coachapp.ui.years.page import OverTheYearsPage  # noqa: PLC0415 - not before it is shown

    return OverTheYearsPage(editor, settings)


def _shared(editor: Editor, settings: Settings) -> QWidget:
    """It is imported when it is turned to."""
    from coachapp.ui.shared.page import SharedPage  # noqa: PLC0415

    return SharedPage(editor, settings)


PAGES: Final = (
    Page("board", lambda: _("Board"), BoardPage, to_look=True),
    Page("activities", lambda: _("Activities"), ActivitiesPage),
    Page("conversations", lambda: _("Conversations"), ConversationsPage),
    Page("journal", lambda: _("Journal"), JournalPage),
    Page("goals", lambda: _("Goals"), GoalsPage),
    Page("plan", lambda: _("Plan"), PlanPage),
    Page("years", lambda: _("Over the years"), _over_the_years),
    Page("shared", lambda: _("What was shared"), _shared),
)
