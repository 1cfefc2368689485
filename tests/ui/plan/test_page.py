"""The Plan page: choose, write, and find the file."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFileDialog,
    QLabel,
    QPushButton,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from coachapp.domain import edits
from coachapp.domain.portfolio import Agreement, Portfolio
from coachapp.domain.remembered import chosen_for, remember
from coachapp.domain.values import new_id
from coachapp.errors import NotADate
from coachapp.ui.editor import Editor
from coachapp.ui.inputs.buttons import WordButton
from coachapp.ui.inputs.choices import Combo
from coachapp.ui.inputs.text import LineInput
from coachapp.ui.plan.options import Options
from coachapp.ui.plan.other_forms import forms
from coachapp.ui.plan.page import PlanPage
from coachapp.ui.settings import Settings
from tests import portfolios
from tests.report import reading
from tests.ui.plan.conftest import shown

LEFT = Qt.MouseButton.LeftButton


def words(page: QWidget) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def press(qtbot: QtBot, page: PlanPage, text: str) -> None:
    button = next(b for b in page.findChildren(QPushButton) if b.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def write(qtbot: QtBot, page: PlanPage, path: Path) -> None:
    page.write_to(path)
    qtbot.waitUntil(lambda: any("The plan is written" in text for text in words(page)), timeout=20_000)


def text_of(path: Path) -> str:
    document = reading.opened(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_the_plan_is_written_where_the_teacher_chooses(qtbot: QtBot, page: PlanPage, tmp_path: Path) -> None:
    press(qtbot, page, "Write the plan as PDF…")
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    suggested = Path(dialog.selectedFiles()[0]).name
    assert suggested.startswith("Development plan 2")
    dialog.close()
    dialog.fileSelected.emit(str(tmp_path / "mine.pdf"))
    qtbot.waitUntil(
        lambda: any("The plan is written: mine.pdf" in text for text in words(page)), timeout=20_000
    )
    assert "Research learning line" in text_of(tmp_path / "mine.pdf")


def test_its_language_and_its_day_are_chosen_apart_from_the_screen(
    qtbot: QtBot, page: PlanPage, tmp_path: Path
) -> None:
    language = next(c for c in page.findChildren(Combo) if c.accessibleName() == "Language of the plan")
    language.show_value("nl")
    day = next(c for c in page.findChildren(LineInput) if c.accessibleName() == "Date on the plan")
    day.selectAll()
    qtbot.keyClicks(day, "31-8-2027")
    write(qtbot, page, tmp_path / "plan.pdf")
    assert "31 augustus 2027" in text_of(tmp_path / "plan.pdf")


def test_a_date_that_is_not_a_day_is_said_so_in_place(qtbot: QtBot, page: PlanPage) -> None:
    day = next(c for c in page.findChildren(LineInput) if c.accessibleName() == "Date on the plan")
    day.selectAll()
    qtbot.keyClicks(day, "next week")
    day.commit()
    assert any("Not a date" in text for text in words(page))


def item(page: PlanPage, title: str) -> QTreeWidgetItem:
    flags = Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive
    return page.contents.findItems(title, flags)[0]


def preview_of(page: PlanPage) -> str:
    """What the pages that are shown say, once they are painted."""
    drawn = page.preview.drawn
    assert drawn
    with reading.opened(drawn.data) as document:
        return " ".join(one.get_textpage().get_text_range() for one in document)


def seen_on(qtbot: QtBot, page: PlanPage, title: str) -> None:
    qtbot.waitUntil(lambda: bool(page.preview.drawn) and title in preview_of(page), timeout=20_000)


def test_the_pages_shown_are_those_that_will_be_written(qtbot: QtBot, page: PlanPage, tmp_path: Path) -> None:
    seen_on(qtbot, page, "Research learning line")
    write(qtbot, page, tmp_path / "plan.pdf")
    assert page.preview.drawn
    assert page.preview.drawn.data == (tmp_path / "plan.pdf").read_bytes()
    assert not page.preview.picture.pixmap().isNull()


def test_what_is_not_ticked_is_neither_shown_nor_written(
    qtbot: QtBot, page: PlanPage, tmp_path: Path, opened: Editor
) -> None:
    goal = opened.portfolio.goals[0]
    seen_on(qtbot, page, "Goals")
    page.contents.setCurrentItem(item(page, goal.title))
    page.contents.setFocus()
    with qtbot.waitSignal(page.preview.painted, timeout=20_000):
        qtbot.keyClick(page.contents, Qt.Key.Key_Space)
    assert goal.id in page.contents.left_out
    write(qtbot, page, tmp_path / "plan.pdf")
    assert page.preview.drawn
    assert page.preview.drawn.data == (tmp_path / "plan.pdf").read_bytes()
    assert goal.title[:20] not in text_of(tmp_path / "plan.pdf")


def test_a_whole_part_goes_by_one_tick(page: PlanPage, opened: Editor) -> None:
    item(page, "Actions").setCheckState(0, Qt.CheckState.Unchecked)
    assert {"actions", "timeline"} <= page.contents.left_out
    open_ones = {action.id for action in opened.portfolio.actions if not action.status}
    assert open_ones <= page.contents.left_out  # so that they stay out when they are over


def test_each_reader_keeps_what_was_chosen_for_her(qtbot: QtBot, page: PlanPage) -> None:
    def reader(word: str) -> None:
        qtbot.mouseClick(next(b for b in page.findChildren(WordButton) if b.text() == word), LEFT)

    hours = next(b for b in page.findChildren(QCheckBox) if b.text() == "Hours")
    reader("Myself")
    assert hours.isChecked()
    reader("Team")
    assert not hours.isChecked()
    item(page, "Agreements").setCheckState(0, Qt.CheckState.Unchecked)
    out = page.contents.left_out
    reader("Coach")
    assert page.contents.left_out != out
    reader("Team")
    assert page.contents.left_out == out


@pytest.mark.parametrize(("word", "told"), [("Coach", "for M. Jansen"), ("Manager", "for the manager")])
def test_the_plan_says_for_whom_it_was_made(
    qtbot: QtBot, page: PlanPage, tmp_path: Path, word: str, told: str
) -> None:
    qtbot.mouseClick(next(b for b in page.findChildren(WordButton) if b.text() == word), LEFT)
    write(qtbot, page, tmp_path / "plan.pdf")
    assert f"This plan was made {told}" in text_of(tmp_path / "plan.pdf")


def test_a_warning_stands_beside_the_line_it_is_about(qtbot: QtBot, page: PlanPage, opened: Editor) -> None:
    opened.apply("", edits.add(Agreement(new_id(), "Call 06-12345678")))
    qtbot.waitUntil(lambda: "looks like a phone number: 06-12345678" in item(page, "Call 06").text(0))
    assert any("Look at the lines" in text for text in words(page))
    item(page, "Call 06").setCheckState(0, Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: "looks like" not in item(page, "Call 06").text(0))


def test_under_an_alias_what_is_left_of_ones_own_name_is_pointed_out(
    qtbot: QtBot, page: PlanPage, opened: Editor
) -> None:
    opened.apply("", edits.describe(owner="S. van der Noorden"))
    opened.apply("", edits.add(Agreement(new_id(), "Ask what Noorden thinks")))
    qtbot.waitUntil(lambda: bool(item(page, "Ask what")))
    assert "look out for" not in item(page, "Ask what").text(0)
    opened.apply("", remember(replace(chosen_for(opened.portfolio, "coach"), alias="Robin")))
    qtbot.waitUntil(lambda: "a name to look out for: Noorden" in item(page, "Ask what").text(0))


def test_what_is_asked_while_pages_can_not_be_made_is_shown_all_the_same(
    qtbot: QtBot, page: PlanPage
) -> None:
    def fail() -> bytes:
        raise NotADate(value="soon")

    seen_on(qtbot, page, "Goals")
    preview = page.preview
    assert preview.drawn
    data = preview.drawn.data
    preview.show_plan(fail)
    with qtbot.waitSignal(preview.painted, timeout=20_000):
        preview.show_plan(lambda: data)
    assert "Page 1" in preview.where.text()


def test_pages_are_turned_and_made_larger_by_keys(qtbot: QtBot, page: PlanPage) -> None:
    seen_on(qtbot, page, "Goals")
    area, preview = page.preview.area, page.preview
    with qtbot.waitSignal(preview.painted, timeout=20_000):
        qtbot.keyClick(area, Qt.Key.Key_PageDown)
    assert preview.where.text().startswith("Page 2 of")
    wide = preview.picture.width()
    with qtbot.waitSignal(preview.painted, timeout=20_000):
        qtbot.keyClick(area, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview.picture.width() > wide


def test_what_is_empty_stays_out_without_a_reproach(
    qtbot: QtBot, editor: Callable[[Portfolio], Editor]
) -> None:
    opened = editor(portfolios.empty())
    page = shown(qtbot, opened)
    assert item(page, "Goals").text(0) == "Goals: nothing yet, so it stays out"
    opened.apply("follow up", edits.describe(follow_up="2027-02"))
    assert item(page, "February 2027")


def test_a_folder_that_is_not_there_is_told_in_place(qtbot: QtBot, page: PlanPage, tmp_path: Path) -> None:
    page.write_to(tmp_path / "no such folder" / "plan.pdf")
    qtbot.waitUntil(lambda: any("no such folder" in text for text in words(page)), timeout=20_000)
    assert next(b for b in page.findChildren(QPushButton) if "PDF" in b.text()).isEnabled()


def test_characters_that_were_replaced_are_named(
    qtbot: QtBot, opened: Editor, page: PlanPage, tmp_path: Path
) -> None:
    opened.apply("question", edits.describe(question="生物?"))
    write(qtbot, page, tmp_path / "plan.pdf")
    assert any("物" in text and "can't be printed" in text for text in words(page))


def test_the_plan_and_its_folder_can_be_opened(
    qtbot: QtBot, page: PlanPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(QUrl(url).toLocalFile()))
    write(qtbot, page, tmp_path / "plan.pdf")
    press(qtbot, page, "Open")
    press(qtbot, page, "Show in folder")
    assert asked == [str(tmp_path / "plan.pdf"), str(tmp_path)]


def test_choices_come_back_after_the_page_is_made_anew(qtbot: QtBot, page: PlanPage, opened: Editor) -> None:
    next(b for b in page.findChildren(QCheckBox) if b.text() == "Hours").setChecked(True)
    fresh = shown(qtbot, opened)
    fresh.restore(page.state())
    assert fresh.state() == page.state()
    assert next(b for b in fresh.findChildren(QCheckBox) if b.text() == "Hours").isChecked()


def test_long_words_can_be_read_whole_and_the_pages_come_below_where_it_is_narrow(
    qtbot: QtBot, page: PlanPage
) -> None:
    line, short = item(page, "My question"), item(page, "Practice School")
    page.resize(60 * page.fontMetrics().averageCharWidth(), 700)
    rect = page.contents.visualItemRect
    qtbot.waitUntil(lambda: rect(line).height() > 1.5 * rect(short).height())
    tree, pages = page.contents, page.preview
    bottom = QPoint(0, tree.height())
    qtbot.waitUntil(lambda: pages.mapTo(page, QPoint()).y() > tree.mapTo(page, bottom).y())
    seen_on(qtbot, page, "Goals")
    shown_in = page.preview.area.viewport()
    qtbot.waitUntil(lambda: abs(page.preview.picture.width() - shown_in.width()) < 5, timeout=20_000)


def test_a_plan_is_listed_also_when_the_page_was_left_meanwhile(
    qtbot: QtBot, opened: Editor, tmp_path: Path
) -> None:
    page = PlanPage(opened, Settings())
    before = len(opened.portfolio.shared)
    page.write_to(tmp_path / "plan.pdf")
    page.other_forms.write_to(tmp_path / "plan.md", next(f for f in forms() if f.ending == ".md"))
    shiboken6.delete(page)
    qtbot.waitUntil(lambda: len(opened.portfolio.shared) == before + 2, timeout=20_000)
    assert {left.name for left in opened.portfolio.shared[before:]} == {"plan.pdf", "plan.md"}


def test_tab_walks_through_what_is_chosen_in_the_order_in_which_it_stands(
    qtbot: QtBot, page: PlanPage
) -> None:
    options: QWidget = page.findChild(Options)  # type: ignore[assignment]
    page.contents.setFocus()
    heights: list[int] = []
    for _ in range(9):
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
        heights.append(focused().mapTo(options, QPoint()).y())
    assert heights == sorted(heights)
    assert focused().accessibleName() == "Date on the plan"


def test_the_keyboard_is_at_the_button_again_when_the_plan_is_written(
    qtbot: QtBot, page: PlanPage, tmp_path: Path
) -> None:
    page.be_ready()
    write(qtbot, page, tmp_path / "plan.pdf")
    assert isinstance(button := focused(), QPushButton)
    assert button.text() == "Write the plan as PDF…"


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget
    return widget
