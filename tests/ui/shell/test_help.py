"""Help at the elbow: F1 opens the page about the screen; every page is there in both languages."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coachapp import i18n, paths
from coachapp.ui.help import contents
from coachapp.ui.help.dialog import HelpDialog
from coachapp.ui.look import Look
from coachapp.ui.program import Program
from coachapp.ui.start.opening import OpeningPage
from coachapp.ui.window import PortfolioWindow
from tests import portfolios
from tests.ui.shell.finding import shown

ROOT = Path(__file__).parents[3]
AVOIDED = ("kaart", "vak", "niveau", "moment", "delen")
KEY = re.compile(r"(Ctrl\+|Alt\+|F)\w+")


@pytest.fixture
def window(open_window: Callable[..., PortfolioWindow]) -> PortfolioWindow:
    return open_window(portfolios.many(3))


def opened(window: Any) -> HelpDialog:
    dialog = window.findChild(HelpDialog)
    assert dialog
    assert dialog.isVisible()
    return dialog


def texts(language: str) -> dict[str, str]:
    found = paths.resource("help", language).glob("*.md")
    return {path.stem: path.read_text("utf-8") for path in found}


def on_the_screen(language: str) -> set[str]:
    """Every text of the screen in this language, as it reads there."""
    with (ROOT / "translations" / "nl" / "LC_MESSAGES" / "coachapp.po").open("rb") as file:
        said = {str(one.id if language == "en" else one.string) for one in read_po(file) if one.id}
    return {text.replace("&", "").removesuffix(": {example}") for text in said}


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_language_has_every_page_and_no_other(language: str) -> None:
    assert set(texts(language)) == set(contents.NAMES)
    with i18n.speaking(language):
        assert all(page.title and page.title in page.text for page in contents.pages())


def test_pages_have_the_same_parts_in_every_language() -> None:
    for name, text in texts("en").items():
        shape = [re.sub(r"[^#|\-\d(].*", "", line) for line in text.splitlines()]
        assert shape == [re.sub(r"[^#|\-\d(].*", "", line) for line in texts("nl")[name].splitlines()], name


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_every_link_leads_to_a_page(language: str) -> None:
    for name, text in texts(language).items():
        for link in re.findall(r"\]\(([^)]*)\)", text):
            assert link.removesuffix(".md") in contents.NAMES, f"{name}: {link}"
        assert "<" not in text
        assert "http" not in text


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_what_help_calls_by_name_is_called_so_on_the_screen(language: str) -> None:
    known = on_the_screen(language)
    for name, text in texts(language).items():
        for words in re.findall(r"\*\*(.+?)\*\*", text):
            for part in words.split(" → "):
                assert part in known or KEY.fullmatch(part), f"{language}/{name}: {part}"


def test_dutch_help_keeps_to_the_words_of_the_glossary() -> None:
    for name, text in texts("nl").items():
        assert not re.search(rf"\b({'|'.join(AVOIDED)})\b", text.casefold()), name


def test_every_screen_has_a_page_about_it(window: PortfolioWindow) -> None:
    assert {contents.about(page.name) for page in window.pages if page.name != "board"} >= {
        "placing",
        "goals",
    }
    assert not [page.name for page in window.pages if contents.about(page.name) == contents.FIRST]


@pytest.mark.parametrize(
    ("page", "title"), [("board", "The board"), ("goals", "Goals"), ("plan", "The development plan")]
)
def test_f1_opens_the_page_about_the_screen(window: PortfolioWindow, page: str, title: str) -> None:
    window.turn_to(page)
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert opened(window).browser.toPlainText().startswith(title)


def test_f1_again_turns_the_open_help_to_the_other_screen(window: PortfolioWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F1)
    first = opened(window)
    window.turn_to("plan")
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert opened(window) is first
    assert first.name == "plan"


def test_f1_on_the_first_page_tells_the_first_steps(program: Program, qtbot: QtBot) -> None:
    program.begin()
    start = program.start
    assert start
    start.activateWindow()
    qtbot.waitUntil(start.isActiveWindow)
    QTest.keyClick(start, Qt.Key.Key_F1)
    assert opened(start).browser.toPlainText().startswith("First steps")


def test_f1_while_a_file_asks_its_passphrase_tells_what_to_do_without_it(
    program: Program, qtbot: QtBot, locked: Path
) -> None:
    program.begin(locked)
    start = program.start
    assert start
    qtbot.waitUntil(shown(OpeningPage).field.isVisible)
    start.activateWindow()
    qtbot.waitUntil(start.isActiveWindow)
    QTest.keyClick(start, Qt.Key.Key_F1)
    assert "I lost the passphrase" in opened(start).browser.toPlainText()
    assert opened(start).name == "trouble"


def test_a_word_is_found_in_any_page(window: PortfolioWindow) -> None:
    window.help()
    dialog = opened(window)
    dialog.finder.setFocus()
    QTest.keyClicks(dialog.finder, "recovery SHEET")
    left = [one.text() for one in dialog._items() if not one.isHidden()]
    assert left == ["Privacy", "When something goes wrong"]
    assert dialog.name == "privacy"
    assert dialog.browser.textCursor().selectedText().casefold() == "recovery sheet"
    QTest.keyClick(dialog.contents, Qt.Key.Key_Down)
    assert dialog.name == "trouble"


def test_a_link_is_followed_by_keyboard(window: PortfolioWindow) -> None:
    window.help()
    dialog = opened(window)
    QTest.keyClick(dialog.browser, Qt.Key.Key_Tab)
    QTest.keyClick(dialog.browser, Qt.Key.Key_Return)
    assert dialog.browser.toPlainText().startswith("Placing")
    assert dialog.contents.currentItem().text() == "Placing"


def test_help_that_is_open_follows_the_language(window: PortfolioWindow, qtbot: QtBot, look: Look) -> None:
    window.help()
    dialog = opened(window)
    window.choices.changed.connect(lambda _before, after: look.wear(after))  # as the program does
    window.choices.change(language="nl")
    qtbot.waitUntil(lambda: dialog.browser.toPlainText().startswith("Het bord"))
    assert dialog.windowTitle() == "Hulp"


def test_esc_closes_help_and_the_work_goes_on(window: PortfolioWindow) -> None:
    window.help()
    dialog = opened(window)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
