"""All that a locked window shows while its last changes are not saved yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import buttons, fitting, theme
from coachapp.ui.inputs import labels
from coachapp.ui.notice import Notice
from coachapp.ui.passphrase import PassphraseField


class LockedPage(QWidget):
    """`entered(passphrase)`: somebody wants to go on."""

    entered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = PassphraseField(_("Passphrase"), self)
        self.field.entered.connect(self._on_entered)
        self.enter = buttons.primary(_("Go on"), self._on_entered, "locked", self)
        self.notice = Notice(self)
        self._why = labels.note("", self)
        self.setFocusProxy(self.field)
        self._lay_out()

    def tell(self, why: str) -> None:
        """Why the last changes are not saved yet."""
        self._why.setText(labels.breakable(why))

    def busy(self, *, on: bool) -> None:
        """While the passphrase is tried."""
        self.field.edit.setReadOnly(on)
        self.enter.setDisabled(on)

    def refuse(self) -> None:
        """It was another passphrase."""
        self.notice.say(_("That is not the passphrase of this portfolio. Type it again; look at capitals."))
        self.field.edit.selectAll()
        self.field.setFocus()

    def _on_entered(self) -> None:
        if self.field.text and self.enter.isEnabled():
            self.notice.hide()
            self.entered.emit(self.field.text)

    def _lay_out(self) -> None:
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        column.setSpacing(theme.space(1.5))
        column.addStretch(1)
        column.addWidget(labels.title(_("Locked"), inner))
        column.addWidget(labels.text(_("Type the passphrase to go on."), inner))
        column.addWidget(self.field)
        column.addWidget(self.notice)
        column.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignLeading)
        column.addSpacing(theme.space())
        column.addWidget(labels.text(_("The last changes are kept here until they can be saved."), inner))
        column.addWidget(self._why)
        column.addStretch(2)
        fitting.in_the_middle(self, inner, 80)
