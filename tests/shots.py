"""Every screen as a picture: `python -m tests.shots DIR [PART OF A NAME]`.

A new screen is one line in SCREENS. Each is drawn in Dutch and English, light and dark, at 100 and 200 %.
"""

import datetime as dt
import itertools
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from shutil import copyfile
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QEventLoop, QPoint, QThreadPool, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QDialog, QScrollArea, QWidget

from coachapp import app, i18n, paths
from coachapp.document import Document
from coachapp.domain import edits
from coachapp.domain.portfolio import Activity, Evidence, Placement, Portfolio
from coachapp.domain.whereabouts import Erased, Left
from coachapp.exchange.exports import Exported
from coachapp.i18n import gettext as _
from coachapp.packs import sample
from coachapp.report import plan
from coachapp.storage import backups, evidence, file, index, keys, statement
from coachapp.ui import last_resort, theme
from coachapp.ui.about import AboutDialog
from coachapp.ui.backups.erasing import EraseDialog
from coachapp.ui.backups.going_back import GoBackDialog
from coachapp.ui.backups.reminding import Reminder
from coachapp.ui.backups.statement import StatementDialog
from coachapp.ui.backups.whereabouts import WhereaboutsDialog
from coachapp.ui.board.page import BoardPage
from coachapp.ui.board.view import BoardView
from coachapp.ui.choices import Choices
from coachapp.ui.detail.life import LifePart
from coachapp.ui.detail.pane import DetailPane
from coachapp.ui.editor import Editor
from coachapp.ui.evidence.look import LookDialog
from coachapp.ui.evidence.part import EvidencePart
from coachapp.ui.exporting.dialog import ExportDialog
from coachapp.ui.files import Secret
from coachapp.ui.greeting import Greeting
from coachapp.ui.history.bin import BinDialog
from coachapp.ui.history.dialog import HistoryDialog
from coachapp.ui.importing.dialog import ImportDialog
from coachapp.ui.joining.dialog import JoinDialog
from coachapp.ui.keeping import KeepDialog, not_whole
from coachapp.ui.keys.change import ChangeDialog
from coachapp.ui.last_resort import BugDialog
from coachapp.ui.look import Look
from coachapp.ui.preferences import PreferencesDialog
from coachapp.ui.question import QuestionDialog
from coachapp.ui.settings import Settings
from coachapp.ui.start.opening import OpeningPage
from coachapp.ui.start.rescue import RescuePage
from coachapp.ui.start.window import StartWindow
from coachapp.ui.window import PortfolioWindow
from tests import portfolios
from tests.ui.shell.finding import button

SIZE: Final = (1440, 900)
PASSPHRASE: Final = "vier losse woorden samen"
LISTS: Final = Path(__file__).parent / "data" / "lists"
LOOKS: Final = tuple(itertools.product(("nl", "en"), ("light", "dark"), (100, 200)))


class Stage:
    """A computer with two portfolios on it, one of which is on a stick that isn't there."""

    def __init__(self, folder: Path) -> None:
        self.choices = Choices()
        self.locked, self.gone = folder / "S. de Vries.coach", folder / "usb" / "Alias.coach"
        self._whole = folder / "whole"
        file.create(self.locked, sample.portfolio("nl"), PASSPHRASE).close()
        copyfile(self.locked, self._whole)
        self.shown: list[QWidget] = []

    def renew(self) -> None:
        """Undo what an earlier picture changed in the locked portfolio."""
        copyfile(self._whole, self.locked)

    def show(self, widget: QWidget) -> None:
        self.shown.append(widget)
        widget.show()
        wait()

    def start(self) -> StartWindow:
        window = StartWindow(app.files(), self.choices)
        window.resize(*SIZE)
        self.show(window)
        return window

    def open(self, path: Path) -> OpeningPage:
        window = self.start()
        window.open(path)
        wait()
        page = window.findChild(OpeningPage)
        assert page
        return page

    def window(self, page: str, portfolio: Portfolio | None = None) -> PortfolioWindow:
        """A portfolio, the made-up teacher's unless another is given, turned to a page."""
        editor = Editor(Document(portfolio or sample.portfolio(i18n.language())))
        window = PortfolioWindow(editor, self.choices, app.files())
        editor.setParent(window)
        window.resize(*SIZE)
        self.show(window)
        window.turn_to(page)
        return window

    def clear(self) -> None:
        for widget in self.shown:
            with suppress(AttributeError):
                widget.leaving.agreed.emit()  # type: ignore[attr-defined]
            widget.close()
            widget.deleteLater()
        self.shown.clear()
        QThreadPool.globalInstance().waitForDone()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


Screen = Callable[[Stage], QWidget]


def new(stage: Stage) -> QWidget:
    window = stage.start()
    window.show_new()
    return window


def damaged(stage: Stage) -> OpeningPage:
    """A portfolio of which two pages were destroyed."""
    path = stage.locked.with_name("Beschadigd.coach")
    content = bytearray(stage.locked.read_bytes())
    for at in (7, 8):
        content[at * 4096 : at * 4096 + 4096] = bytes(4096)
    path.write_bytes(content)
    with closing(file.open_file(stage.locked, keys.unlock(stage.locked, PASSPHRASE))) as sound:
        keep(sound)
        index.note(path, sound.portfolio.id)
    page = stage.open(path)
    page.field.edit.setText(PASSPHRASE)
    page.enter.click()
    wait(1500)
    return page


def keep(opened: backups.Copied) -> None:
    """See to it that there are backups."""
    if not backups.newest(opened.portfolio.id):
        for day, why in ((22, "day"), (24, "merge"), (25, "day"), (26, "asked")):
            at = dt.datetime(2026, 11, day, 14, 5)  # noqa: DTZ001 - by the computer's own clock
            backups.make(opened, why, of=at)


def rescue(stage: Stage) -> QWidget:
    page = damaged(stage)
    window = page.window()
    page.rescue_requested.emit(Secret(PASSPHRASE))
    wait()
    return window


def rescued(stage: Stage) -> QWidget:
    window = rescue(stage)
    page = window.findChild(RescuePage)
    assert page
    page.place.choose(stage.locked.with_name(f"Gered {len(list(stage.locked.parent.iterdir()))}.coach"))
    page.go.click()
    wait(4000)
    return window


def bringing_back(stage: Stage) -> QWidget:
    page = damaged(stage)
    window = page.window()
    page.backup_requested.emit(
        backups.newest(index.at(stage.locked.with_name("Beschadigd.coach"))), Secret(PASSPHRASE)
    )
    return window


def wrong_passphrase(stage: Stage) -> QWidget:
    page = stage.open(stage.locked)
    page.field.edit.setText("iets anders")
    page.enter.click()
    wait(600)
    return page.window()


def bad_file(stage: Stage) -> QWidget:
    return stage.open(LISTS / "README.md").window()


def passphrase(stage: Stage) -> QWidget:
    return stage.open(stage.locked).window()


def sheet_words(stage: Stage) -> QWidget:
    page = stage.open(stage.locked)
    page.asked.lost.click()
    page.words.edit.setPlainText("1 zoo\n2 fiets")
    page.enter.click()
    wait(600)
    return page.window()


def locked_window(stage: Stage, *, renew: bool = True) -> PortfolioWindow:
    """A window of the locked file, as it was at first."""
    if renew:
        stage.renew()
    store = file.open_file(stage.locked, keys.unlock(stage.locked, PASSPHRASE))
    editor = Editor(Document(store.portfolio))
    window = PortfolioWindow(editor, stage.choices, app.files(), store)
    editor.setParent(window)
    window.resize(*SIZE)
    stage.show(window)
    return window


def unsaved(stage: Stage) -> PortfolioWindow:
    """The last change is not in the file, as that was made read-only."""
    window = locked_window(stage)
    stage.locked.chmod(0o400)
    window.editor.apply("", edits.add(Activity("f" * 32, "MR-lid")))
    window.autosave.flush()
    wait(600)
    stage.locked.chmod(0o600)
    return window


def closing_unsaved(stage: Stage) -> QWidget:
    window = unsaved(stage)
    window.close()
    return over(window, QuestionDialog)


def replaced(stage: Stage) -> PortfolioWindow:
    """A sync program has put another file in its place."""
    window = locked_window(stage)
    arrives = stage.locked.with_name("arrives")
    copyfile(stage.locked, arrives).replace(stage.locked)
    window.editor.apply("", edits.add(Activity("f" * 32, "MR-lid")))
    window.autosave.flush()
    wait(600)
    return window


def hidden(stage: Stage) -> QWidget:
    window = unsaved(stage)
    stage.locked.chmod(0o400)
    window.lock.start()
    wait(600)
    stage.locked.chmod(0o600)
    return window


def copies_beside(stage: Stage) -> QWidget:
    window = locked_window(stage)
    copy = stage.locked.with_name("S. de Vries (conflicted copy 2026-11-26 140512).coach")
    copy.touch()
    opened = window.autosave.file
    assert opened
    Greeting(window, opened, app.files())
    wait(600)
    copy.unlink()
    return window


def unlocked(stage: Stage) -> QWidget:
    """A portfolio that anyone can read, with an offer that says a lot."""
    path = stage.locked.with_name("Open.coach")
    store = file.open_file(path, None) if path.exists() else file.create(path, sample.portfolio("nl"), None)
    editor = Editor(Document(store.portfolio))
    window = PortfolioWindow(editor, stage.choices, app.files(), store)
    editor.setParent(window)
    window.resize(*SIZE)
    stage.show(window)
    return window


def sheet_offered(stage: Stage) -> QWidget:
    window = locked_window(stage)
    window.keys.offer_sheet()
    return window


def changing(stage: Stage) -> QWidget:
    window = locked_window(stage)
    window.keys.change()
    dialog = over(window, ChangeDialog)
    assert isinstance(dialog, ChangeDialog)
    dialog.lock.first.edit.setText("zomer2026")
    return dialog


def backed_up(stage: Stage) -> PortfolioWindow:
    """A portfolio with backups of some days, in which something was changed since."""
    window = locked_window(stage)
    opened = window.autosave.file
    assert opened
    keep(opened)  # type: ignore[arg-type]
    index.note(stage.gone.parent.parent / "S. de Vries.coach", opened.portfolio.id)
    first, second, *_others = window.editor.portfolio.placements
    window.editor.apply("", edits.add(Activity("f" * 32, "MR-lid")))
    window.editor.apply("", edits.remove(Activity, [first.activity_id]))
    window.editor.apply("", edits.move([second.id], window.editor.portfolio.framework.board[-1]))
    window.editor.apply("", edits.describe(coach="J. Jansen", remind_on="2027-08"))
    return window


def going_back(stage: Stage) -> QWidget:
    window = backed_up(stage)
    window.backups.go_back()
    wait(500)
    return over(window, GoBackDialog)


def where(stage: Stage) -> QWidget:
    window = backed_up(stage)
    window.backups.tell_where()
    wait(300)
    return over(window, WhereaboutsDialog)


def erasing(stage: Stage) -> QWidget:
    window = backed_up(stage)
    window.backups.erase()
    wait(300)
    return over(window, EraseDialog)


def erased(stage: Stage) -> QWidget:
    folder = Path("/home/sdevries/Documenten")
    gone, left = folder / "S. de Vries.coach", Left(folder / "backups" / "2026-11-26T1405 day.coach", "…")
    words = statement.text("S. de Vries", [gone], [left], [folder / "Kopie.coach"], encrypted=True)
    return dialog(partial(StatementDialog, Erased((gone,), (left,), words)), stage)


def reminded(stage: Stage) -> QWidget:
    window = backed_up(stage)
    Reminder(window, 0, dt.date(2027, 9, 1))
    return window


def with_history(stage: Stage) -> PortfolioWindow:
    """A portfolio with steps on several days, under the names that the program gives them."""
    stage.renew()
    with closing(file.open_file(stage.locked, keys.unlock(stage.locked, PASSPHRASE))) as store:
        document = Document(store.portfolio)
        card, other = document.portfolio.placements[:2]
        work = next(a for a in document.portfolio.activities if a.id == card.activity_id)
        board = document.portfolio.framework.board
        for name, edit in (
            (_("Add “{title}”").format(title="Open dag"), edits.add(Activity("f" * 32, "Open dag"))),
            (_("Move “{title}”").format(title=work.title), edits.move([card.id], board[-1])),
            (_("Change “{title}”").format(title=work.title), edits.change(Placement, [card.id], energy="")),
            (_("Remove “{name}”").format(name="MR-lid"), edits.remove(Activity, [other.activity_id])),
        ):
            document.apply(name, edit)
        days = ("2025-09-01T10:00", "2026-03-03T14:05", "2026-06-12T14:07", "2026-11-20T09:12")
        steps = [made._replace(at=at) for made, at in zip(document.unsaved(), days, strict=True)]
        store.save(document.saved, document.portfolio, steps)
    return locked_window(stage, renew=False)


def history(stage: Stage) -> QWidget:
    window = with_history(stage)
    window.past.show_history()
    wait(900)
    return over(window, HistoryDialog)


def as_on(stage: Stage) -> QWidget:
    dialog = history(stage)
    assert isinstance(dialog, HistoryDialog)
    dialog.bar.turn_to("2026-03-02")
    wait(900)
    return dialog


def how_it_went(stage: Stage) -> QWidget:
    window = with_history(stage)
    view, pane = window.findChild(BoardView), window.findChild(DetailPane)
    assert view
    assert pane
    view.setCurrentIndex(view.model().index(24, 0))
    pane.show_cards([window.editor.portfolio.placements[0].id])
    wait()
    if part := window.findChild(LifePart):  # large text leaves no room for the pane
        part.open()
        wait(600)
        pane.ensureWidgetVisible(part)
    return window


def bin_(stage: Stage) -> QWidget:
    window = with_history(stage)
    window.past.show_bin()
    wait(900)
    return over(window, BinDialog)


def joining(stage: Stage) -> QWidget:
    """What a copy brought, and what both changed."""
    folder = Path(tempfile.mkdtemp(dir=stage.locked.parent))
    path, here = folder / "S. de Vries (conflict).coach", folder / "S. de Vries.coach"
    file.create(path, sample.portfolio(i18n.language()), None).close()
    copyfile(path, here)
    with closing(file.open_file(path, None)) as copy:
        document = Document(copy.portfolio)
        card = document.portfolio.placements[1]
        document.apply("", edits.add(Activity("f" * 32, "Open dag")))
        document.apply("", edits.change(Activity, [card.activity_id], title="Andere woorden"))
        document.apply("", edits.move([card.id], document.portfolio.framework.board[-1]))
        copy.save(document.saved, document.portfolio, document.unsaved())
    opened = file.open_file(here, None)
    editor = Editor(Document(opened.portfolio))
    window = PortfolioWindow(editor, stage.choices, app.files(), opened)
    editor.setParent(window)
    window.resize(*SIZE)
    stage.show(window)
    card = editor.portfolio.placements[1]
    editor.apply("", edits.change(Activity, [card.activity_id], title="Eigen woorden"))
    editor.apply("", edits.move([card.id], editor.portfolio.framework.board[0]))
    window.joiner.join((path,))
    wait(1500)
    return over(window, JoinDialog)


def files(stage: Stage, portfolio: Portfolio) -> tuple[tuple[str, bytes], ...]:
    """A PDF, an older version of it, a picture and a program."""
    image, bits, pdf = (
        QImage(900, 600, QImage.Format.Format_RGB32),
        QBuffer(),
        stage.locked.with_name("Plan.pdf"),
    )
    image.fill(QColor("#7CC7E3"))
    bits.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(bits, "PNG")  # type: ignore[call-overload]
    plan.write(portfolio, pdf, language="nl", date=dt.date(2026, 11, 26))
    return (
        ("Verslag van het bezoek aan de buurschool, met bijlagen.pdf", pdf.read_bytes()),
        ("Verslag.pdf", pdf.read_bytes()[:-1]),
        ("Foto van het bord.png", bytes(bits.data().data())),
        ("Spel.exe", b"MZ"),
    )


def evident(stage: Stage, page: str) -> PortfolioWindow:
    """A portfolio with files of an activity or a goal, which is shown."""
    window = locked_window(stage)
    opened, portfolio = window.autosave.file, window.editor.portfolio
    activity_id, goal_id = portfolio.placements[0].activity_id, portfolio.goals[0].id
    for number, (name, data) in enumerate(files(stage, portfolio)):
        taken = evidence.take_bytes(opened, name, data)  # type: ignore[arg-type]
        item = Evidence(f"{number:032x}", name, taken.digest, taken.size, "2026-11-26")
        where = {"goal_id": goal_id} if page == "goals" else {"activity_id": activity_id}
        window.editor.apply("", edits.add(item))
        window.editor.apply("", edits.change(Evidence, [item.id], **where))
    window.editor.apply("", edits.change(Evidence, [f"{1:032x}"], newer_id=f"{0:032x}"))
    window.turn_to(page)
    view, board = window.findChild(BoardView), window.findChild(BoardPage)
    assert view
    assert board
    view.setCurrentIndex(view.model().index(24, 0))
    board.toolbar.detail.setChecked(True)  # with large text it stands aside
    wait()
    return window


def evidence_part(page: str, stage: Stage) -> QWidget:
    return scrolled_to_files(evident(stage, page))


def scrolled_to_files(window: PortfolioWindow) -> QWidget:
    part = next(part for part in window.findChildren(EvidencePart) if part.rows.widgets and part.isVisible())
    part.open()
    wait()
    area = next(one for one in window.findChildren(QScrollArea) if one.isAncestorOf(part))
    top = part.mapTo(area.widget(), QPoint(0, 0)).y()  # type: ignore[call-overload]
    area.verticalScrollBar().setValue(top - theme.space(2))
    return window


def evidence_loose(stage: Stage) -> QWidget:
    """As after joining a copy in which the activity was removed."""
    window = evident(stage, "board")
    ids = [item.id for item in window.editor.portfolio.evidence[:2]]
    window.editor.apply("", edits.change(Evidence, ids, activity_id=""))
    window.turn_to("goals")
    return scrolled_to_files(window)


def evidence_look(number: int, stage: Stage) -> QWidget:
    window = evident(stage, "board")
    shelf = window.editor.shelf
    assert shelf
    dialog = LookDialog(shelf, window.editor.portfolio.evidence[number], window)
    dialog.open()
    wait(2500)
    return dialog


def evidence_open(stage: Stage) -> QWidget:
    window = evident(stage, "board")
    part = next(part for part in window.findChildren(EvidencePart) if part.rows.widgets)
    part.open()
    wait()
    button(_("Open…"), part).click()
    return over(window, QuestionDialog)


def page(name: str, stage: Stage) -> QWidget:
    return stage.window(name)


def empty(name: str, stage: Stage) -> QWidget:
    return stage.window(name, portfolios.empty("S. de Vries"))


def changed(stage: Stage) -> QWidget:
    """A board with something to undo and something that couldn't be done."""
    window = stage.window("board")
    window.editor.apply(_("Add “{title}”").format(title="MR-lid"), edits.add(Activity("f" * 32, "MR-lid")))
    window.editor.apply("", edits.remove(Activity, ["nothing"]))
    return window


def detail(row: int, stage: Stage) -> QWidget:
    """The board with one thing chosen: the cells come first in its model, and then the cards."""
    window = stage.window("board")
    view = window.findChild(BoardView)
    assert view
    view.setCurrentIndex(view.model().index(row, 0))
    return window


def importing(source: Path | str, stage: Stage) -> QWidget:
    window = stage.window("board", portfolios.empty())
    window.import_list(source)
    return over(window, ImportDialog)


def keeping(stage: Stage) -> QWidget:
    window = stage.window("board")
    window.keep()
    return over(window, KeepDialog)


def leaving(stage: Stage) -> QWidget:
    window = changed(stage)
    window.close()
    return over(window, QuestionDialog)


def dialog(kind: Callable[..., QDialog], stage: Stage) -> QWidget:
    made = kind(stage.start())
    made.open()
    return made


def preferences(stage: Stage) -> QWidget:
    return dialog(partial(PreferencesDialog, stage.choices), stage)


def bug(stage: Stage) -> QWidget:
    return dialog(partial(BugDialog, last_resort.told(KeyError, None)), stage)


def exporting(stage: Stage) -> QWidget:
    window = locked_window(stage)
    window.exporter.ask()
    return over(window, ExportDialog)


def exported(stage: Stage) -> QWidget:
    """A table, made just now."""
    dialog = exporting(stage)
    assert isinstance(dialog, ExportDialog)
    dialog.forms.committed.emit(".xlsx")
    dialog.tell(Exported(stage.locked.with_name("S. de Vries activiteiten 2026-11-26.xlsx")))
    return dialog


def exported_without_one(stage: Stage) -> QWidget:
    """Two files were damaged in the portfolio."""
    dialog = exporting(stage)
    assert isinstance(dialog, ExportDialog)
    path = stage.locked.with_name("S. de Vries 2026-11-26.zip")
    dialog.tell(Exported(path, ("certificaat coachen.pdf", "lesplan havo 4.docx")))
    return dialog


def kept_in_part(stage: Stage) -> QWidget:
    """Of the file on the stick not all could be read."""
    window = locked_window(stage)
    window.news.tell("not whole", partial(not_whole, stage.gone.name))
    return window


def over(window: QWidget, kind: type[QWidget]) -> QWidget:
    """The dialog of this kind that was opened over the window."""
    wait()
    found = window.findChild(kind)
    assert found
    return found


SCREENS: Final[dict[str, Callable[[Stage], QWidget]]] = {
    "start": Stage.start,
    "passphrase": passphrase,
    "passphrase-wrong": wrong_passphrase,
    "sheet-words": sheet_words,
    "sheet-offered": sheet_offered,
    "passphrase-change": changing,
    "not-locked": unlocked,
    "not-saved": unsaved,
    "not-saved-closing": closing_unsaved,
    "replaced": replaced,
    "locked-not-saved": hidden,
    "copies-beside": copies_beside,
    "bad-file": bad_file,
    "damaged": lambda stage: damaged(stage).window(),
    "damaged-backup": bringing_back,
    "damaged-rescue": rescue,
    "damaged-rescued": rescued,
    "new-portfolio": new,
    "board": partial(page, "board"),
    "board-card": partial(detail, 24),
    "board-cell": partial(detail, 5),
    "board-changed": changed,
    "board-empty": partial(empty, "board"),
    "activities": partial(page, "activities"),
    "activities-empty": partial(empty, "activities"),
    "goals": partial(page, "goals"),
    "goals-empty": partial(empty, "goals"),
    "plan": partial(page, "plan"),
    "plan-empty": partial(empty, "plan"),
    "import": partial(importing, LISTS / "jaartaak-vo-cp1252.csv"),
    "import-school-year": partial(importing, "Taak;Periode;Uren\nExcursie Texel;mei;12\nOpen dag;jan;8"),
    "import-no-list": partial(importing, Path("nothing.pdf")),
    "keep": keeping,
    "close-guest": leaving,
    "preferences": preferences,
    "about": partial(dialog, AboutDialog),
    "bug": bug,
    "go-back": going_back,
    "where": where,
    "erase": erasing,
    "erased": erased,
    "reminded": reminded,
    "history": history,
    "history-day": as_on,
    "board-card-life": how_it_went,
    "bin": bin_,
    "join": joining,
    "export": exporting,
    "exported": exported,
    "exported without a damaged file": exported_without_one,
    "kept but not whole": kept_in_part,
    "evidence-board": partial(evidence_part, "board"),
    "evidence-goals": partial(evidence_part, "goals"),
    "evidence-loose": evidence_loose,
    "evidence-look-pdf": partial(evidence_look, 0),
    "evidence-look-picture": partial(evidence_look, 2),
    "evidence-open": evidence_open,
}


def wait(milliseconds: int = 150) -> None:
    """Let the program go on; background work gets its turn in an event loop of our own."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main(folder: Path, part: str = "") -> None:
    app_ = QApplication([])
    look = Look(app_, Settings())
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as computer:
        paths.data_dir = lambda: Path(computer, "remembered")  # type: ignore[assignment]
        stage = Stage(Path(computer))
        for language, dress, percent in LOOKS:
            stage.choices.settings = Settings(
                language, dress, percent, recent=(str(stage.locked), str(stage.gone))
            )
            look.wear(stage.choices.settings)
            for name, screen in SCREENS.items():
                if part in name:
                    widget = screen(stage)
                    wait()
                    widget.grab().save(str(folder / f"{name}-{language}-{dress}-{percent}.png"))
                    stage.clear()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
    os._exit(0)  # Qt's own end of the program is of no interest here
