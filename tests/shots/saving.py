"""What is said of the file that is open: keys, saving, other copies, exports."""

import tempfile
from contextlib import closing
from functools import partial
from pathlib import Path
from shutil import copyfile
from typing import Final

from PySide6.QtWidgets import QWidget

from coachapp import app, i18n
from coachapp.document import Document
from coachapp.domain import edits
from coachapp.domain.portfolio import Activity
from coachapp.exchange.exports import Exported
from coachapp.packs import sample
from coachapp.storage import file
from coachapp.ui.editor import Editor
from coachapp.ui.exporting.dialog import ExportDialog
from coachapp.ui.greeting import Greeting
from coachapp.ui.joining.dialog import JoinDialog
from coachapp.ui.keeping import not_whole
from coachapp.ui.keys.change import ChangeDialog
from coachapp.ui.question import QuestionDialog
from coachapp.ui.window import PortfolioWindow
from tests.shots.stage import SIZE, Screen, Stage, locked_window, over, wait


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


SCREENS: Final[dict[str, Screen]] = {
    "sheet-offered": sheet_offered,
    "passphrase-change": changing,
    "not-locked": unlocked,
    "not-saved": unsaved,
    "not-saved-closing": closing_unsaved,
    "replaced": replaced,
    "locked-not-saved": hidden,
    "copies-beside": copies_beside,
    "join": joining,
    "export": exporting,
    "exported": exported,
    "exported-without-one": exported_without_one,
    "kept-in-part": kept_in_part,
}
