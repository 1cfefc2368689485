"""Preferences take effect at once and are remembered; a damaged file does no harm."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from coachapp import i18n, paths
from coachapp.ui import settings, theme
from coachapp.ui.choices import Choices
from coachapp.ui.preferences import PreferencesDialog
from coachapp.ui.program import Program
from coachapp.ui.settings import Settings
from tests.ui.shell.finding import button


@pytest.fixture
def dialog(qtbot: QtBot, choices: Choices, program: Program) -> Iterator[PreferencesDialog]:
    parent = QWidget()
    made = PreferencesDialog(choices, parent)
    made.open()
    made.activateWindow()
    yield made
    parent.deleteLater()
    made.close()


def pick(dialog: PreferencesDialog, name: str, value: object) -> None:
    """Choose by keyboard."""
    combo = dialog.findChild(QComboBox, name)
    assert combo
    combo.setFocus()
    steps = combo.findData(value) - combo.currentIndex()
    for _step in range(abs(steps)):
        QTest.keyClick(combo, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
        combo = dialog.findChild(QComboBox, name)
        assert combo


def test_the_theme_changes_at_once_and_is_remembered(dialog: PreferencesDialog) -> None:
    pick(dialog, "theme", "dark")
    assert theme.current().dark
    assert Choices().settings.theme == "dark"


def test_text_size_changes_the_words_and_the_spaces(dialog: PreferencesDialog) -> None:
    before, space = QApplication.font().pointSizeF(), theme.space()
    pick(dialog, "text_percent", 200)
    assert QApplication.font().pointSizeF() == pytest.approx(2 * before)
    assert theme.space() == pytest.approx(2 * space, abs=2)


def test_the_language_changes_everywhere_in_qt_s_own_dialogs_too(dialog: PreferencesDialog) -> None:
    pick(dialog, "language", "nl")
    assert i18n.language() == "nl"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Annuleren"


def test_ticks_are_remembered(dialog: PreferencesDialog) -> None:
    for name in ("reduced_motion", "show_hours"):
        box = dialog.findChild(QCheckBox, name)
        assert box
        QTest.keyClick(box, Qt.Key.Key_Space)
    again = Choices().settings
    assert (again.reduced_motion, again.show_hours) == (True, True)


def test_without_the_list_what_was_in_it_is_forgotten(dialog: PreferencesDialog, choices: Choices) -> None:
    choices.change(recent=("/home/somebody/Alias.coach",))
    box = dialog.findChild(QCheckBox, "remember_recent")
    assert box
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert Choices().settings.recent == ()


def test_the_list_can_be_cleared_here(dialog: PreferencesDialog, choices: Choices) -> None:
    choices.change(recent=("/home/somebody/Alias.coach",))
    QTest.mouseClick(button("Clear the list of recent portfolios", dialog), Qt.MouseButton.LeftButton)
    assert Choices().settings.recent == ()


def test_everything_remembered_is_read_back() -> None:
    given = Settings("nl", "dark", 150, True, True, False, ("/a/b,c.coach", "/ü/é.coach"), "00ff")
    settings.write(given)
    assert settings.read() == given
    if sys.platform != "win32":
        assert paths.data_dir().stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00\x01\x02",
        "[General]\ntheme=pink\ntext_percent=9999\nlanguage=xx\n",
        "[General\n=\n@Invalid()",
    ],
)
def test_a_damaged_file_of_settings_does_no_harm(data_dir: Path, text: str) -> None:
    data_dir.mkdir()
    (data_dir / "settings.ini").write_text(text, encoding="utf-8")
    read = settings.read()
    assert read.theme == ""
    assert read.language == ""
    assert 80 <= read.text_percent <= 200


def test_a_computer_that_remembers_nothing_still_works(choices: Choices, data_dir: Path) -> None:
    data_dir.write_text("a file where the folder should be")
    choices.change(theme="dark")
    assert choices.settings.theme == "dark"
