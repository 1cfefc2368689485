"""The coach's own book: the ways to it, this week, a coachee, the coach's questions, and when it hides."""

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from coachapp import app
from coachapp.domain.coach_book.book import CoachBook
from coachapp.storage import coach_book
from coachapp.ui.coachbook.beside import Beside
from coachapp.ui.coachbook.window import CoachBookWindow
from coachapp.ui.question import QuestionDialog
from coachapp.ui.start.window import StartWindow
from tests import coach_books
from tests.shots.stage import PASSPHRASE, SIZE, Screen, Stage, over, wait


def _book() -> CoachBook:
    """That of the tests, with a talk the day after tomorrow."""
    soon = (dt.date.today() + dt.timedelta(2)).isoformat()  # noqa: DTZ011
    book = coach_books.small()
    roos, bas = book.coachees
    return replace(book, coachees=(replace(roos, next_on=soon), replace(bas, next_on="2026-11-20")))


def week(stage: Stage) -> CoachBookWindow:
    path = Path(stage.locked.parent, "Coachees.coachbook")
    path.unlink(missing_ok=True)
    ways = app.files().coach_books
    assert ways
    window = CoachBookWindow(coach_book.create(path, _book(), PASSPHRASE), stage.choices, ways)
    window.resize(*SIZE)
    stage.show(window)
    return window


def coachee(stage: Stage, *, at: float = 0) -> QWidget:
    window = week(stage)
    assert window.frame
    window.frame.show_coachee(window.editor.book.coachees[0].id)
    wait()
    bar = window.frame.area.verticalScrollBar()
    bar.setValue(round(bar.maximum() * at))
    return window


def own(stage: Stage) -> QWidget:
    window = week(stage)
    assert window.frame
    window.frame.show_own()
    return window


def forgetting(stage: Stage) -> QWidget:
    window = week(stage)
    window.farewell.ask(window.editor.book.coachees[0].id)
    return over(window, QuestionDialog)


def hidden(stage: Stage) -> QWidget:
    window = week(stage)
    Beside(stage.window("board"), window)
    return window


def door(stage: Stage) -> StartWindow:
    window = stage.start()
    window.show_coachees()
    return window


def new(stage: Stage) -> QWidget:
    window = door(stage)
    window.show_new_book()
    return window


SCREENS: Final[dict[str, Screen]] = {
    "book-door": door,
    "book-new": new,
    "book-week": week,
    "book-coachee": coachee,
    "book-coachee-notes": lambda stage: coachee(stage, at=0.6),
    "book-coachee-end": lambda stage: coachee(stage, at=1),
    "book-own": own,
    "book-forget": forgetting,
    "book-hidden": hidden,
}
