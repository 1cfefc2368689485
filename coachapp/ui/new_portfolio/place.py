"""Where a new file goes: a good place until the person chooses another."""

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import asking, buttons, endings, theme
from coachapp.ui.inputs import labels
from coachapp.ui.new_portfolio import names


class PlaceField(QWidget):
    def __init__(
        self, held: Path | None = None, parent: QWidget | None = None, ending: str = endings.PORTFOLIO
    ) -> None:
        super().__init__(parent)
        self._held, self._ending = held, ending
        self._chosen = False
        self._name = labels.text("", self)
        self._folder = labels.note("", self)
        self.change = buttons.ordinary(_("Another place…"), self._on_change, "open", self)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._name)
        texts.addWidget(self._folder)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(2))
        row.addLayout(texts, 1)
        row.addWidget(self.change)
        self.follow("")

    def follow(self, owner: str) -> None:
        """Suggest a file of this owner's name, unless a place was chosen."""
        if not self._chosen:
            self._show(names.suggested(owner, self._held, self._ending))

    def choose(self, path: Path) -> None:
        self._chosen = True
        self._show(path if path.suffix else path.with_suffix(self._ending))

    def _show(self, path: Path) -> None:
        self.path = path
        self._name.setText(labels.breakable(path.name))
        self._folder.setText(labels.breakable(str(path.parent)))

    def _on_change(self) -> None:
        asking.place_for(self, self.path, self.choose, self._ending)
