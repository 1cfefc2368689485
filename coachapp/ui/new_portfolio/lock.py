"""How a new file is locked: a passphrase typed twice, or none where the rules allow that."""

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.packs import policy, strength
from coachapp.ui import theme
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.following import bring_in_sight
from coachapp.ui.passphrase import PassphraseField
from coachapp.ui.strength import StrengthMeter


class LockFields(QWidget):
    """Says before, not after, what a lost passphrase means, or else this `about` it.

    `anew`: it takes the place of another one, or is for another file.
    """

    def __init__(self, parent: QWidget | None = None, *, anew: bool = False, about: str = "") -> None:
        super().__init__(parent)
        self._policy = policy.read().policy
        self._name = _("The new passphrase") if anew else _("Passphrase")
        self.first = PassphraseField(self._name, self)
        self.meter = StrengthMeter(self.first.edit, self)
        self.second = PassphraseField(_("The same passphrase again"), self)
        self.without = QCheckBox(_("Without a passphrase"), self)
        self.without.toggled.connect(self._on_without)
        self.without.setHidden(anew or self._policy.encryption_required)
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
        self._lay_out(about or _about())
        self._on_without(on=False)

    @property
    def passphrase(self) -> str | None:
        return None if self.without.isChecked() else self.first.text

    def check(self) -> bool:
        """Whether it can be locked like this; else the reason stands below the passphrase."""
        problem, mend = self._problem()
        self._complaint.setText(problem)
        self._complaint.setVisible(bool(problem))
        if problem:
            mend.setFocus()
            bring_in_sight(self._complaint)
        return not problem

    def _problem(self) -> tuple[str, PassphraseField]:
        """What is wrong, or nothing, and where to mend it."""
        try:
            strength.check(self.passphrase, self._policy)
        except CoachError as error:
            return error.text(), self.first
        if not self.without.isChecked() and self.first.text != self.second.text:
            return _("The two passphrases differ. Type the same one twice."), self.second
        return "", self.first

    def _on_without(self, on: bool) -> None:
        self._locked.setVisible(not on)
        self._open_to_all.setVisible(on)
        self._complaint.hide()

    def _lay_out(self, about: str) -> None:
        fields = QVBoxLayout(self._locked)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(theme.space(0.5))
        for part in (
            labels.note(about, self),
            labels.text(self._name, self),
            self.first,
            self.meter,
            labels.text(_("The same passphrase again"), self),
            self.second,
        ):
            fields.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space())
        for part in (self._locked, self._complaint, self.without, self._open_to_all):
            column.addWidget(part)


def _about() -> str:
    return _(
        "Without this passphrase nobody can open the portfolio, unless you have printed "
        "its recovery sheet. Write it down and keep it somewhere safe."
    )
