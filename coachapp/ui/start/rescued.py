"""What could be read of a damaged portfolio, and what is lost."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import buttons, theme
from coachapp.ui.announce import announce
from coachapp.ui.inputs import labels
from coachapp.ui.start.ways import Rescued


class RescuedPage(QWidget):
    """`open_requested`: the new file; `left` asks to go back."""

    open_requested = Signal()
    left = Signal()

    def __init__(self, new: Path, rescued: Rescued, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._new, self._lost = new, "\n".join(rescued.lost)
        self._kept = "\n".join(f"{part[:1].upper()}{part[1:]}: {count}" for count, part in rescued.kept)
        self.open = buttons.primary(_("Open the new portfolio"), self.open_requested.emit, "open", self)
        self._back = buttons.quiet(_("Back"), self.left.emit, "back", self)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self._back.click)
        self._lay_out()

    def tell(self) -> None:
        """Speak the outcome."""
        self.open.setFocus()
        announce(self, f"{self._title()}\n{self._lost}")

    def _title(self) -> str:
        return _("Rescued as {name}").format(name=self._new.name)

    def _lay_out(self) -> None:
        keep = _("The damaged file is still there. Keep it until you have looked through the new one.")
        ways = QHBoxLayout()
        ways.addWidget(self.open)
        if self._lost:
            ways.addWidget(buttons.ordinary(_("Copy the list"), self._on_copy, parent=self))
        ways.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space(4), theme.space(3)) * 2)
        column.setSpacing(theme.space(1.5))
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(labels.title(self._title(), self))
        column.addWidget(labels.note(str(self._new.parent), self))
        for heading, words in (
            (_("In the new file"), self._kept or _("Nothing but an empty board.")),
            (_("What could not be read or kept"), self._lost or _("Nothing was found missing.")),
        ):
            column.addSpacing(theme.space())
            column.addWidget(labels.heading(heading, self))
            column.addWidget(_to_copy(words, self))
        column.addSpacing(theme.space())
        column.addWidget(labels.text(keep, self))
        column.addLayout(ways)
        column.addStretch(1)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._lost)


def _to_copy(words: str, parent: QWidget) -> QWidget:
    label = labels.text(words, parent)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
