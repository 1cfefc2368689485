"""Choosing what goes in on the Plan page: kept in the portfolio for each reader, undone, read aloud."""

import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QCheckBox, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from coachapp.document import Document
from coachapp.domain import edits
from coachapp.domain.portfolio import Goal, Portfolio
from coachapp.domain.remembered import chosen_for
from coachapp.domain.values import new_id
from coachapp.packs import sample
from coachapp.storage import file as storage
from coachapp.ui.editor import Editor
from coachapp.ui.inputs.buttons import WordButton
from coachapp.ui.inputs.text import LineInput
from coachapp.ui.plan.other_forms import Form, forms
from coachapp.ui.plan.page import PlanPage
from tests.portfolios import empty
from tests.report import reading
from tests.ui.plan.conftest import shown

ON, OFF, PARTLY = Qt.CheckState.Checked, Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked
SPACE = Qt.Key.Key_Space


def line(page: PlanPage, title: str) -> QTreeWidgetItem:
    flags = Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchRecursive
    return page.contents.findItems(title, flags)[0]


def press(qtbot: QtBot, page: PlanPage, title: str) -> None:
    """Space on this line, and what comes of it."""
    page.contents.setCurrentItem(line(page, title))
    with qtbot.waitSignal(page.contents.changed):
        qtbot.keyClick(page.contents, SPACE)


def aim(opened: Editor) -> Goal:
    """The first that isn't over."""
    return next(goal for goal in opened.portfolio.goals if not goal.status)


def read_by(qtbot: QtBot, page: PlanPage, word: str) -> None:
    button = next(b for b in page.findChildren(WordButton) if b.text() == word)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def field(page: PlanPage, name: str) -> LineInput:
    return next(one for one in page.findChildren(LineInput) if one.accessibleName().startswith(name))


def box(page: PlanPage, word: str) -> QCheckBox:
    return next(one for one in page.findChildren(QCheckBox) if one.text() == word)


def test_ticks_are_kept_as_one_step_and_undo_puts_them_back(
    qtbot: QtBot, page: PlanPage, opened: Editor
) -> None:
    before, goal = opened.portfolio, aim(opened)
    press(qtbot, page, goal.title)
    press(qtbot, page, "Support")
    assert chosen_for(opened.portfolio, "coach").left_out >= {goal.id, "support"}
    assert opened.document.undo_label == "Choose what goes in for the coach"
    opened.undo()
    assert opened.portfolio == before
    assert (line(page, goal.title).checkState(0), line(page, "Support").checkState(0)) == (ON, ON)
    opened.redo()
    assert line(page, goal.title).checkState(0) == OFF
    assert line(page, "Goals").checkState(0) == PARTLY


def test_a_part_that_is_taken_out_whole_stays_out_when_something_is_added(
    qtbot: QtBot, page: PlanPage, opened: Editor
) -> None:
    press(qtbot, page, "Goals")
    opened.apply("", edits.add(Goal(new_id(), "A goal of later")))
    assert line(page, "A goal of later").checkState(0) == OFF
    assert line(page, "Goals").checkState(0) == OFF
    press(qtbot, page, "A goal of later")
    assert line(page, "Goals").checkState(0) == PARTLY
    opened.apply("", edits.change(Goal, [opened.portfolio.goals[-1].id], title="Said otherwise"))
    assert line(page, "Said otherwise").checkState(0) == ON


def test_what_is_chosen_survives_closing_and_opening_the_file(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "mine.coach"
    with closing(storage.create(path, sample.portfolio("en"), None)) as made:
        document = Document(made.portfolio)
        page = shown(qtbot, Editor(document))
        press(qtbot, page, "Actions")
        field(page, "Names").setText("Sanne Smit, Robin")
        field(page, "Names").setModified(True)
        field(page, "Names").commit()
        box(page, "Write these names as initials").click()
        made.save(document.saved, document.portfolio, document.unsaved())
    with closing(storage.open_file(path, None)) as again:
        page = shown(qtbot, Editor(Document(again.portfolio)))
        assert line(page, "Actions").checkState(0) == OFF
        assert field(page, "Names").text() == "Sanne Smit, Robin"
        assert box(page, "Write these names as initials").isChecked()


def test_an_alias_is_for_one_reader_and_names_are_for_all(qtbot: QtBot, page: PlanPage) -> None:
    for name, typed in (("My name in the plan", "Robin"), ("Names", "Sanne Smit")):
        field(page, name).setFocus()
        qtbot.keyClicks(field(page, name), typed)
        field(page, name).commit()
    read_by(qtbot, page, "Manager")
    assert (field(page, "My name").text(), field(page, "Names").text()) == ("", "Sanne Smit")
    read_by(qtbot, page, "Coach")
    assert field(page, "My name").text() == "Robin"


def test_choosing_another_reader_is_no_change(qtbot: QtBot, page: PlanPage, opened: Editor) -> None:
    for word in ("Myself", "Manager", "Team", "Coach"):
        read_by(qtbot, page, word)
    assert not opened.document.undo_label


def test_in_a_portfolio_to_look_at_only_it_is_kept_for_the_session(qtbot: QtBot) -> None:
    opened = Editor(Document(sample.portfolio("en")), read_only=True)
    told: list[str] = []
    opened.failed.connect(told.append)
    page = shown(qtbot, opened)
    press(qtbot, page, "Support")
    read_by(qtbot, page, "Team")
    read_by(qtbot, page, "Coach")
    assert line(page, "Support").checkState(0) == OFF
    fresh = shown(qtbot, opened)
    fresh.restore(page.state())
    assert line(fresh, "Support").checkState(0) == OFF
    assert opened.portfolio == sample.portfolio("en")
    assert told == []


def test_what_has_nothing_in_it_says_so_and_has_no_tick(
    qtbot: QtBot, editor: Callable[[Portfolio], Editor]
) -> None:
    page = shown(qtbot, editor(empty()))
    for title in ("Support", "Goals", "Evidence", "Looking back"):
        one = line(page, title)
        assert one.text(0).endswith(": nothing yet, so it stays out")
        assert one.data(0, Qt.ItemDataRole.CheckStateRole) is None


def test_the_tree_is_read_aloud_with_its_ticks_and_arrows_walk_through_it(
    qtbot: QtBot, page: PlanPage, opened: Editor
) -> None:
    press(qtbot, page, aim(opened).title)
    tree: Any = QAccessible.queryAccessibleInterface(page.contents)
    assert tree.text(QAccessible.Text.Name) == "What goes in"
    lines = [tree.child(at) for at in range(tree.childCount())]
    told = {one.text(QAccessible.Text.Name): one.state() for one in lines if one}
    assert not told[aim(opened).title].checked
    assert told[aim(opened).title].checkable
    assert told["Support"].checked
    assert "Goals: some of it" in told
    assert told["Agreements"].checked
    page.contents.setCurrentItem(line(page, "Goals"))
    qtbot.keyClick(page.contents, Qt.Key.Key_Down)
    assert page.contents.currentItem() is line(page, aim(opened).title)


@pytest.mark.parametrize("form", list(forms()), ids=lambda form: form.name)
def test_what_is_not_chosen_is_in_no_form(
    qtbot: QtBot, editor: Callable[[Portfolio], Editor], tmp_path: Path, form: Form
) -> None:
    start = sample.portfolio("en")
    titles = {a.id: f"Secretwork{n}" for n, a in enumerate(start.activities)}
    works = tuple(replace(a, title=titles[a.id]) for a in start.activities)
    page = shown(qtbot, editor(replace(start, activities=works)))
    press(qtbot, page, "Activities")
    path = tmp_path / f"plan{form.ending}"
    page.other_forms.write_to(path, form)
    qtbot.waitUntil(lambda: path.name in page.other_forms.written.words, timeout=20_000)
    assert "Secretwork" not in words_in(path)


def words_in(path: Path) -> str:
    if path.suffix == ".pdf":
        return reading.text(path)
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as document:
            return " ".join(document.read(name).decode("utf-8", "replace") for name in document.namelist())
    return path.read_text("utf-8")
