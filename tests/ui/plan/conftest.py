"""The Plan page of the sample portfolio, shown."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from coachapp.domain.portfolio import Portfolio
from coachapp.packs import sample
from coachapp.ui.editor import Editor
from coachapp.ui.plan.page import PlanPage
from coachapp.ui.settings import Settings


@pytest.fixture
def opened(editor: Callable[[Portfolio], Editor]) -> Editor:
    return editor(sample.portfolio("en"))


@pytest.fixture
def page(qtbot: QtBot, opened: Editor) -> PlanPage:
    return shown(qtbot, opened)


def shown(qtbot: QtBot, opened: Editor) -> PlanPage:
    page = PlanPage(opened, Settings())
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    return page
