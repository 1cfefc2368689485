"""After a turn when the other has not had one on this computer: what is to be done with the file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import buttons
from coachapp.ui.blind.plain_page import PlainPage


class WaitPage(PlainPage):
    """The other's file is not back yet."""

    take_back_requested = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        words = (_("When the other's file is back, take it back here. Then you look at both boards."),)
        super().__init__(_("Your part is done"), words, parent)
        self.take_back = buttons.primary(_("Take the file back…"), self.take_back_requested.emit)
        self.end(self.take_back, buttons.ordinary(_("Later"), self.left.emit))


class GiveBackPage(PlainPage):
    """In the file of who was asked."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        words = (_("All is kept in this file. Close it, and give it back to who gave it to you."),)
        super().__init__(_("Your part is done"), words, parent)
        self.end(buttons.primary(_("Close"), self.left.emit))
