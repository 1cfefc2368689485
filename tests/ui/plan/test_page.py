"""The Plan page: choose, write, and find the file."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coachapp.domain import edits
from coachapp.domain.portfolio import Portfolio
from coachapp.packs import sample
from coachapp.ui.editor import Editor
from coachapp.ui.inputs.choices import Combo
from coachapp.ui.inputs.text import LineInput
from coachapp.ui.plan.page import PlanPage
from coachapp.ui.settings import Settings
from tests import portfolios


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
    document = pypdfium2.PdfDocument(path)
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
    assert any("“next week” is not a date" in text for text in words(page))


def test_what_goes_in_is_told_before_it_is_written(qtbot: QtBot, page: PlanPage) -> None:
    assert "the board and the same as a table: 18 activities in 14 cells" in words(page)
    assert "Signatures" not in words(page)
    box = next(b for b in page.findChildren(QCheckBox) if b.text() == "Lines for signatures")
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert "Signatures" in words(page)


def test_what_is_empty_stays_out_without_a_reproach(
    qtbot: QtBot, editor: Callable[[Portfolio], Editor]
) -> None:
    opened = editor(portfolios.empty())
    page = shown(qtbot, opened)
    assert "nothing yet, so it stays out" in words(page)
    opened.apply("follow up", edits.describe(follow_up="2027-02"))
    assert "February 2027" in words(page)


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
