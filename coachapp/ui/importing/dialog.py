"""The import assistant: shows what would be taken from a list, lets it be changed, takes it in one step."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from coachapp import exchange
from coachapp.domain import edits
from coachapp.errors import CoachError
from coachapp.exchange.preview import Preview
from coachapp.exchange.roles import Role
from coachapp.exchange.table import Table
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext
from coachapp.ui import asking, buttons, fitting, theme
from coachapp.ui.editor import Editor
from coachapp.ui.importing.model import PreviewModel
from coachapp.ui.importing.questions import Questions
from coachapp.ui.importing.table import PreviewTable
from coachapp.ui.inputs import labels
from coachapp.ui.notice import Notice
from coachapp.ui.tasks import Task


class ImportDialog(QDialog):
    """Of a file, or of pasted lines."""

    def __init__(self, editor: Editor, source: Path | str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._source = editor, source
        self._table: Table | None = None
        self._preview: Preview | None = None
        self._columns: Sequence[Role] | None = None
        self._turn = 0
        self.model = PreviewModel(self)
        self.table = PreviewTable(self.model, self)
        self.questions = Questions(self)
        self.notice = Notice(self)
        self.take = buttons.primary("", self._on_take, "import", self)
        self._progress = QProgressBar(self)
        self._title = labels.title("", self)
        self._hints = tuple(labels.note(words, self) for words in _how())
        self._lay_out()
        self._connect()
        self._read()

    def _connect(self) -> None:
        self.model.ticks_changed.connect(self._count)
        self.table.head.chosen.connect(self._on_columns)
        self.questions.sheet_chosen.connect(self._on_sheet)
        self.questions.year_chosen.connect(self._understand)
        self.finished.connect(self._on_finished)

    def _read(self, sheet: str = "") -> None:
        source = self._source
        self._title.setText(_("Import a list") if isinstance(source, str) else labels.breakable(source.name))
        self._work(partial(exchange.read, source, sheet), self._on_read)

    def _on_read(self, table: Table) -> None:
        self._table, self._columns = table, None
        self.questions.show_table(table)
        self._understand()

    def _understand(self) -> None:
        assert self._table
        titles = tuple(activity.title for activity in self._editor.portfolio.activities)
        year, columns = self.questions.year, self._columns
        work = partial(exchange.understand, self._table, titles, school_year=year, columns=columns)
        self._work(work, self._on_understood)

    def _on_understood(self, preview: Preview) -> None:
        first = self._preview is None or self._columns is None
        self._preview = preview
        self.questions.show_preview(preview)
        self.model.show_preview(preview)
        self.table.head.show_roles(preview.roles, preview.headings)
        if first:
            self.table.fit_columns()
        self.table.show()
        if not self.table.currentIndex().isValid():
            self.table.selectRow(
                min((row for row in range(self.model.rowCount()) if self.model.is_ticked(row)), default=0)
            )
        if first:
            self.table.setFocus()

    def _work(self, work: Callable[[], Any], then: Callable[[Any], object]) -> None:
        self._turn += 1
        turn = self._turn
        self.notice.hide()
        self._progress.show()
        self._show_hints(on=True)
        self.take.setDisabled(True)
        task = Task(work, self)
        task.done.connect(lambda result: self._on_done(turn, partial(then, result)))
        task.failed.connect(lambda error: self._on_done(turn, partial(self._on_failed, error)))
        task.start()

    def _on_done(self, turn: int, then: Callable[[], object]) -> None:
        if turn == self._turn:
            self._progress.hide()
            then()

    def _on_failed(self, error: CoachError) -> None:
        self.table.hide()
        self.questions.hide()
        self.take.hide()
        self._show_hints(on=False)
        another = (_("Choose another list…"), lambda: asking.list_to_import(self, self._on_other))
        self.notice.say(error.text(), [another])

    def _show_hints(self, *, on: bool) -> None:
        for hint in self._hints:
            hint.setVisible(on)

    def _on_other(self, source: Path) -> None:
        self._source = source
        self._read()

    def _on_columns(self, columns: Sequence[Role]) -> None:
        self._columns = columns
        self._understand()

    def _on_sheet(self, sheet: str) -> None:
        self._read(sheet)

    def _count(self) -> None:
        taken, most = len(self.model.ticked), self.model.offered
        words = ngettext("Take {count} of {most} line", "Take {count} of {most} lines", most)
        self.take.setText(words.format(count=taken, most=most))
        self.take.setEnabled(bool(taken))
        self.take.show()

    def _on_take(self) -> None:
        assert self._preview
        contexts = self._editor.portfolio.contexts
        taken = exchange.activities(self._preview, self.model.ticked, contexts)
        label = ngettext("Import {count} activity", "Import {count} activities", len(taken))
        if self._editor.apply(label.format(count=len(taken)), edits.add(*taken)):
            self.accept()

    def _on_finished(self) -> None:
        self._turn += 1
        self.deleteLater()

    def _lay_out(self) -> None:
        self.setWindowTitle(_("Import a list"))
        self._progress.setRange(0, 0)
        self._progress.setAccessibleName(_("Reading the list"))
        for part in (self._progress, self.table, self.take):
            part.hide()
        ways = QHBoxLayout()
        above, below = self._hints
        ways.addWidget(below, 1)
        ways.addStretch(0)
        ways.addWidget(buttons.ordinary(_("Cancel"), self.reject, parent=self))
        ways.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space(3),) * 4)
        column.setSpacing(theme.space(1.5))
        for part in (self._title, above, self.questions, self.notice, self._progress):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        column.addLayout(ways)
        fitting.open_at(self, 140, 90)


def _how() -> tuple[str, str]:
    """What to know above the lines, and below them."""
    return (
        _("Ticked lines become activities to place. Above each column stands what it is taken for."),
        _("Space ticks or unticks the chosen lines."),
    )
