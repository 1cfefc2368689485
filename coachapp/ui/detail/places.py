"""Where the chosen cards lie, and where else they could."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coachapp.domain import edits
from coachapp.domain.portfolio import Activity, Placement
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.ui.detail import laying
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import labels, words
from coachapp.ui.inputs.buttons import WordButton
from coachapp.ui.inputs.choices import Choice, ChoiceButtons, Combo
from coachapp.ui.inputs.rows import Rows
from coachapp.ui.theme import STEP


class Places(QWidget):
    """The cells an activity lies in, each to go to or to take it off; more cells; beside the board."""

    cell_requested = Signal(Cell)

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._activities: tuple[Activity, ...] = ()
        self._rows = Rows(self._row, key=lambda placement: (placement.id, placement.cell))
        self._more = Combo(parent=self)
        self._more.committed.connect(self._on_place)
        self._aside = ChoiceButtons(self._asides(), self, optional=False)
        self._aside.committed.connect(self._on_aside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP // 2)
        layout.addWidget(labels.heading(_("Where it lies")))
        for widget in (self._rows, self._more, self._aside):
            layout.addWidget(widget)
        for widget in (self._more, self._aside):
            widget.setEnabled(not editor.read_only)
        self._aside.setAccessibleName(_("Where it lies"))

    def show_activities(self, activities: tuple[Activity, ...]) -> None:
        self._activities = activities
        ids = {activity.id for activity in activities}
        placed = [p for p in self._editor.portfolio.placements if p.activity_id in ids]
        self._rows.show_values(placed if len(ids) == 1 else [])
        self._show_choices(placed)

    def _show_choices(self, placed: list[Placement]) -> None:
        framework = self._editor.portfolio.framework
        taken = [p.cell for p in placed] if len(self._activities) == 1 else []
        self._more.offer(words.cells(framework, taken))
        self._more.setCurrentIndex(-1)
        invitation = _("Also place in…") if placed else _("Place in…")
        self._more.setPlaceholderText(invitation)
        self._more.setAccessibleName(invitation)
        asides = {activity.aside for activity in self._activities}
        self._aside.show_value(asides.pop() if not placed and len(asides) == 1 else None)

    def _row(self, placement: Placement) -> QWidget:
        choice = words.cell_choice(self._editor.portfolio.framework, placement.cell)
        row = QWidget(self)
        go = WordButton(choice.word, row, choice.sign, choice.hue)
        go.clicked.connect(lambda: self.cell_requested.emit(placement.cell))
        off = QPushButton(_("Take off"), row)
        off.setAccessibleName(_("Take off {cell}").format(cell=choice.word))
        off.setEnabled(not self._editor.read_only)
        off.clicked.connect(lambda: self._on_take_off(placement))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(go, 1)
        layout.addWidget(off)
        return row

    @staticmethod
    def _asides() -> list[Choice]:
        return [
            Choice("", _("To place")),
            Choice("learning", _("My own learning")),
            Choice("off", _("Off the board")),
        ]

    def _name(self) -> str:
        return self._activities[0].title if len(self._activities) == 1 else str(len(self._activities))

    def _on_place(self, cell: Cell) -> None:
        ids = [activity.id for activity in self._activities]
        self._editor.apply(_("Place “{name}”").format(name=self._name()), laying.lay(ids, cell))

    def _on_take_off(self, placement: Placement) -> None:
        label = _("Take “{name}” off").format(name=self._name())
        self._editor.apply(label, edits.take_off((placement.id,)))

    def _on_aside(self, aside: str) -> None:
        ids = [activity.id for activity in self._activities]
        label = _("Set “{name}” aside").format(name=self._name())
        self._editor.apply(label, edits.set_aside(ids, aside))
