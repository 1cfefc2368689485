"""Between two turns: nothing of either board is on the screen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import buttons
from coachapp.ui.blind.people import Person
from coachapp.ui.blind.plain_page import PlainPage


class CoverPage(PlainPage):
    """`taken`: the one whose turn it is sits before the screen."""

    taken = Signal()

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        words = (
            _("The other looks away now."),
            _("Neither of you sees what the other laid until both are done."),
        )
        super().__init__(person.turn, words, parent)
        self.start = buttons.primary(_("Begin my turn"), self.taken.emit)
        self.end(self.start)
