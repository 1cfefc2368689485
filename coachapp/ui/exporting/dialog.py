"""The dialog in which everything is exported: which form, where to, how far it is, and where it is then."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QProgressBar, QWidget

from coachapp.errors import CoachError
from coachapp.exchange.exports import Exported, Form, Table
from coachapp.i18n import gettext as _
from coachapp.ui import asking, buttons, fitting
from coachapp.ui.announce import announce
from coachapp.ui.backups.words import show_in_folder
from coachapp.ui.exporting import words
from coachapp.ui.exporting.progress import Progress
from coachapp.ui.inputs import dialog_page, labels
from coachapp.ui.inputs.choices import Choice, ChoiceButtons
from coachapp.ui.inputs.following import fill
from coachapp.ui.notice import Notice

_OFTEN = 100  # milliseconds


class ExportDialog(QDialog):
    """`chosen(path, form, progress)`: write it there; then `tell` or `fail` is called."""

    chosen = Signal(object, object, object)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export everything"))
        self._name, self._progress = name, Progress()
        self.forms = ChoiceButtons((Choice(f, w) for f, w in words.forms()), self, optional=False)
        self.tables = ChoiceButtons((Choice(t, w) for t, w in words.tables()), self, optional=False)
        self.forms.setAccessibleName(_("Form"))
        self.tables.setAccessibleName(_("Table"))
        self._what = labels.note("", self)
        self.notice, self._done = Notice(self), Notice(self, sign="saved")
        self.bar = QProgressBar(self)
        self.bar.setAccessibleName(_("Exporting…"))
        self.export = buttons.primary(_("Export…"), self._on_export, parent=self)
        self.cancel = buttons.ordinary(_("Cancel"), self.reject, parent=self)
        self._timer = QTimer(self)
        self._timer.setInterval(_OFTEN)
        self._timer.timeout.connect(self._refresh)
        self._lay_out()
        self.forms.committed.connect(self._on_form)
        self.tables.committed.connect(self._on_table)
        self._on_table(Table.ACTIVITIES)
        self._on_form(".zip")
        self._busy(on=False)
        fitting.open_at(self, 72, 56)
        self.finished.connect(self.deleteLater)

    def reject(self) -> None:
        """While it is written this stops that; the dialog closes when there is nothing to stop."""
        if self._timer.isActive():
            self._progress.stopped = True
        else:
            super().reject()

    def tell(self, made: Exported) -> None:
        self._busy(on=False)
        self._done.say(made.text(), [(_("Show in folder"), show_in_folder(made.path))])
        if lost := made.lost():
            self.notice.say(lost)
        self.cancel.setText(_("Close"))
        self.cancel.setFocus()

    def fail(self, error: CoachError) -> None:
        self._busy(on=False)
        self.notice.say(error.text())

    def _on_form(self, ending: object) -> None:
        self._ending = str(ending)
        self.forms.show_value(ending)
        self._what.setText(labels.breakable(words.about(self._ending)))
        self.tables.setVisible(self._ending in (".csv", ".xlsx"))

    def _on_table(self, table: object) -> None:
        self._table = Table(str(table))
        self.tables.show_value(self._table)

    def _on_export(self) -> None:
        dialog = QFileDialog(self, _("Where to save"), str(asking.documents()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"*{self._ending}"])
        dialog.setDefaultSuffix(self._ending[1:])
        dialog.selectFile(words.file_name(self._name, self._form()))
        dialog.fileSelected.connect(self._on_place)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _form(self) -> Form:
        return Form(self._ending, self._table)

    def _on_place(self, chosen: str) -> None:
        path = Path(chosen)
        if path.suffix.lower() != self._ending:
            path = path.with_name(path.name + self._ending)
        self._progress = Progress()
        self._busy(on=True)
        announce(self, _("Exporting…"))
        self.chosen.emit(path, self._form(), self._progress)

    def _refresh(self) -> None:
        self.bar.setRange(0, 1000 if self._progress.share else 0)
        self.bar.setValue(round(self._progress.share * 1000))

    def _busy(self, *, on: bool) -> None:
        for part in (self.forms, self.tables, self.export):
            part.setDisabled(on)
        self.bar.setVisible(on)
        self.bar.setRange(0, 0)
        if on:
            self._timer.start()
            self.notice.hide()
            self._done.hide()
            self.cancel.setText(_("Cancel"))
        else:
            self._timer.stop()

    def _lay_out(self) -> None:
        inner = QWidget()
        column = dialog_page.named(inner, _("Export everything"))
        warning = Notice(inner)
        warning.say(_("This file is not encrypted. Anyone who has it can read it."))
        for part in (warning, self.forms, self._what, self.tables, self.bar, self.notice, self._done):
            column.addWidget(part)
        column.addStretch(1)
        fill(self, inner, dialog_page.ways(self.cancel, self.export))
