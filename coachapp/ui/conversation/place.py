"""Placing: only where. How it is, who sees it and why wait until somebody wants to tell."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.domain import edits, insight
from coachapp.domain.portfolio import Activity
from coachapp.domain.values import new_id
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext
from coachapp.ui import buttons, theme
from coachapp.ui.blind.entry import PlaceApart
from coachapp.ui.conversation.talk import Talk
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.newline import NewLine


class PlacePart(QWidget):
    def __init__(self, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._talk = talk
        self._waiting = labels.heading()
        self.new = NewLine(_("New activity…"))
        self.new.setEnabled(not talk.editor.read_only)
        self.new.entered.connect(self._on_new)
        self.apart = PlaceApart(talk)
        self.from_table = buttons.quiet(_("Lay what lies on the table…"), self._ask_for_table, parent=self)
        self.from_table.setEnabled(not talk.editor.read_only)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space())
        for part in (self._waiting, self.new, labels.note(_how())):
            column.addWidget(part)
        column.addWidget(self.apart.button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.from_table, 0, Qt.AlignmentFlag.AlignLeading)

    def refresh(self) -> None:
        waiting = len(insight.beside_board(self._talk.editor.portfolio, ""))
        words = ngettext("{count} card to place", "{count} cards to place", waiting)
        self._waiting.setText(words.format(count=waiting) if waiting else _("All cards have a place."))
        self.apart.refresh()

    def _ask_for_table(self) -> None:
        from coachapp.ui.laying.dialog import FromTableDialog  # noqa: PLC0415 - hardly ever needed

        FromTableDialog(self._talk.editor, self.window()).open()

    def _on_new(self, title: str) -> None:
        step = _("Add “{name}”").format(name=title)
        self._talk.editor.apply(step, edits.add(Activity(new_id(), title)))


def _how() -> str:
    return _(
        "Drag a card to its cell, or click the card and then the cell. With the keyboard: Space picks up, "
        "the arrows choose, Space lays down. Ask “who notices it?” when you are in doubt."
    )
