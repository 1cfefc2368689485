"""One file that left: what it was, for whom, until when, and whether it came back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from coachapp.domain.portfolio import Evidence, Shared
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui import buttons
from coachapp.ui.editor import Editor
from coachapp.ui.evidence.taking_out import TakingOut
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.form import Form, changing
from coachapp.ui.inputs.panel import Panel
from coachapp.ui.inputs.text import DateInput, LineInput
from coachapp.ui.notice import Notice
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
        self._left: Shared | None = None
        self._out = TakingOut(editor.shelf, self)
        self._out.said.connect(self._say)
        if editor.shelf:
            editor.shelf.failed.connect(self._on_not_saved)
        self._again = buttons.ordinary(_("Save this plan again…"), self._save_again, parent=self)
        self._notice = Notice(self)
        self._can_save = editor.shelf is not None
        for part in (self._name, self._about, self._content, self._form, self._told, self._notice):
            self.column.addWidget(part)
        self.column.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeading)

    def show_left(self, left: Shared) -> None:
        told = words.how_it_went(left, today())
        self._left = left
        self._again.setVisible(bool(left.kind == "plan" and left.digest and self._can_save))
        self._again.setAccessibleDescription(left.name)
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

    def _save_again(self) -> None:
        if left := self._left:
            self._out.save(Evidence(left.id, left.name, left.digest, left.size))

    def _on_not_saved(self, item: Evidence, error: CoachError) -> None:
        if self._left and item.id == self._left.id:
            self._say(error.text())

    def _say(self, text: str) -> None:
        self._notice.hide()
        if text:
            self._notice.say(text)
