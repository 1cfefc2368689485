"""The import assistant: a look beforehand, every line to tick, one step to undo."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from coachapp.domain.portfolio import Portfolio
from coachapp.exchange import Role
from coachapp.ui.editor import Editor
from coachapp.ui.importing.dialog import ImportDialog
from coachapp.ui.importing.model import FIRST, REMARK
from tests import portfolios
from tests.ui.shell.finding import button

LISTS = Path(__file__).parents[2] / "data" / "lists"
OpenDialog = Callable[..., ImportDialog]


@pytest.fixture
def opened(editor: Callable[[Portfolio], Editor]) -> Editor:
    return editor(portfolios.empty())


@pytest.fixture
def assistant(qtbot: QtBot, opened: Editor) -> OpenDialog:
    """The assistant on the screen, done with reading."""

    def open_dialog(source: Path | str) -> ImportDialog:
        dialog = ImportDialog(opened, source)
        qtbot.addWidget(dialog)
        dialog.open()
        qtbot.waitUntil(lambda: dialog.table.isVisible() or dialog.notice.isVisible())
        return dialog

    return open_dialog


def titles(editor: Editor) -> list[str]:
    return [activity.title for activity in editor.portfolio.activities]


@pytest.mark.parametrize(
    ("name", "count", "one"),
    [
        ("jaartaak-vo-cp1252.csv", 12, "Begeleiding profielwerkstuk"),
        ("taken-mbo-hybride.csv", None, "BPV-begeleiding"),
        ("activities-po.tsv", None, "Reading coach for new colleagues"),
    ],
)
def test_the_sample_lists_come_in_as_one_step_that_can_be_undone(
    assistant: OpenDialog, opened: Editor, name: str, count: int | None, one: str
) -> None:
    dialog = assistant(LISTS / name)
    ticked = len(dialog.model.ticked)
    assert dialog.take.text().startswith(f"Take {ticked} of ")
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert len(titles(opened)) == ticked
    assert count in (None, ticked)
    assert opened.document.undo_label == f"Import {ticked} activities"
    assert one in " ".join(titles(opened)) or count is None
    opened.undo()
    assert titles(opened) == []


def row_of(dialog: ImportDialog, words: str) -> int:
    model = dialog.model
    return next(
        row
        for row in range(model.rowCount())
        if any(words in str(model.index(row, column).data() or "") for column in range(model.columnCount()))
    )


def remark(dialog: ImportDialog, row: int) -> str:
    return str(dialog.model.index(row, REMARK).data())


def test_lines_that_are_no_activities_are_not_ticked_and_say_why(assistant: OpenDialog) -> None:
    dialog = assistant(LISTS / "jaartaak-vo-cp1252.csv")
    total = row_of(dialog, "Totaal")
    assert remark(dialog, total) == "A total"
    assert not dialog.model.is_ticked(total)


def test_a_line_can_be_left_out_by_mouse(assistant: OpenDialog, opened: Editor) -> None:
    dialog = assistant("Excursie Texel\nOpen dag\nMentoraat")
    index = dialog.model.index(1, 0)
    option = QStyleOptionViewItem()
    option.initFrom(dialog.table)
    option.rect = dialog.table.visualRect(index)
    option.features = QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    box: QRect = dialog.table.style().subElementRect(
        QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, dialog.table
    )
    QTest.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert dialog.take.text() == "Take 2 of 3 lines"
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert titles(opened) == ["Excursie Texel", "Mentoraat"]


def test_lines_can_be_left_out_by_keyboard_several_at_a_time(assistant: OpenDialog, opened: Editor) -> None:
    dialog = assistant("Excursie Texel\nOpen dag\nMentoraat")
    QTest.keyClick(dialog.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.take.text() == "Take 1 of 3 lines"
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.take.text() == "Take 3 of 3 lines"


def test_nothing_to_take_is_nothing_to_press(assistant: OpenDialog) -> None:
    dialog = assistant("Excursie Texel")
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert not dialog.take.isEnabled()


def test_what_is_in_the_portfolio_already_is_not_ticked_but_can_be(
    assistant: OpenDialog, opened: Editor
) -> None:
    QTest.mouseClick(assistant("Excursie Texel\nOpen dag").take, Qt.MouseButton.LeftButton)
    dialog = assistant("Excursie Texel\nMentoraat")
    assert remark(dialog, 0) == "Already in the portfolio"
    dialog.table.selectRow(0)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert titles(opened).count("Excursie Texel") == 2


def choose(combo: QComboBox, data: object) -> None:
    combo.setFocus()
    steps = combo.findData(data) - combo.currentIndex()
    for _step in range(abs(steps)):
        QTest.keyClick(combo, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)


def test_a_column_can_be_taken_for_something_else(
    assistant: OpenDialog, opened: Editor, qtbot: QtBot
) -> None:
    dialog = assistant(LISTS / "jaartaak-vo-cp1252.csv")
    assert dialog.model.headerData(FIRST, Qt.Orientation.Horizontal) == "Taak"
    hours = dialog.table.head.combos[3]
    assert hours.currentText() == "Hours per year"
    choose(hours, Role.LEFT_OUT)
    qtbot.waitUntil(dialog.take.isEnabled)
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert all(activity.hours is None for activity in opened.portfolio.activities)


def test_ticks_stay_when_a_column_changes(assistant: OpenDialog, qtbot: QtBot) -> None:
    dialog = assistant("Taak;Uren\nExcursie Texel;12\nOpen dag;8\n")
    before = dialog.take.text()
    dialog.table.selectRow(row_of(dialog, "Open dag"))
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    after = dialog.take.text()
    assert after != before
    choose(dialog.table.head.combos[-1], Role.EXTRA)
    qtbot.waitUntil(dialog.take.isEnabled)
    assert dialog.take.text() == after


def test_the_school_year_is_asked_when_months_need_one(
    assistant: OpenDialog, opened: Editor, qtbot: QtBot
) -> None:
    dialog = assistant("Taak;Periode\nExcursie Texel;mei\nOpen dag;jan\n")
    assert dialog.questions.years.isVisible()
    choose(dialog.questions.years, dialog.questions.years.itemData(2))
    qtbot.waitUntil(dialog.take.isEnabled)
    year = dialog.questions.year
    assert year
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert opened.portfolio.activities[0].since == f"{year + 1}-05"


def test_a_list_that_names_its_year_asks_nothing(assistant: OpenDialog) -> None:
    assert not assistant(LISTS / "jaartaak-vo-cp1252.csv").questions.isVisible()


def test_a_file_that_is_no_list_is_explained_and_changes_nothing(
    assistant: OpenDialog, opened: Editor, tmp_path: Path
) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"%PDF-1.7")
    dialog = assistant(path)
    assert "A list can't be read from a .pdf file" in dialog.notice.words
    assert not dialog.take.isVisible()
    assert titles(opened) == []


def test_another_list_can_be_chosen_after_that(
    assistant: OpenDialog, qtbot: QtBot, tmp_path: Path, choose_file: Callable[[Path], None]
) -> None:
    dialog = assistant(tmp_path / "gone.csv")
    QTest.mouseClick(button("Choose another list…", dialog), Qt.MouseButton.LeftButton)
    choose_file(LISTS / "activities-po.tsv")
    qtbot.waitUntil(dialog.table.isVisible)
    assert dialog.model.ticked
