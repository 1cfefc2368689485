"""What to do with a plan that has been written."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext
from coachapp.report.plan import Written
from coachapp.ui import buttons
from coachapp.ui.announce import announce
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.flow import FlowLayout
from coachapp.ui.inputs.panel import Panel


class Done(Panel):
    """Hidden until a plan is written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self._words, self._replaced = labels.text(), labels.note()
        ways = FlowLayout()
        ways.addWidget(buttons.ordinary(_("Open"), self._open))
        ways.addWidget(buttons.ordinary(_("Show in folder"), self._show_in_folder))
        self.column.addWidget(self._words)
        self.column.addWidget(self._replaced)
        self.column.addLayout(ways)
        self.hide()

    def say(self, written: Written) -> None:
        self._path = written.path
        pages = ngettext("{count} page", "{count} pages", written.pages).format(count=written.pages)
        words = _("The plan is written: {name}, {pages}.").format(name=written.path.name, pages=pages)
        self._words.setText(labels.breakable(words))
        replaced = _("These characters can't be printed; � stands in their place: {characters}")
        self._replaced.setText(replaced.format(characters=" ".join(written.replaced)))
        self._replaced.setVisible(bool(written.replaced))
        self.show()
        announce(self, words)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))

    def _show_in_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))
