"""Making a portfolio: few gestures, honest words about the passphrase, nothing written over."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from coachapp import app
from coachapp.storage import file, keys
from coachapp.ui.choices import Choices
from coachapp.ui.look import Look
from coachapp.ui.new_portfolio import names
from coachapp.ui.new_portfolio.page import NewPortfolioPage
from coachapp.ui.start.window import StartWindow
from tests.ui.shell.conftest import PASSPHRASE
from tests.ui.shell.finding import button, given, shown, words


@pytest.fixture
def page(qtbot: QtBot, documents: Path) -> NewPortfolioPage:
    made = NewPortfolioPage(app.files())
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.setFocus()
    return made


def test_a_name_and_a_passphrase_are_enough(page: NewPortfolioPage, qtbot: QtBot, documents: Path) -> None:
    owner = page.owner
    assert owner
    QTest.keyClicks(owner.name, "S. de Vries")
    QTest.keyClick(owner.name, Qt.Key.Key_Return)
    QTest.keyClicks(page.lock.first.edit, PASSPHRASE)
    QTest.keyClick(page.lock.first.edit, Qt.Key.Key_Return)
    QTest.keyClicks(page.lock.second.edit, PASSPHRASE)
    with qtbot.waitSignal(page.made) as made:
        QTest.keyClick(page.lock.second.edit, Qt.Key.Key_Return)
    given(made).close()
    path = documents / "S. de Vries.coach"
    with closing(file.open_file(path, keys.unlock(path, PASSPHRASE))) as found:
        assert found.encrypted
        assert found.portfolio.owner == "S. de Vries"
        assert found.portfolio.language == "en"


def test_enter_walks_through_the_fields(page: NewPortfolioPage) -> None:
    assert page.owner
    assert page.owner.name.hasFocus()
    QTest.keyClick(page.owner.name, Qt.Key.Key_Return)
    assert page.lock.first.edit.hasFocus()
    QTest.keyClick(page.lock.first.edit, Qt.Key.Key_Return)
    assert page.lock.second.edit.hasFocus()


def test_sectors_and_language_are_kept(page: NewPortfolioPage, qtbot: QtBot) -> None:
    owner = page.owner
    assert owner
    QTest.keyClicks(owner.name, "Alias")
    for sector in ("po", "vo"):
        QTest.keyClick(owner.sectors[sector], Qt.Key.Key_Space)
    owner.language.setCurrentIndex(owner.language.findData("nl"))
    QTest.keyClick(page.lock.without, Qt.Key.Key_Space)
    with qtbot.waitSignal(page.made) as made:
        QTest.mouseClick(page.make, Qt.MouseButton.LeftButton)
    with closing(given(made)) as found:
        assert found.portfolio.sectors == ("po", "vo")
        assert found.portfolio.language == "nl"


def test_what_a_lost_passphrase_means_is_said_beforehand(page: NewPortfolioPage) -> None:
    assert "Without this passphrase nobody can open the portfolio" in words(page)


def test_without_a_passphrase_the_page_says_who_can_read_the_file(page: NewPortfolioPage) -> None:
    assert "Whoever gets hold of the file" not in words(page)
    QTest.keyClick(page.lock.without, Qt.Key.Key_Space)
    assert "Whoever gets hold of the file can read all of it" in words(page)
    assert not page.lock.first.isVisible()


def test_without_a_name_the_page_says_what_to_type(page: NewPortfolioPage, documents: Path) -> None:
    QTest.keyClick(page.lock.without, Qt.Key.Key_Space)
    QTest.mouseClick(page.make, Qt.MouseButton.LeftButton)
    assert "Type at least one letter" in words(page)
    assert page.owner
    assert page.owner.name.hasFocus()
    assert list(documents.iterdir()) == []


def test_of_two_faults_the_first_on_the_page_gets_the_focus(page: NewPortfolioPage) -> None:
    assert page.owner
    QTest.mouseClick(page.make, Qt.MouseButton.LeftButton)
    assert "Type at least one letter" in words(page)
    assert "The passphrase is empty" in words(page)
    assert page.owner.name.hasFocus()
    QTest.keyClicks(page.owner.name, "Alias")
    QTest.mouseClick(page.make, Qt.MouseButton.LeftButton)
    assert "Type at least one letter" not in words(page)
    assert page.lock.first.edit.hasFocus()


@pytest.mark.parametrize("percent", [100, 200])
def test_a_fault_leaves_every_sector_in_sight_and_scrolls_to_what_to_mend(
    percent: int, qtbot: QtBot, look: Look, choices: Choices, documents: Path
) -> None:
    look.wear(choices.settings._replace(text_percent=percent))
    window = StartWindow(app.files(), choices)
    qtbot.addWidget(window)
    window.resize(1024, 768)
    window.show_new()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page = shown(NewPortfolioPage)
    assert page.owner
    owner, area = page.owner, shown(QScrollArea)
    area.ensureWidgetVisible(page.make)
    QTest.mouseClick(page.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: area.viewport().rect().contains(_box(owner.name, area.viewport())))
    for box in owner.sectors.values():
        parent = box.parentWidget()
        assert parent
        assert parent.rect().contains(box.geometry())
        assert owner.rect().contains(_box(parent, owner))


def test_in_large_text_the_page_scrolls_to_what_is_wrong_with_the_passphrase(
    qtbot: QtBot, look: Look, choices: Choices, documents: Path
) -> None:
    look.wear(choices.settings._replace(text_percent=200))
    window = StartWindow(app.files(), choices)
    qtbot.addWidget(window)
    window.resize(800, 608)
    window.show_new()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page = shown(NewPortfolioPage)
    assert page.owner
    QTest.keyClicks(page.owner.name, "Mina")
    QTest.keyClick(page.lock.second.edit, Qt.Key.Key_Return)
    said = next(label for label in page.findChildren(QLabel) if "passphrase is empty" in label.text())
    sight = shown(QScrollArea).viewport()
    qtbot.waitUntil(lambda: sight.rect().contains(_box(said, sight)))
    assert sight.rect().contains(_box(page.lock.first.edit, sight))


def _box(widget: QWidget, within: QWidget) -> QRect:
    return QRect(widget.mapTo(within, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("", "", "passphrase is empty"),
        ("12345678", "12345678", "This passphrase is very easy to guess"),
        (PASSPHRASE, "other", "differ"),
    ],
)
def test_a_passphrase_that_will_not_do_is_explained_in_place(
    page: NewPortfolioPage, first: str, second: str, said: str
) -> None:
    assert page.owner
    QTest.keyClicks(page.owner.name, "Alias")
    QTest.keyClicks(page.lock.first.edit, first)
    QTest.keyClicks(page.lock.second.edit, second)
    QTest.mouseClick(page.make, Qt.MouseButton.LeftButton)
    assert said in words(page)
    assert page.make.isEnabled()


def test_the_strength_of_a_passphrase_is_told_in_words_while_it_is_typed(page: NewPortfolioPage) -> None:
    assert "not typed yet" in words(page)
    QTest.keyClicks(page.lock.first.edit, "12345678")
    assert "very easy to guess\nMany people choose this" in words(page)
    assert "Many people choose this" in page.lock.first.edit.accessibleDescription()
    page.lock.first.edit.clear()
    QTest.keyClicks(page.lock.first.edit, PASSPHRASE)
    assert "very strong" in words(page)


def test_an_institute_can_ask_for_a_strong_passphrase_and_forbid_none(
    rules: Callable[[str], Path], qtbot: QtBot, documents: Path
) -> None:
    rules("encryption_required = true\nminimum_strength = 4")
    page = NewPortfolioPage(app.files())
    qtbot.addWidget(page)
    page.show()
    assert page.owner
    assert not page.lock.without.isVisible()
    QTest.keyClicks(page.owner.name, "Alias")
    for field in (page.lock.first, page.lock.second):
        QTest.keyClicks(field.edit, "zomer2026")
    QTest.mouseClick(page.make, Qt.MouseButton.LeftButton)
    assert "at least “very strong” is asked" in words(page)
    assert list(documents.iterdir()) == []


def test_both_passphrases_are_shown_together(page: NewPortfolioPage) -> None:
    QTest.mouseClick(button("Show the passphrase", page.lock.first), Qt.MouseButton.LeftButton)
    assert (
        page.lock.first.edit.echoMode()
        == page.lock.second.edit.echoMode()
        == page.lock.first.edit.EchoMode.Normal
    )


def test_the_file_is_named_after_the_owner_and_never_takes_the_place_of_another(
    page: NewPortfolioPage, documents: Path
) -> None:
    (documents / "Alias.coach").touch()
    assert page.owner
    QTest.keyClicks(page.owner.name, "Alias")
    assert page.place.path == documents / "Alias 2.coach"


def test_a_chosen_place_stays(
    page: NewPortfolioPage, tmp_path: Path, choose_file: Callable[[Path], None]
) -> None:
    QTest.mouseClick(page.place.change, Qt.MouseButton.LeftButton)
    choose_file(tmp_path / "mine")
    assert page.owner
    QTest.keyClicks(page.owner.name, "Alias")
    assert page.place.path == tmp_path / "mine.coach"


def test_a_place_where_nothing_can_be_made_is_explained(
    page: NewPortfolioPage, qtbot: QtBot, tmp_path: Path
) -> None:
    assert page.owner
    QTest.keyClicks(page.owner.name, "Alias")
    QTest.keyClick(page.lock.without, Qt.Key.Key_Space)
    page.place.choose(tmp_path / "nowhere" / "mine.coach")
    QTest.mouseClick(page.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.notice.isVisible)
    assert "could not be made" in page.notice.words
    assert page.make.isEnabled()


@pytest.mark.parametrize(
    ("owner", "stem"),
    [
        ("S. de Vries", "S. de Vries"),
        ("a/b\\c:d*e", "a b c d e"),
        ("  ", "portfolio"),
        ("...", "portfolio"),
        ("CON", "portfolio"),
        ("مريم", "مريم"),
        ("x" * 300, "x" * 60),
    ],
)
def test_every_name_gives_a_file_name_that_all_systems_can_keep(owner: str, stem: str) -> None:
    assert names.stem(owner) == stem
