"""What stands above the board of a day: to the day before and after, play, two days, keep today's."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import buttons, theme
from coachapp.ui.icons import icon
from coachapp.ui.inputs.flow import FlowLayout


class Controls(QWidget):
    """`stepped(by)`: a day back or on; `played`: start or stop; `doubled(on)`: two days or one."""

    stepped = Signal(int)
    played = Signal()
    doubled = Signal(bool)
    kept = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget | None = None, *, moves: bool) -> None:
        super().__init__(parent)
        self.earlier = buttons.sign_only(_("The day before"), lambda: self.stepped.emit(-1), "earlier", self)
        self.later = buttons.sign_only(_("The day after"), lambda: self.stepped.emit(1), "later", self)
        self.play = buttons.ordinary("", self.played.emit, "play", self)
        self.play.setVisible(moves)
        self.double = buttons.ordinary(_("Two days side by side"), self._on_double, parent=self)
        self.double.setCheckable(True)
        self.words = buttons.ordinary(_("In words"), lambda: None, parent=self)
        self.words.setCheckable(True)
        self.words.setChecked(True)
        self.keep = buttons.ordinary(_("Keep today"), self.kept.emit, parent=self)
        self.keep.setToolTip(_("Keep the board as it is today"))
        self.remove = buttons.quiet(_("Remove this day"), self.removed.emit, parent=self)
        self.remove.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.space(1.5), theme.space(), theme.space(1.5), theme.space())
        row = FlowLayout(space=theme.space())
        column.addLayout(row)
        for part in (self.earlier, self.play, self.later, self.double, self.words, self.keep, self.remove):
            row.addWidget(part)
        self.show_playing(going=False)

    def show_playing(self, *, going: bool) -> None:
        self.play.setText(_("Stop") if going else _("Play"))
        self.play.setIcon(icon("stop" if going else "play"))

    def offer(self, *, earlier: bool, later: bool, remove: bool) -> None:
        self.earlier.setEnabled(earlier)
        self.later.setEnabled(later)
        self.remove.setVisible(remove)

    def _on_double(self) -> None:
        self.doubled.emit(self.double.isChecked())
