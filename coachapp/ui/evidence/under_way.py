"""How far copying a file in is, in the place where it will stand."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from coachapp import formats
from coachapp.i18n import gettext as _
from coachapp.ui.evidence.shelf import Shelf
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.buttons import WordButton
from coachapp.ui.theme import STEP


class UnderWay(QWidget):
    """Hidden while nothing is copied in for this owner."""

    def __init__(self, shelf: Shelf | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._words = labels.text(parent=self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.cancel = WordButton(_("Cancel"), self)
        row = QHBoxLayout()
        row.setSpacing(STEP)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._words)
        column.addLayout(row)
        self.hide()
        if shelf:
            self.cancel.clicked.connect(lambda _on=False: shelf.cancel())
            shelf.progress.connect(self._on_progress)

    def show_owner(self, owner: str) -> None:
        now = self._shelf.current if self._shelf else None
        here = now is not None and now.owner == owner
        if here and now:
            self._say(now.item.name, "")
        self.setVisible(here)

    def _on_progress(self, done: int) -> None:
        if self._shelf and (now := self._shelf.current):
            self._say(now.item.name, formats.size(done))

    def _say(self, name: str, done: str) -> None:
        words = _("Copying “{name}”…").format(name=name)
        self._words.setText(labels.breakable(f"{words} {done}".strip()))
        self.bar.setAccessibleName(words)
