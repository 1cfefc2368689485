"""The field for a passphrase: hidden or shown, with a hint when Caps Lock is on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import buttons, secrets, theme
from coachapp.ui.icons import icon
from coachapp.ui.inputs import labels


class PassphraseField(QWidget):
    """`shown_changed(bool)`: the person wants to see what she types, or no longer."""

    shown_changed = Signal(bool)
    entered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = _Edit(self)
        self.edit.setAccessibleName(name)
        self.edit.caps_lock.connect(self._on_caps_lock)
        self.edit.returnPressed.connect(self.entered)
        self._show = buttons.sign_only(_("Show the passphrase"), self._on_show, "show", self)
        self.hint = labels.note(_("Caps Lock is on."), self)
        self.hint.hide()
        self.setFocusProxy(self.edit)
        self._lay_out()

    @property
    def text(self) -> str:
        return self.edit.text()

    def reveal(self, shown: bool) -> None:
        """Show what is typed, or dots."""
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        words = _("Hide the passphrase") if shown else _("Show the passphrase")
        self.edit.setEchoMode(mode)
        secrets.hint(self.edit)
        self._show.setIcon(icon("hide" if shown else "show", theme.current().accent))
        self._show.setToolTip(words)
        self._show.setAccessibleName(words)

    def _on_show(self) -> None:
        shown = self.edit.echoMode() == QLineEdit.EchoMode.Password
        self.reveal(shown)
        self.shown_changed.emit(shown)

    def _on_caps_lock(self, on: bool) -> None:
        self.hint.setVisible(on)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.space(0.5))
        row.addWidget(self.edit, 1)
        row.addWidget(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(0.5))
        column.addLayout(row)
        column.addWidget(self.hint)


class _Edit(QLineEdit):
    caps_lock = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        secrets.keep(self, self.text)
        self.textEdited.connect(self._forget_steps)

    def _forget_steps(self) -> None:
        """Undo would keep everything that was ever typed here; Qt drops it when a text is set."""
        at = self.cursorPosition()
        self.setText(self.text())
        self.setCursorPosition(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt doesn't say whether Caps Lock is on: a capital without Shift does."""
        typed = event.text()
        if typed.isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock.emit(typed.isupper() != shift)
        super().keyPressEvent(event)
