"""The ways to a coach book: make one, or open one that there is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import buttons, theme
from coachapp.ui.inputs import labels


class DoorPage(QWidget):
    """`new_requested`, `open_requested`: what the coach wants; `left`: to go back."""

    new_requested = Signal()
    open_requested = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        back = buttons.quiet(_("Back"), self.left.emit, "back", self)
        make = buttons.primary(_("New coach book"), self.new_requested.emit, "add", self)
        open_ = buttons.ordinary(_("Open…"), self.open_requested.emit, "open", self)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, back.click)
        self.setFocusProxy(make)
        ways = QHBoxLayout()
        for button in (make, open_):
            ways.addWidget(button)
        ways.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space(4), theme.space(3)) * 2)
        column.setSpacing(theme.space(1.5))
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(labels.title(_("My coachees"), self))
        for words in _promises():
            column.addWidget(labels.text(words, self))
        column.addSpacing(theme.space())
        column.addLayout(ways)
        column.addStretch(1)


def _promises() -> tuple[str, ...]:
    return (
        _(
            "A coach book is a file of your own, with a passphrase of its own: whom you coach, when you "
            "meet, what to ask after, and your working notes."
        ),
        _(
            "Nothing of it is ever in a portfolio, and it opens only where the person you talk with "
            "can't see it."
        ),
        _(
            "Your notes may in principle be asked for by the person they are about. "
            "Write them as if she will read them."
        ),
    )
