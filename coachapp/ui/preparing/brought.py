"""A reflection that comes along, to read; it can be left out after all."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp import formats
from coachapp.domain import edits, journal
from coachapp.domain.portfolio import Reflection
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.buttons import WordButton


class BroughtRow(QWidget):
    def __init__(self, editor: Editor, id: str, parent: QWidget | None = None) -> None:  # noqa: A002
        super().__init__(parent)
        self._editor, self._id = editor, id
        self._text, self._below = labels.text(), labels.note()
        self.leave = WordButton(_("Leave it out"))
        self.leave.setEnabled(not editor.read_only)
        self.leave.clicked.connect(self._on_leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, theme.space(0.5))
        column.setSpacing(theme.space(0.25))
        column.addWidget(self._text)
        column.addWidget(self._below)
        column.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignLeading)

    def show_reflection(self, reflection: Reflection) -> None:
        parts = (formats.day(reflection.date), *journal.ties(self._editor.portfolio, reflection))
        self._text.setText(labels.breakable(reflection.text))
        self._below.setText(labels.breakable(" · ".join(part for part in parts if part)))
        self.leave.setAccessibleName(f"{self.leave.text()}: {journal.name(reflection)}")

    def _on_leave(self) -> None:
        self._editor.apply(_("Leave it out"), edits.change(Reflection, [self._id], bring=""))
