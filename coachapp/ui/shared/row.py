"""One file that left: what it was, for whom, until when, and whether it came back."""

from PySide6.QtWidgets import QWidget

from coachapp.domain.portfolio import Shared
from coachapp.i18n import gettext as _
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.form import Form, changing
from coachapp.ui.inputs.panel import Panel
from coachapp.ui.inputs.text import DateInput, LineInput
from coachapp.ui.shared import words
from coachapp.ui.shared.listing import today


class SharedRow(Panel):
    """For whom it was, and what was agreed, can be written down afterwards too."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._about = labels.heading("", self), labels.note("", self)
        self._content, self._told = labels.text("", self), labels.text("", self)
        self._form = Form(editor, changing(Shared), self)
        self._form.add_row(
            ("reader", _("For whom"), LineInput()), ("expires_on", _("To be removed by"), DateInput())
        )
        for part in (self._name, self._about, self._content, self._form, self._told):
            self.column.addWidget(part)

    def show_left(self, left: Shared) -> None:
        told = words.how_it_went(left, today())
        for label, text in (
            (self._name, left.name or words.about(left)),
            (self._about, words.about(left)),
            (self._content, left.content),
            (self._told, told),
        ):
            label.setText(labels.breakable(text))
            label.setVisible(bool(text))
        self._form.show_items((left,), left.name)
        for field in ("reader", "expires_on"):  # else all rows sound the same
            self._form.input(field).setAccessibleDescription(left.name)
