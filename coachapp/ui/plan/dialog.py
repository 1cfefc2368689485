"""The Plan page over the conversation: choose what goes in, and make it, without leaving the table."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import buttons, fitting, theme
from coachapp.ui.editor import Editor
from coachapp.ui.plan.page import PlanPage
from coachapp.ui.settings import Settings


class PlanDialog(QDialog):
    def __init__(self, editor: Editor, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Development plan"))
        self.page = PlanPage(editor, settings, self)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(*(theme.space(2),) * 4)
        bottom.addStretch(1)
        bottom.addWidget(buttons.ordinary(_("Back to the conversation"), self.accept, parent=self))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page, 1)
        column.addLayout(bottom)
        fitting.open_at(self, 110, 80)
        self.finished.connect(self.deleteLater)
        self.page.be_ready()
