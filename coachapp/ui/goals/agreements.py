"""What we agree, and when we meet again."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.domain import edits
from coachapp.domain.portfolio import Agreement
from coachapp.domain.values import new_id
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.form import Form, changing
from coachapp.ui.inputs.newline import NewLine
from coachapp.ui.inputs.rows import Rows
from coachapp.ui.inputs.text import DateInput, TitleInput


class Agreements(QWidget):
    """Each agreement is a line with a date; another line adds one."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._rows = Rows(self._form, self._fill)
        self._empty = labels.note(
            _("Type what you agree, for example who asks whom for time, and press Enter.")
        )
        new = NewLine(_("New agreement…"))
        new.setEnabled(not editor.read_only)
        new.entered.connect(self._on_new)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space())
        for part in (self._empty, self._rows, new):
            layout.addWidget(part)

    def refresh(self) -> None:
        agreements = self._editor.portfolio.agreements
        self._rows.show_values(agreements)
        self._empty.setVisible(not agreements)

    def _form(self, agreement: Agreement) -> QWidget:
        form = Form(self._editor, changing(Agreement))
        form.add_row(("text", _("Agreement"), TitleInput()), ("due", _("When"), DateInput()))
        form.add_button(_("Remove this agreement"), partial(self._on_remove, agreement))
        return form

    def _fill(self, form: Form, agreement: Agreement) -> None:
        form.show_items((agreement,), agreement.text)

    def _on_new(self, text: str) -> None:
        step = _("Add “{name}”").format(name=text)
        self._editor.apply(step, edits.add(Agreement(new_id(), text)))

    def _on_remove(self, agreement: Agreement) -> None:
        step = _("Remove “{name}”").format(name=agreement.text)
        self._editor.apply(step, edits.remove(Agreement, (agreement.id,)))
