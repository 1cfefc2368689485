"""The start page, and files that can't simply be opened."""

from contextlib import closing
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from coachapp import app
from coachapp.exchange.exports import Form
from coachapp.storage import backups, file, index, keys
from coachapp.ui.requests import Export
from coachapp.ui.start.opening import OpeningPage
from coachapp.ui.start.rescue import RescuePage
from coachapp.ui.start.ways import Secret
from tests.shots.stage import PASSPHRASE, Screen, Stage, keep, wait

LISTS: Final = Path(__file__).parents[1] / "data" / "lists"


def new(stage: Stage) -> QWidget:
    window = stage.start()
    window.show_new()
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


def export(stage: Stage) -> OpeningPage:
    path = stage.locked.with_name("S. de Vries 2026-11-26.zip")
    with closing(file.open_file(stage.locked, keys.unlock(stage.locked, PASSPHRASE))) as held:
        app.files().export(Export(held, held.portfolio, (), path, Form(".zip"), lambda _done, _all: None))
    page = stage.open(path)
    wait(600)
    return page


def restore(stage: Stage) -> QWidget:
    page = export(stage)
    window = page.window()
    page.restore_requested.emit()
    return window


SCREENS: Final[dict[str, Screen]] = {
    "passphrase": passphrase,
    "passphrase-wrong": wrong_passphrase,
    "sheet-words": sheet_words,
    "bad-file": bad_file,
    "damaged": lambda stage: damaged(stage).window(),
    "damaged-backup": bringing_back,
    "damaged-rescue": rescue,
    "damaged-rescued": rescued,
    "restore": restore,
    "restore-offered": lambda stage: export(stage).window(),
    "new-portfolio": new,
}
