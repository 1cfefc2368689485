"""What a screen reader meets on the board."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleEvent

from coachapp.domain import edits
from coachapp.domain.portfolio import Ambition
from coachapp.ui.board import spoken

from .conftest import GROUP, REGION, SCHOOL, OnScreen

_NAME = QAccessible.Text.Name


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[QAccessible.Event, int]]:
    """The events that assistive technology gets, as (kind, child)."""
    events: list[tuple[QAccessible.Event, int]] = []
    monkeypatch.setattr(spoken.QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        spoken.QAccessible,
        "updateAccessibility",
        lambda event: (
            events.append((event.type(), event.child())) if isinstance(event, QAccessibleEvent) else None
        ),
    )
    return events


def _child(board: OnScreen, key: object) -> object:
    tree = QAccessible.queryAccessibleInterface(board.view)
    return tree.child(board.view.board.row_of(key))  # type: ignore[arg-type]


def test_the_tree_has_every_place_and_card_by_name(board: OnScreen) -> None:
    tree = QAccessible.queryAccessibleInterface(board.view)
    names = [tree.child(n).text(_NAME) for n in range(tree.childCount())]
    assert tree.role() == QAccessible.Role.List
    assert names[0] == "To place, 1 activity"
    assert "Helping students learn, Group, 1 activity" in names
    assert "Helping students learn, One to one, empty" in names
    assert (
        "Lesgeven biologie, Helping students learn, Group, doing now, gives energy, "
        "recognised by colleagues, I lead this" in names
    )
    assert len(names) == board.view.board.rowCount()


def test_each_child_lies_where_it_is_painted(board: OnScreen) -> None:
    for key in ("p1", "a3", GROUP):
        child, index = _child(board, key), board.view.board.at(key)
        assert child.role() == QAccessible.Role.ListItem  # type: ignore[attr-defined]
        top_left = board.view.viewport().mapToGlobal(board.view.visualRect(index).topLeft())
        assert child.rect().topLeft() == top_left  # type: ignore[attr-defined]
    assert board.view.indexAt(board.at_card("p1")) == board.view.board.at("p1")
    assert not board.view.indexAt(QPoint(1, 1)).isValid()


def test_ambitions_are_in_the_names(board: OnScreen) -> None:
    wishes = (
        Ambition("w1", activity_id="a1", origin=SCHOOL, target=REGION),
        Ambition("w2", activity_id="a0", origin=GROUP, target=GROUP),
        Ambition("w3", activity_id="a2"),
    )
    board.editor.apply("wish", edits.add(*wishes))
    model = board.view.board
    assert "ambition: to Developing education, Beyond the school" in model.name(model.row_of("p1"))
    assert "ambition: deepen it here" in model.name(model.row_of("p0"))
    assert "ambition: let it go" in model.name(model.row_of("p2"))
    assert "ambition: Leerlijn onderzoeken" in model.name(model.row_of(REGION))


def test_focus_and_selection_name_the_right_child(
    board: OnScreen, told: list[tuple[QAccessible.Event, int]]
) -> None:
    board.focus("p1")
    row = board.view.board.row_of("p1")
    assert (QAccessible.Event.Focus, row) in told
    assert (QAccessible.Event.SelectionAdd, row) in told
    told.clear()
    board.focus(GROUP)
    assert (QAccessible.Event.Focus, board.view.board.row_of(GROUP)) in told
    assert (QAccessible.Event.SelectionRemove, row) in told


def test_cards_left_out_by_finding_are_not_in_the_tree(board: OnScreen) -> None:
    board.page.toolbar.finder.setText("mr-lid")
    tree = QAccessible.queryAccessibleInterface(board.view)
    assert tree.childCount() == 3 + 16 + 1
    assert tree.child(19).text(_NAME).startswith("MR-lid, Organising education, School, did before")
