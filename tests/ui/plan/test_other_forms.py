"""Other forms of the plan: chosen from a menu on the Plan page, and listed as shared."""

from pathlib import Path
from typing import Any

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QLabel, QMenu
from pytestqt.qtbot import QtBot

from coachapp.ui.editor import Editor
from coachapp.ui.plan.asked_for import AskedForDialog
from coachapp.ui.plan.other_forms import forms
from coachapp.ui.plan.page import PlanPage
from tests.report.reading import pages


def choose(qtbot: QtBot, page: PlanPage, name: str, path: Path) -> None:
    qtbot.mouseClick(page.other_forms.button, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == name).trigger()
    menu.close()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).suffix == path.suffix
    dialog.close()
    dialog.fileSelected.emit(str(path))
    qtbot.waitUntil(lambda: path.name in page.other_forms.written.words, timeout=20_000)


def test_the_plan_is_written_as_a_word_document_with_what_is_chosen(
    qtbot: QtBot, page: PlanPage, opened: Editor, tmp_path: Path
) -> None:
    next(b for b in page.findChildren(QCheckBox) if b.text() == "Hours").setChecked(True)
    choose(qtbot, page, "The plan as a Word document", tmp_path / "mine.docx")
    document: Any = Document(str(tmp_path / "mine.docx"))
    assert any("Together on the board" in paragraph.text for paragraph in document.paragraphs)
    listed = opened.portfolio.shared[-1]
    assert (listed.kind, listed.name) == ("plan", "mine.docx")
    assert listed.content.startswith("The plan as a Word document, ")
    assert listed.content.endswith("Descriptions and “why here”, Hours")
    assert listed.reader == opened.portfolio.coach


@pytest.mark.parametrize("form", list(forms()), ids=lambda form: form.name)
def test_each_form_is_written_and_listed(
    qtbot: QtBot, page: PlanPage, opened: Editor, tmp_path: Path, form: Any
) -> None:
    name = f"mine{form.ending}"
    choose(qtbot, page, form.name, tmp_path / name)
    assert (tmp_path / name).stat().st_size > 500
    assert opened.portfolio.shared[-1].name == name


def test_only_what_was_written_last_is_told(qtbot: QtBot, page: PlanPage, tmp_path: Path) -> None:
    def said() -> bool:
        return any("The plan is written" in b.text() for b in page.findChildren(QLabel) if b.isVisible())

    page.write_to(tmp_path / "plan.pdf")
    qtbot.waitUntil(said, timeout=20_000)
    choose(qtbot, page, "A summary of one page", tmp_path / "summary.pdf")
    assert not said()
    assert page.other_forms.written.isVisible()
    page.write_to(tmp_path / "plan.pdf")
    qtbot.waitUntil(said, timeout=20_000)
    assert not page.other_forms.written.isVisible()


def test_a_folder_that_is_not_there_is_told_in_place(qtbot: QtBot, page: PlanPage, tmp_path: Path) -> None:
    page.other_forms.write_to(tmp_path / "no such folder" / "plan.docx", next(forms()))
    qtbot.waitUntil(lambda: "no such folder" in page.other_forms.problem.words, timeout=20_000)
    assert page.other_forms.button.isEnabled()


def test_the_card_has_what_is_ticked_and_nothing_else(
    qtbot: QtBot, page: PlanPage, opened: Editor, tmp_path: Path
) -> None:
    qtbot.mouseClick(page.other_forms.button, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "What I can be asked for…").trigger()
    menu.close()
    dialog = page.findChild(AskedForDialog)
    assert dialog
    assert not dialog.write.isEnabled()
    titles = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    dialog.list.setCurrentRow(0)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.told.text() == "1 activity is chosen."
    qtbot.mouseClick(dialog.write, Qt.MouseButton.LeftButton)
    where = page.findChild(QFileDialog)
    assert where
    where.close()
    where.fileSelected.emit(str(tmp_path / "card.pdf"))
    qtbot.waitUntil(lambda: "card.pdf" in page.other_forms.written.words, timeout=20_000)
    (told,) = pages(tmp_path / "card.pdf")
    assert [title for title in titles if title in told] == titles[:1]
    assert opened.portfolio.shared[-1].content == f"What I can be asked for, {titles[0]}"


def test_each_activity_to_tick_is_high_enough_to_hit(qtbot: QtBot, page: PlanPage, opened: Editor) -> None:
    dialog = AskedForDialog(opened.portfolio, page)
    dialog.open()
    rows = [dialog.list.visualItemRect(dialog.list.item(row)) for row in range(dialog.list.count())]
    assert min(row.height() for row in rows) >= 24
    dialog.reject()


def test_a_card_that_would_be_too_full_is_said_so(qtbot: QtBot, page: PlanPage, opened: Editor) -> None:
    dialog = AskedForDialog(opened.portfolio, page)
    dialog.open()
    for row in range(dialog.list.count()):
        dialog.list.item(row).setCheckState(Qt.CheckState.Checked)
    assert dialog.told.text() == "18 activities are chosen, but the card has room for 15."
    assert not dialog.write.isEnabled()
    dialog.reject()
