"""The dialog that makes a preparation sheet: empty or filled, in which language, to print or to type in."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from coachapp import i18n
from coachapp.domain import preparing, talking
from coachapp.domain.portfolio import Portfolio
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.report import preparation_document, preparation_sheet
from coachapp.report.preparation import Preparation
from coachapp.ui import asking, buttons, fitting, paper, theme
from coachapp.ui.inputs import dialog_page, labels
from coachapp.ui.inputs.choices import Choice, Combo
from coachapp.ui.inputs.following import fill
from coachapp.ui.notice import Notice
from coachapp.ui.papers.places import ways
from coachapp.ui.tasks import Task

_WRITERS = {".pdf": preparation_sheet.write, ".docx": preparation_document.write}


class SheetDialog(QDialog):
    """What is in the portfolio already can stand on the sheet; nobody's name does.

    `filled_in(name)`: a file of this name has something of the portfolio in it.
    """

    filled_in = Signal(str)

    def __init__(self, portfolio: Portfolio, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Preparation sheet"))
        self._filled = filled(portfolio)
        self.fill = Combo([Choice("", _("Empty")), Choice("filled", _("With what is in this portfolio"))])
        self.form = Combo([Choice(".pdf", _("PDF, to print")), Choice(".docx", _("Word, to type in"))])
        self.spoken = Combo([Choice("nl", "Nederlands"), Choice("en", "English")])
        for combo, usual in ((self.fill, ""), (self.form, ".pdf"), (self.spoken, i18n.language())):
            combo.show_value(usual)
        self.problem, self.written = Notice(self), Notice(self, sign="saved")
        self.save = buttons.primary(_("Save…"), self._ask_where, parent=self)
        self._lay_out()
        fitting.open_at(self, 64, 60)
        self.finished.connect(self.deleteLater)

    def done(self, result: int) -> None:
        """It stays while a sheet is being written, to list that."""
        if self.save.isEnabled():
            super().done(result)

    def write_to(self, path: Path) -> None:
        """Write it as chosen here, beside the window."""
        ending = str(self.form.currentData())
        if path.suffix.lower() != ending:
            path = path.with_name(path.name + ending)
        what = self._filled if self.fill.currentData() else Preparation()
        self.save.setEnabled(False)
        write = partial(_WRITERS[ending], size=paper.of(self))
        task = Task(partial(write, path, language=self._language(), filled=what))
        self._path = path
        task.done.connect(self._on_done)  # methods: Qt drops them with the window
        task.failed.connect(self._on_failed)
        task.start()

    def _language(self) -> str:
        return str(self.spoken.currentData())

    def _ask_where(self) -> None:
        ending = str(self.form.currentData())
        kinds = {".pdf": _("PDF documents (*.pdf)"), ".docx": _("Word documents (*.docx)")}
        with i18n.speaking(self._language()):
            name = _("Preparation sheet")
        asking.paper_to_write(self, asking.documents() / f"{name}{ending}", kinds[ending], self.write_to)

    def _on_done(self, _nothing: object) -> None:
        path = self._path
        self.save.setEnabled(True)
        self.problem.hide()
        if self.fill.currentData():
            self.filled_in.emit(path.name)
        words = _("The sheet is in “{name}”. Print it, or mail it before the conversation.")
        self.written.say(words.format(name=path.name), ways(path))

    def _on_failed(self, error: CoachError) -> None:
        self.save.setEnabled(True)
        self.written.hide()
        self.problem.say(error.text())

    def _lay_out(self) -> None:
        inner = QWidget()
        column = dialog_page.named(inner, _("Preparation sheet"), space=1)
        column.addWidget(labels.text(_about(), inner))
        for words, combo in (
            (_("What is on it"), self.fill),
            (_("Form"), self.form),
            (_("Language"), self.spoken),
        ):
            if combo is not self.fill or self._filled != Preparation():
                column.addSpacing(theme.space(0.5))
                column.addWidget(labels.note(words, inner))
                column.addWidget(combo)
            combo.setAccessibleName(words)
        column.addWidget(self.problem)
        column.addWidget(self.written)
        column.addStretch(1)
        fill(self, inner, dialog_page.ways(buttons.ordinary(_("Close"), self.accept, parent=self), self.save))


def filled(portfolio: Portfolio) -> Preparation:
    """The first activities, what she is proud of and her question; whose they are isn't told."""
    begun = talking.unfinished(portfolio)
    note = preparing.proud_of(portfolio, begun.id if begun else "")
    titles = tuple(one.title for one in portfolio.activities)
    return Preparation(titles, note.text if note else "", portfolio.question)


def _about() -> str:
    return _(
        "One page to fill in before the conversation: five to twelve activities, something to be proud of, "
        "and a question. What is typed in it can be pasted on the board. No name is asked, and none is on it."
    )
