"""Exporting everything from the window."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from coachapp import paths
from coachapp.domain import edits
from coachapp.domain.portfolio import Activity, Evidence
from coachapp.domain.values import new_id
from coachapp.exchange import archive_reading
from coachapp.storage import evidence, file
from coachapp.ui.exporting.dialog import ExportDialog
from coachapp.ui.window import PortfolioWindow
from tests.ui.shell.finding import button, shown, words


@pytest.fixture
def window(open_window: Callable[..., PortfolioWindow], plain: Path, tmp_path: Path) -> PortfolioWindow:
    store = file.open_file(plain, None)
    report = tmp_path / "verslag.pdf"
    report.write_bytes(b"%PDF " * 100_000)
    taken = evidence.take_in(store, report)
    window = open_window(store.portfolio, store)
    added = Evidence(new_id(), report.name, taken.digest, taken.size)
    assert window.editor.apply("Add", edits.add(added))
    return window


def asked(window: PortfolioWindow) -> ExportDialog:
    files = window.menuBar().actions()[0].menu()
    action = next(a for a in files.actions() if a.text() == "Export everything…")  # type: ignore[attr-defined]
    action.trigger()
    return shown(ExportDialog)


def export(dialog: ExportDialog, place: Path) -> None:
    """Press the button and choose the place."""
    QTest.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    chooser = shown(QFileDialog)
    chooser.fileSelected.emit(str(place))
    chooser.close()


def test_everything_is_written_with_what_was_typed_last(
    window: PortfolioWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = asked(window)
    assert "not encrypted" in words(dialog)
    assert window.editor.apply("Add", edits.add(Activity(new_id(), "Just now")))
    export(dialog, tmp_path / "all")
    qtbot.waitUntil(lambda: "Made “all.zip”" in words(dialog))
    assert button("Show in folder", dialog).isEnabled()
    with archive_reading.opened(tmp_path / "all.zip") as found:
        assert "Just now" in [one.title for one in found.copy.portfolio.activities]
        assert [len(b"".join(pieces)) for pieces in found.contents()] == [500_000]
    QTest.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.findChildren(ExportDialog))


def test_a_damaged_file_is_named_and_all_else_is_written(
    window: PortfolioWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    store = window.autosave.file
    assert isinstance(store, file.PortfolioFile)
    qtbot.waitUntil(lambda: window.autosave.is_saved)
    store.put(lambda connection: connection.exec_driver_sql("UPDATE chunks SET data = x'00'"))
    dialog = asked(window)
    export(dialog, tmp_path / "all.zip")
    qtbot.waitUntil(lambda: "Made “all.zip”" in words(dialog))
    assert "Not in it, as the content is damaged or was never here: “verslag.pdf”" in words(dialog)
    with archive_reading.opened(tmp_path / "all.zip") as found:
        assert [one.name for one in found.copy.portfolio.evidence] == ["verslag.pdf"]
        assert list(found.contents()) == []
    dialog.reject()


@pytest.mark.parametrize(
    ("wanted", "begins"),
    [
        (("Form: Spreadsheet (.xlsx)", "Table: Actions"), b"PK"),
        (("Form: Plain table (.csv)", "Table: Activities"), b"\xef\xbb\xbfActiviteit;"),
        (("Form: Text to read (.md)",), b"# "),
    ],
)
def test_the_other_forms_are_written_too(
    window: PortfolioWindow, qtbot: QtBot, tmp_path: Path, wanted: tuple[str, ...], begins: bytes
) -> None:
    dialog = asked(window)
    for name in wanted:
        QTest.mouseClick(button(name, dialog), Qt.MouseButton.LeftButton)
    export(dialog, tmp_path / "out")
    qtbot.waitUntil(lambda: "Made “out." in words(dialog))
    (made,) = tmp_path.glob("out.*")
    assert made.read_bytes().startswith(begins)
    dialog.reject()


def test_it_can_be_stopped_and_then_nothing_is_there(
    window: PortfolioWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = asked(window)
    dialog.chosen.connect(lambda *_all: dialog.reject(), Qt.ConnectionType.DirectConnection)
    export(dialog, tmp_path / "all.zip")
    qtbot.waitUntil(lambda: "Nothing was written" in words(dialog))
    assert not list(tmp_path.glob("*.zip"))
    dialog.reject()


def test_what_goes_wrong_is_said_in_place(window: PortfolioWindow, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "all.zip").write_bytes(b"my thesis")
    dialog = asked(window)
    export(dialog, tmp_path / "all.zip")
    qtbot.waitUntil(lambda: "nothing was written" in words(dialog))
    assert (tmp_path / "all.zip").read_bytes() == b"my thesis"
    dialog.reject()


def test_an_institute_can_forbid_it(
    window: PortfolioWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    rules = tmp_path / "policy.toml"
    rules.write_text("exports_allowed = false\n")
    monkeypatch.setattr(paths, "system_policy", lambda: rules)
    files = window.menuBar().actions()[0].menu()
    next(a for a in files.actions() if a.text() == "Export everything…").trigger()  # type: ignore[attr-defined]
    assert window.frame
    assert "don't allow exports" in window.frame.news.words
