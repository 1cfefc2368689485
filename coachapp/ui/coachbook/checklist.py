"""What to look at before a talk, ticked for this one; another talk begins with nothing ticked."""

from functools import partial

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from coachapp.domain.coach_book import edits
from coachapp.domain.coach_book.book import Check, Coachee
from coachapp.domain.values import new_id
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, theme
from coachapp.ui.coachbook.editor import BookEditor
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.newline import NewLine
from coachapp.ui.inputs.panel import Panel
from coachapp.ui.inputs.rows import Rows


class Checklist(Panel):
    """With everyone's lines and her own; only her own can be removed here."""

    def __init__(self, editor: BookEditor) -> None:
        super().__init__()
        self._editor = editor
        self._coachee: Coachee | None = None
        self._rows = Rows(self._row, self._fill)
        new = NewLine(_("Something to look at before this talk…"), self)
        new.setEnabled(not editor.read_only)
        new.entered.connect(self._on_new)
        self.column.addWidget(labels.heading(_("Before the talk"), self))
        self.column.addWidget(self._rows)
        self.column.addWidget(new)

    def show_for(self, coachee: Coachee) -> None:
        self._coachee = coachee
        hers = [one for one in self._editor.book.checks if one.coachee_id in ("", coachee.id)]
        self._rows.show_values(sorted(hers, key=lambda check: bool(check.coachee_id)))

    def _row(self, check: Check) -> QWidget:
        row = QWidget()
        box = QCheckBox(row)
        box.setEnabled(not self._editor.read_only)
        box.clicked.connect(lambda on: self._on_ticked(check, on))
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.space())
        line.addWidget(box, 1)
        if check.coachee_id and not self._editor.read_only:
            words = _("Remove “{name}”").format(name=check.text)
            line.addWidget(buttons.sign_only(words, partial(self._on_remove, check), "close", row))
        return row

    def _fill(self, row: QWidget, check: Check) -> None:
        assert self._coachee
        box = row.findChild(QCheckBox)
        assert box
        box.setText(check.text.replace("&", "&&"))
        box.setChecked(check.id in self._coachee.checked)

    def _on_ticked(self, check: Check, on: bool) -> None:
        assert self._coachee
        step = _("Tick “{name}”") if on else _("Untick “{name}”")
        self._editor.ask(step.format(name=check.text), edits.tick(check, self._coachee.id, on=on))

    def _on_new(self, text: str) -> None:
        assert self._coachee
        step = _("Add “{name}”").format(name=text)
        self._editor.ask(step, edits.add(Check(new_id(), text, self._coachee.id)))

    def _on_remove(self, check: Check) -> None:
        self._editor.ask(_("Remove “{name}”").format(name=check.text), edits.remove(Check, (check.id,)))
