"""Preparing alone at home: one screen, from which the sheet of paper can be made too."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import buttons, fitting, theme
from coachapp.ui.editor import Editor
from coachapp.ui.help import key
from coachapp.ui.inputs import dialog_page, labels
from coachapp.ui.inputs.following import fill
from coachapp.ui.preparing import ways
from coachapp.ui.preparing.part import PreparePart


class PrepareDialog(QDialog):
    """All is kept as it is typed; closing it loses nothing."""

    def __init__(self, editor: Editor, conversation_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Prepare"))
        self._editor = editor
        self.part = PreparePart(editor, conversation_id)
        self._lay_out()
        self.part.refresh()
        editor.changed.connect(self.part.refresh)
        self.finished.connect(self.deleteLater)
        key.f1(self, self._help)
        fitting.open_at(self, 84, 96)
        self.part.lines.new.setFocus()

    def done(self, result: int) -> None:
        self.part.flush()
        super().done(result)

    def _lay_out(self) -> None:
        inner = QWidget()
        column = dialog_page.named(inner, _("Prepare"))
        column.addWidget(labels.note(_about(), inner))
        column.addWidget(self.part)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(theme.space(3), theme.space(), theme.space(3), theme.space(2))
        row.addWidget(buttons.ordinary(_("Preparation sheet…"), self._make_sheet, parent=self))
        row.addStretch(1)
        row.addWidget(buttons.primary(_("Close"), self.accept, parent=self))
        fill(self, inner, row)

    def _help(self) -> None:
        from coachapp.ui.help import dialog  # noqa: PLC0415 - only who asks for it waits

        dialog.show(self, "preparing")

    def _make_sheet(self) -> None:
        self.part.flush()
        ways.sheet(self._editor, self)


def _about() -> str:
    return _(
        "Nothing has to be complete. All is saved as you type, and lies ready when the conversation begins."
    )
