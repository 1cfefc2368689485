"""Files that were copied in."""

import datetime as dt
from functools import partial
from typing import Final

from PySide6.QtCore import QBuffer, QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QScrollArea, QWidget

from coachapp.domain import edits
from coachapp.domain.portfolio import Evidence, Portfolio
from coachapp.i18n import gettext as _
from coachapp.report import plan
from coachapp.storage import evidence
from coachapp.ui import theme
from coachapp.ui.board.page import BoardPage
from coachapp.ui.board.view import BoardView
from coachapp.ui.evidence.look import LookDialog
from coachapp.ui.evidence.part import EvidencePart
from coachapp.ui.question import QuestionDialog
from coachapp.ui.window import PortfolioWindow
from tests.shots.stage import Screen, Stage, locked_window, over, wait
from tests.ui.shell.finding import button


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


SCREENS: Final[dict[str, Screen]] = {
    "evidence-board": partial(evidence_part, "board"),
    "evidence-goals": partial(evidence_part, "goals"),
    "evidence-loose": evidence_loose,
    "evidence-look-pdf": partial(evidence_look, 0),
    "evidence-look-picture": partial(evidence_look, 2),
    "evidence-open": evidence_open,
}
