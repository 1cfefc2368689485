"""In a language that takes 40 % more room, at twice the text size, every text can still be read."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QDialog, QProgressBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from coachapp import cli, i18n
from coachapp.domain import edits
from coachapp.domain.portfolio import Activity
from coachapp.domain.values import Cell
from coachapp.domain.words import Words
from coachapp.packs import sample
from coachapp.storage import backups, file, index, keys
from coachapp.ui.activities.view import TableView
from coachapp.ui.blind.cover import CoverPage
from coachapp.ui.blind.dialog import ApartDialog
from coachapp.ui.blind.start import StartPage
from coachapp.ui.board import changes
from coachapp.ui.board.page import BoardPage
from coachapp.ui.conversation.explore import ExplorePart
from coachapp.ui.conversation.meaning import MeaningPart
from coachapp.ui.conversation.stage import Stage
from coachapp.ui.inputs.fold import Fold
from coachapp.ui.inputs.opening import Opening
from coachapp.ui.new_portfolio.page import NewPortfolioPage
from coachapp.ui.passphrase import PassphraseField
from coachapp.ui.program import Program
from coachapp.ui.start.opening import OpeningPage
from coachapp.ui.start.rescue import RescuePage
from coachapp.ui.start.rescued import RescuedPage
from coachapp.ui.start.restore import RestorePage
from coachapp.ui.start.ways import Secret
from coachapp.ui.window import PortfolioWindow
from tests.journeys import cut
from tests.journeys.conftest import Start
from tests.journeys.pseudo import Pseudo, stretched

LIST = Path(__file__).parents[1] / "data" / "lists" / "jaartaak-vo-cp1252.csv"
FILE = Path(__file__).parents[1] / "data" / "files" / "v1.coach"
PASSPHRASE = "vier losse woorden samen"
SIZES = [(1440, 900), (1024, 768)]


def opened(program: Program) -> PortfolioWindow:
    program.open_guest(sample.portfolio("nl"))
    window = program.window
    assert window
    for _once in range(2):
        edit = changes.add("Meedenken over de doorlopende leerlijn onderzoeken", "")
        window.editor.apply(edit.label, edit.edit)
    window.editor.undo()
    return window


def talking(window: PortfolioWindow, step: str) -> Stage:
    """The last conversation of the sample, in this step."""
    assert window.frame
    window.frame.open_talk(window.editor.portfolio.conversations[-1].id)
    assert window.frame.stage
    window.frame.stage.talk.go(step)
    window.showNormal()
    return window.frame.stage


def faults(window: QWidget, size: tuple[int, int]) -> str:
    """What is wrong in this window on a screen of this size, in lines."""
    window.resize(*size)
    for _turn in range(10):
        QApplication.processEvents()
    found = cut.faults(window)
    if window.width() > size[0] or window.height() > size[1]:
        found.append(f"the window is {window.width()} x {window.height()}, larger than the screen")
    return "\n".join(found)


@pytest.fixture
def program(start: Start, monkeypatch: pytest.MonkeyPatch) -> Program:
    said = Words.text
    monkeypatch.setattr(i18n, "_catalogue", lambda _language: Pseudo())
    monkeypatch.setattr(Words, "text", lambda words, language="": stretched(said(words, language)))
    return start(text_percent=200, reduced_motion=True, recent=("/home/teacher/Documents/S. de Vries.coach",))


@pytest.mark.parametrize(("text", "longer"), [("Open…", "Õpéñér…"), ("{count} activities", "{count} å")])
def test_the_other_language_is_longer_and_keeps_what_must_stay(text: str, longer: str) -> None:
    assert longer in stretched(text)


@pytest.mark.parametrize("size", SIZES, ids=["1440", "1024"])
@pytest.mark.parametrize("turn", ["start", "new", "new_unfilled", "open"])
def test_no_text_is_cut_off_before_a_portfolio_is_open(
    turn: str, size: tuple[int, int], program: Program, qtbot: QtBot
) -> None:
    window = program.start
    assert window
    if turn.startswith("new"):
        window.show_new()
    if turn == "open":
        window.open(FILE)
        qtbot.waitUntil(
            lambda: any(
                isinstance(w, PassphraseField) and w.isVisible() for w in window.findChildren(QWidget)
            )
        )
    if turn == "new_unfilled":
        for page in window.findChildren(NewPortfolioPage):
            page.make.click()
    assert not faults(window, size)


@pytest.fixture
def damaged(home: Path) -> Path:
    """A file that was opened here, and of which there is a backup."""
    path = home / "S. de Vries aan de Openbare Scholengemeenschap.coach"
    with closing(file.create(path, sample.portfolio("nl"), None)) as made:
        backups.make(made, "day")
        index.note(path, made.portfolio.id)
    whole = path.read_bytes()
    path.write_bytes(whole[: 7 * 4096] + bytes(8192) + whole[9 * 4096 :])
    return path


@pytest.mark.parametrize("size", SIZES, ids=["1440", "1024"])
@pytest.mark.parametrize("turn", ["told", "backup", "rescue", "rescued"])
def test_no_text_is_cut_off_when_a_portfolio_is_damaged(
    turn: str, size: tuple[int, int], program: Program, damaged: Path, qtbot: QtBot
) -> None:
    window = program.start
    assert window
    window.open(damaged)
    (page,) = window.findChildren(OpeningPage)
    qtbot.waitUntil(page.notice.isVisible)
    if turn == "backup":
        page.backup_requested.emit(backups.newest(index.at(damaged)), Secret())
    if turn.startswith("rescue"):
        page.rescue_requested.emit(Secret())
        (rescue,) = window.findChildren(RescuePage)
        qtbot.waitUntil(rescue.go.isEnabled)
        if turn == "rescued":
            rescue.place.choose(damaged.with_name("Gered.coach"))
            rescue.go.click()
            qtbot.waitUntil(lambda: any(page.isVisible() for page in window.findChildren(RescuedPage)))
    assert not faults(window, size)


@pytest.fixture
def export(home: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path, out = home / "S. de Vries.coach", home / "S. de Vries aan de Openbare Scholengemeenschap.zip"
    file.create(path, sample.portfolio("nl"), None).close()
    assert cli.main(["export", str(path), "-o", str(out)]) == 0
    return out


@pytest.mark.parametrize("size", SIZES, ids=["1440", "1024"])
@pytest.mark.parametrize("turn", ["told", "asked", "unfilled"])
def test_no_text_is_cut_off_when_an_export_becomes_a_portfolio(
    turn: str, size: tuple[int, int], export: Path, program: Program, qtbot: QtBot
) -> None:
    window = program.start
    assert window
    window.open(export)
    (page,) = window.findChildren(OpeningPage)
    qtbot.waitUntil(page.notice.isVisible)
    if turn != "told":
        page.restore_requested.emit()
        (restore,) = window.findChildren(RestorePage)
        if turn == "unfilled":
            restore.go.click()
    assert not faults(window, size)


@pytest.mark.parametrize("size", SIZES, ids=["1440", "1024"])
@pytest.mark.parametrize("page", ["board", "activities", "goals", "plan", "years"])
def test_no_text_is_cut_off_on_a_page(page: str, size: tuple[int, int], program: Program) -> None:
    window = opened(program)
    window.turn_to(page)
    assert not faults(window, size)


@pytest.mark.parametrize("size", SIZES, ids=["1440", "1024"])
@pytest.mark.parametrize("step", ["choose", "close", "follow-up"])
def test_no_text_is_cut_off_in_a_step_of_the_conversation(
    step: str, size: tuple[int, int], program: Program
) -> None:
    stage = talking(opened(program), step)
    part = stage.pane.part
    assert part
    for line in part.findChildren(Opening):
        line.open()
    faults(stage.window(), size)
    assert not "\n".join(cut.faults(part))


@pytest.mark.parametrize("size", SIZES, ids=["1440", "1024"])
@pytest.mark.parametrize("view", ["", "energy", "recognition", "hours", "part", "together", "competence"])
def test_no_text_is_cut_off_in_a_view_on_the_board(
    view: str, size: tuple[int, int], program: Program
) -> None:
    stage = talking(opened(program), "meaning")
    part = stage.pane.part
    assert isinstance(part, MeaningPart)
    part.look_at(view)
    stage.talk.board.choose([stage.talk.editor.portfolio.placements[0].id])
    faults(stage.window(), size)
    assert not "\n".join(cut.faults(part))


@pytest.mark.parametrize("size", SIZES, ids=["1440", "1024"])
@pytest.mark.parametrize("line", ["", "broaden-role", "deepen"])
def test_no_text_is_cut_off_while_exploring(line: str, size: tuple[int, int], program: Program) -> None:
    stage = talking(opened(program), "explore")
    part = stage.pane.part
    assert isinstance(part, ExplorePart)
    part.go_to(Cell("ontwikkelen", "meso"))
    part.what_if.lay("De leerlijn delen met het mbo")
    part.ways_on.choose(line)
    part.paths.choose(stage.talk.editor.portfolio.framework.paths_through(Cell("ontwikkelen", "meso"))[0])
    for fold in part.findChildren(Fold):
        fold.open()
    faults(stage.window(), size)
    assert not "\n".join(cut.faults(part))


def apart(dialog: ApartDialog, page: str) -> None:
    """Turn to this page of placing apart."""
    start = dialog.page
    assert isinstance(start, StartPage)
    if page in ("cover", "turn"):
        start.begin.click()
    if page == "turn":
        assert isinstance(dialog.page, CoverPage)
        dialog.page.start.click()
    if page == "both":
        start.compare.click()
    if page == "give":
        start.give_requested.emit(start.chosen())


@pytest.mark.parametrize("size", SIZES, ids=["1440", "1024"])
@pytest.mark.parametrize("page", ["start", "cover", "turn", "both", "give"])
def test_no_text_is_cut_off_while_placing_apart(page: str, size: tuple[int, int], program: Program) -> None:
    window = opened(program)
    window.resize(*size)
    talk = replace(window.editor.portfolio.conversations[-1], ended_on="")
    dialog = ApartDialog(window.editor, window.choices.settings, talk, window)
    dialog.open()
    apart(dialog, page)
    assert not faults(dialog, size)
    dialog.reject()


@pytest.mark.parametrize("size", SIZES, ids=["1440", "1024"])
@pytest.mark.parametrize("side", ["Detail", "Workplaces and teams"])
def test_no_text_is_cut_off_beside_the_table(side: str, size: tuple[int, int], program: Program) -> None:
    window = opened(program)
    window.resize(*size)
    window.turn_to("activities")
    view = window.findChild(TableView)
    assert view
    view.selectRow(0)
    button = next(
        b for b in window.findChildren(QToolButton) if b.text() == stretched(side) and b.isVisible()
    )
    button.setChecked(True)
    for fold in window.findChildren(Fold):
        fold.open()
    assert not faults(window, size)


@pytest.mark.parametrize("size", SIZES, ids=["1440", "1024"])
@pytest.mark.parametrize("asked", ["preferences_requested", "about_requested", "import", "keep", "close"])
def test_no_text_is_cut_off_in_a_dialog(
    asked: str, size: tuple[int, int], program: Program, qtbot: QtBot
) -> None:
    window = opened(program)
    window.resize(*size)
    if asked == "import":
        window.import_list(LIST)
    elif asked in ("keep", "close"):
        getattr(window, asked)()
    else:
        getattr(window, asked).emit()
    dialog = next(d for d in window.findChildren(QDialog) if d.isVisible())
    qtbot.waitUntil(lambda: not any(bar.isVisible() for bar in dialog.findChildren(QProgressBar)))
    assert dialog.width() <= size[0], "wider than the screen"
    assert dialog.height() <= size[1], "higher than the screen"
    assert not faults(dialog, (dialog.width(), dialog.height()))
    dialog.reject()


ABOUT_THE_FILE: Final[dict[str, Callable[[PortfolioWindow], object]]] = {
    "history": lambda window: window.past.show_history(),
    "bin": lambda window: window.past.show_bin(),
    "go back": lambda window: window.backups.go_back(),
    "where": lambda window: window.backups.tell_where(),
    "erase": lambda window: window.backups.erase(),
    "passphrase": lambda window: window.keys.change(),
    "join": lambda window: window.joiner.join((COPY,)),
}
COPY = Path(__file__).parents[1] / "data" / "files" / "v2-plain.coach"


@pytest.mark.parametrize("size", SIZES, ids=["1440", "1024"])
@pytest.mark.parametrize("asked", ABOUT_THE_FILE)
def test_no_text_is_cut_off_in_what_is_about_the_file(
    asked: str, size: tuple[int, int], program: Program, qtbot: QtBot, home: Path
) -> None:
    path = home / "S. de Vries.coach"
    file.create(path, sample.portfolio("nl"), PASSPHRASE).close()
    opened = file.open_file(path, keys.unlock(path, PASSPHRASE))
    assert program.start
    program.start.opened.emit(opened)
    window = program.window
    assert window
    first = window.editor.portfolio.activities[0].id
    window.editor.apply("Verwijder een activiteit met een lange naam", edits.remove(Activity, [first]))
    qtbot.waitUntil(lambda: window.autosave.is_saved)
    window.resize(*size)
    ABOUT_THE_FILE[asked](window)
    dialog = next(d for d in window.findChildren(QDialog) if d.isVisible())
    qtbot.waitUntil(lambda: not any(bar.isVisible() for bar in dialog.findChildren(QProgressBar)))
    qtbot.waitUntil(lambda: QThreadPool.globalInstance().activeThreadCount() == 0)
    assert dialog.width() <= size[0], "wider than the screen"
    assert dialog.height() <= size[1], "higher than the screen"
    assert not faults(dialog, (dialog.width(), dialog.height()))
    dialog.reject()


@pytest.mark.parametrize("size", SIZES, ids=["1440", "1024"])
@pytest.mark.parametrize("what", ["card", "wish", "beside", "cards", "cell"])
def test_no_text_is_cut_off_in_the_detail(what: str, size: tuple[int, int], program: Program) -> None:
    window = opened(program)
    page = window.findChild(BoardPage)
    assert page
    portfolio = window.editor.portfolio
    placed = {placement.activity_id for placement in portfolio.placements}
    wishing = {ambition.activity_id for ambition in portfolio.ambitions}
    all_cards = [p.id for p in portfolio.placements]
    shown = {
        "card": all_cards[:1],
        "wish": [p.id for p in portfolio.placements if p.activity_id in wishing][:1],
        "beside": [a.id for a in portfolio.activities if a.id not in placed][:1],
        "cards": all_cards[:3],
        "cell": [],
    }
    page.view.choose(shown[what])
    if what == "cell":
        page.view.go_to(portfolio.placements[0].cell)
    page.toolbar.detail.setChecked(True)
    for fold in page.findChildren(Fold):
        fold.open()
    assert not faults(window, size)
