"""The plan in other forms than the usual one, and other papers of what it tells."""

import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from shiboken6 import isValid

from coachapp import i18n
from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Portfolio, Shared
from coachapp.domain.values import new_id
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.report import expertise, plan_document, plan_text, poster, saving, summary
from coachapp.report.paper import A4, Size
from coachapp.ui import asking, buttons, theme
from coachapp.ui.editor import Editor
from coachapp.ui.notice import Notice
from coachapp.ui.papers.places import ways
from coachapp.ui.plan.keeping import Keeping
from coachapp.ui.plan.pausing import Pausing
from coachapp.ui.shared.listing import today
from coachapp.ui.tasks import Task


class Asked(NamedTuple):
    """What goes in, and how; `words` tell of the choices for the list of what was shared."""

    portfolio: Portfolio
    language: str
    date: dt.date
    choice: Choice
    words: str = ""
    reader: str = ""
    size: Size = A4

    def left(self, name: str, form: str = "") -> Shared:
        """How it is listed."""
        content = ", ".join(filter(None, (form, self.words)))
        return Shared(new_id(), "plan", today(), reader=self.reader, name=name, content=content)


class Form(NamedTuple):
    """`name` in the menu, `title` of the file; `write` is safe in any thread; `after` is said then."""

    name: str
    title: str
    ending: str
    write: Callable[..., object]
    after: str = ""


class OtherForms(QWidget):
    """A button with a menu; what came of it is told below it. `begun` as for the plan itself."""

    begun = Signal()

    def __init__(self, editor: Editor, asked: Callable[[], Asked], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked, self._keeping = asked, Keeping(editor, self)
        self.button = buttons.ordinary(_("Other forms…"), self._show_menu, parent=self)
        self._pausing = Pausing(self.button)
        self.problem, self.written = Notice(self), Notice(self, sign="saved")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space())
        for part in (self.button, self.problem, self.written):
            column.addWidget(part)

    def menu(self) -> QMenu:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for form in forms():
            action = menu.addAction(form.name)
            action.triggered.connect(partial(self._ask_where, form, None))
        menu.addAction(_("What I can be asked for…")).triggered.connect(self._ask_what)
        menu.setMinimumWidth(menu.sizeHint().width() + theme.space(3))  # else large letters are cut
        return menu

    def write_to(self, path: Path, form: Form, asked: Asked | None = None) -> None:
        """Write what is asked, or else what is chosen on the page; it goes on beside the window."""
        asked = asked or self._asked()
        self._pausing.begin()
        self.fall_silent()
        self.begun.emit()
        task = Task(partial(_write, form, path, asked))
        task.done.connect(lambda data: self._on_done(path, form, asked, data))
        task.failed.connect(self._on_failed)
        task.start()

    def fall_silent(self) -> None:
        """Tell no longer of what was written."""
        self.problem.hide()
        self.written.hide()

    def _show_menu(self) -> None:
        self.menu().popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _ask_what(self) -> None:
        from coachapp.ui.plan.asked_for import AskedForDialog  # noqa: PLC0415 - hardly ever needed

        asked = self._asked()
        dialog = AskedForDialog(asked.portfolio, self)
        dialog.chosen.connect(lambda ids: self._ask_where(expertise_card(), _only(asked, ids)))
        dialog.open()

    def _ask_where(self, form: Form, asked: Asked | None) -> None:
        asked = asked or self._asked()
        with i18n.speaking(asked.language):
            title = next(each.title for each in (*forms(), expertise_card()) if each.write is form.write)
        suggested = asking.documents() / f"{title} {asked.date.isoformat()}{form.ending}"
        asking.paper_to_write(
            self, suggested, _kinds()[form.ending], lambda path: self.write_to(path, form, asked)
        )

    def _on_done(self, path: Path, form: Form, asked: Asked, data: bytes) -> None:
        """What was written is listed, also when the page was left meanwhile."""
        self._keeping.keep(asked.left(path.name, form.name), data)
        if not isValid(self):
            return
        self._pausing.end()
        told = _("Written: {name}.").format(name=path.name)
        self.written.say(" ".join(filter(None, (told, form.after))), ways(path))

    def _on_failed(self, error: CoachError) -> None:
        self._pausing.end()
        self.problem.say(error.text())


def forms() -> Iterator[Form]:
    plan = _("Development plan")
    yield Form(_("The plan as a Word document"), plan, ".docx", plan_document.write)
    yield Form(_("The plan as text (Markdown)"), plan, ".md", plan_text.write)
    yield Form(_("A summary of one page"), _("Summary of my plan"), ".pdf", summary.write)
    yield Form(_("The board on one large sheet"), _("Board"), ".pdf", poster.write)
    who = _("Whoever sees your calendar reads these titles.")
    yield Form(_("The dates for a calendar"), _("Dates of my plan"), ".ics", _write_dates, who)


def expertise_card() -> Form:
    return Form(_("What I can be asked for"), _("What I can be asked for"), ".pdf", expertise.write)


def _kinds() -> dict[str, str]:
    return {
        ".docx": _("Word documents (*.docx)"),
        ".md": _("Texts (*.md)"),
        ".ics": _("Dates (*.ics)"),
        ".pdf": _("PDF documents (*.pdf)"),
    }


def _write_dates(portfolio: Portfolio, path: Path, *, language: str, **_how: object) -> None:
    from coachapp.exchange import plan_dates  # noqa: PLC0415 - hardly ever needed

    with i18n.speaking(language):
        saving.save(plan_dates.ics(portfolio), path)


def _only(asked: Asked, ids: tuple[str, ...]) -> Asked:
    """What more is in the plan is not on the card."""
    titles = "; ".join(one.title for one in asked.portfolio.activities if one.id in ids)
    return asked._replace(portfolio=expertise.only(asked.portfolio, ids), words=titles)


def _write(form: Form, path: Path, asked: Asked) -> bytes:
    """What is in the file then."""
    how = {"language": asked.language, "date": asked.date, "choice": asked.choice, "size": asked.size}
    form.write(asked.portfolio, path, **how)
    return path.read_bytes()
