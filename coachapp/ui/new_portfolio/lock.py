"""How a new file is locked: a passphrase typed twice, or none."""

from typing import Final

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.inputs import labels
from coachapp.ui.passphrase import PassphraseField

_SHORTEST: Final = 8


class LockFields(QWidget):
    """Says before, not after, what a lost passphrase means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = PassphraseField(_("Passphrase"), self)
        self.second = PassphraseField(_("The same passphrase again"), self)
        self.without = QCheckBox(_("Without a passphrase"), self)
        self.without.toggled.connect(self._on_without)
        self.first.shown_changed.connect(self.second.reveal)
        self.second.shown_changed.connect(self.first.reveal)
        self.first.entered.connect(self.second.setFocus)
        self.entered = self.second.entered
        self._complaint = labels.complaint(self)
        self._open_to_all = labels.text(
            _("Whoever gets hold of the file can read all of it: on a lost stick, in a shared folder."),
            self,
        )
        self._locked = QWidget(self)
        self.setFocusProxy(self.first)
        self._lay_out()
        self._on_without(on=False)

    @property
    def passphrase(self) -> str | None:
        return None if self.without.isChecked() else self.first.text

    def check(self) -> bool:
        """Whether it can be locked like this; else the reason stands below the passphrase."""
        problem = "" if self.without.isChecked() else self._problem()
        self._complaint.setText(problem)
        self._complaint.setVisible(bool(problem))
        if problem:
            self._to_mend().setFocus()
        return not problem

    def _problem(self) -> str:
        if len(self.first.text) < _SHORTEST:
            return _(
                "Type a passphrase of at least {count} characters. Four words in a row are easy to keep."
            ).format(count=_SHORTEST)
        if self.first.text != self.second.text:
            return _("The two passphrases differ. Type the same one twice.")
        return ""

    def _to_mend(self) -> PassphraseField:
        return self.first if len(self.first.text) < _SHORTEST else self.second

    def _on_without(self, on: bool) -> None:
        self._locked.setVisible(not on)
        self._open_to_all.setVisible(on)
        self._complaint.hide()

    def _lay_out(self) -> None:
        fields = QVBoxLayout(self._locked)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(theme.space(0.5))
        warning = _(
            "Without this passphrase nobody can open the portfolio, and nobody can make a new one for you. "
            "Write it down and keep it somewhere safe."
        )
        for part in (
            labels.note(warning, self),
            labels.text(_("Passphrase"), self),
            self.first,
            labels.text(_("The same passphrase again"), self),
            self.second,
        ):
            fields.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space())
        for part in (self._locked, self._complaint, self.without, self._open_to_all):
            column.addWidget(part)
