"""What opens a portfolio: its passphrase or, for who lost that, the words of its recovery sheet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import buttons, theme
from coachapp.ui.inputs import labels
from coachapp.ui.passphrase import PassphraseField
from coachapp.ui.start.sheet_words import SheetWords
from coachapp.ui.start.ways import Secret


class SecretFields(QWidget):
    """Asks one of the two; `lost` turns to the other, and stands where the page puts it."""

    entered = Signal()
    turned = Signal()

    def __init__(self, parent: QWidget | None = None, *, by_sheet: bool = False) -> None:
        super().__init__(parent)
        self.by_sheet = by_sheet
        self.field = PassphraseField(_("Passphrase"), self)
        self.field.entered.connect(self.entered)
        self.words = SheetWords(self)
        self.lost = buttons.quiet("", self._on_lost, parent=self)
        self._label = labels.text(_("Passphrase"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1.5))
        for part in (self._label, self.field, self.words):
            column.addWidget(part)
        self._turn()

    @property
    def secret(self) -> Secret | None:
        """What was typed, if anything."""
        text = self.words.text if self.by_sheet else self.field.text
        return Secret(text, self.by_sheet) if (text.strip() if self.by_sheet else text) else None

    @property
    def invitation(self) -> str:
        """What to do when nothing was typed."""
        words, phrase = _("Type the words of the sheet."), _("Type the passphrase of this file.")
        return words if self.by_sheet else phrase

    def hold(self, on: bool) -> None:
        """Nothing can be typed while something is under way."""
        self.field.edit.setReadOnly(on)
        self.words.edit.setReadOnly(on)
        self.lost.setDisabled(on)

    def ask_again(self) -> None:
        """What was typed can be typed over."""
        if self.isVisible():
            self.field.edit.selectAll()
            self.setFocus()

    def _on_lost(self) -> None:
        self.by_sheet = not self.by_sheet
        self._turn()
        self.turned.emit()
        self.setFocus()

    def _turn(self) -> None:
        self.lost.setText(_("I know the passphrase") if self.by_sheet else _("I lost the passphrase"))
        self._label.setHidden(self.by_sheet)
        self.field.setHidden(self.by_sheet)
        self.words.setVisible(self.by_sheet)
        self.setFocusProxy(self.words if self.by_sheet else self.field)
