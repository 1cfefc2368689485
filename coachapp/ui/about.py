"""About the program: what it stands on and whom it owes."""

import platform

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from coachapp import __version__
from coachapp.i18n import gettext as _
from coachapp.packs import default_framework
from coachapp.ui import buttons, fitting, theme
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.following import fill


class AboutDialog(QDialog):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About CoachApp"))
        framework = default_framework()
        text = QWidget()
        column = QVBoxLayout(text)
        column.setContentsMargins(*(theme.space(3),) * 4)
        column.setSpacing(theme.space(1.5))
        column.addWidget(labels.title(_("CoachApp {version}").format(version=__version__)))
        for words in (
            _(
                "A board for teachers' work, for two people at a table or for one alone. "
                "It works offline: nothing you fill in leaves this computer unless you send it."
            ),
            f"{framework.title} {framework.version}: {framework.credit}",
            _(
                "CoachApp is free software under the Apache 2.0 licence. "
                "It is built on Qt and PySide (LGPL 3), "
                "SQLCipher and SQLite, SQLModel, ReportLab, Babel and openpyxl, "
                "and set in Atkinson Hyperlegible and Noto (SIL Open Font License)."
            ),
        ):
            column.addWidget(labels.text(words))
        column.addWidget(labels.note(f"Python {platform.python_version()} · Qt {qVersion()}"))
        column.addStretch(1)
        ways = QHBoxLayout()
        ways.setContentsMargins(*(theme.space(3),) * 4)
        ways.addStretch(1)
        ways.addWidget(buttons.ordinary(_("Close"), self.accept))
        fill(self, text, ways)
        fitting.open_at(self, 64, 52)
        self.finished.connect(self.deleteLater)
