"""A board on the screen, with a teacher's few activities on it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coachapp.document import Document
from coachapp.domain.portfolio import Activity, Placement, Portfolio
from coachapp.domain.values import Cell
from coachapp.ui.board.cards import Card, Place
from coachapp.ui.board.page import BoardPage
from coachapp.ui.editor import Editor
from coachapp.ui.settings import Settings
from tests import portfolios

GROUP = Cell("leren", "micro")
SCHOOL = Cell("ontwikkelen", "meso")
REGION = Cell("ontwikkelen", "macro")


def few() -> Portfolio:
    """Five activities: three on the board (one in two cells), one to place, one under own learning."""
    titles = ("Lesgeven biologie", "Leerlijn onderzoeken", "MR-lid", "Proefles", "Master Ecologie")
    activities = tuple(Activity(f"a{n}", title) for n, title in enumerate(titles))
    activities = (*activities[:4], replace(activities[4], aside="learning"))
    placements = (
        Placement("p0", "a0", GROUP, energy="gives", recognition=("colleagues",), part="lead"),
        Placement("p1", "a1", SCHOOL, status="leaving"),
        Placement("p2", "a2", Cell("organiseren", "meso"), status="done", since="2018", until="2024"),
        Placement("p3", "a1", Cell("collegas", "micro"), status="exploring"),
    )
    return replace(portfolios.empty(), activities=activities, placements=placements)


class OnScreen:
    """A shown board page, and where things are on it."""

    def __init__(self, page: BoardPage, editor: Editor) -> None:
        self.page, self.editor, self.view = page, editor, page.view
        self.said: list[str] = []

    @property
    def portfolio(self) -> Portfolio:
        return self.editor.portfolio

    def card(self, card_id: str) -> Card:
        return self.view.board.cards((card_id,))[0]

    def cell_of(self, card_id: str) -> Cell:
        return next(p.cell for p in self.portfolio.placements if p.id == card_id)

    def at_card(self, card_id: str) -> QPoint:
        """The middle of a card, in the viewport."""
        return self.view.scene.card_rect(self.card(card_id)).center().toPoint()

    def at_place(self, place: Place) -> QPoint:
        """The foot of a place, below its cards."""
        rect = self.view.scene.place_rect(place)
        return QPointF(rect.center().x(), rect.bottom() - 6).toPoint()

    def click(self, at: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, modifiers, at)

    def drag(
        self, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Through the window, as a mouse would."""
        window, viewport, left = (
            self.page.window().windowHandle(),
            self.view.viewport(),
            Qt.MouseButton.LeftButton,
        )
        start, end = (viewport.mapTo(self.page.window(), point) for point in (start, end))
        QTest.mousePress(window, left, modifiers, start)
        for step in range(1, 6):
            QTest.mouseMove(window, start + (end - start) * step / 5)
        QTest.mouseRelease(window, left, modifiers, end)

    def focus(self, key: Place) -> None:
        """Give the view the focus, with this card or place as the current one."""
        self.view.setFocus()
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.view.selectionModel().setCurrentIndex(self.view.board.at(key), flag)

    def press(self, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(self.view, key, modifiers)

    def undone(self) -> Portfolio:
        self.editor.undo()
        return self.portfolio


Show = Callable[..., OnScreen]


@pytest.fixture
def show(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Show:
    """Show a board: of the few activities, or of the given portfolio."""

    def shown(portfolio: Portfolio | None = None, *, read_only: bool = False, **settings: object) -> OnScreen:
        editor = Editor(Document(portfolio or few()), read_only=read_only, parent=QApplication.instance())
        page = BoardPage(editor, Settings(**{"reduced_motion": True, **settings}))  # type: ignore[arg-type]
        qtbot.addWidget(page)
        page.resize(1440, 860)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        page.view.setFocus()
        on_screen = OnScreen(page, editor)
        monkeypatch.setattr(
            "coachapp.ui.board.table.announce", lambda _widget, text: on_screen.said.append(text)
        )
        return on_screen

    return shown


@pytest.fixture
def board(show: Show) -> OnScreen:
    return show()
