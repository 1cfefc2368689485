"""The ambitions of a card or of a cell: where to, in which direction, by when."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.domain import edits
from coachapp.domain.portfolio import Ambition
from coachapp.domain.values import Cell, new_id
from coachapp.i18n import gettext as _
from coachapp.ui import shapes
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import labels, words
from coachapp.ui.inputs.buttons import WordButton
from coachapp.ui.inputs.choices import Choice, Combo
from coachapp.ui.inputs.flow import FlowLayout
from coachapp.ui.inputs.form import Form, changing
from coachapp.ui.inputs.rows import Rows
from coachapp.ui.theme import STEP


class Ambitions(QWidget):
    """`ambition_requested(ambition)`: a wish without a target yet, to be pointed out on the board."""

    ambition_requested = Signal(object)

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._wish = Ambition("")
        self._name = ""
        self._rows = Rows(self._row, self._fill)
        self._target = Combo(parent=self)
        self._target.setPlaceholderText(_("Draw an ambition…"))
        self._target.setAccessibleName(_("Draw an ambition…"))
        self._target.committed.connect(self._on_target)
        self._point = WordButton(_("Point it out on the board"), self)
        self._point.setObjectName("point-out")
        self._point.clicked.connect(lambda: self.ambition_requested.emit(self._new()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP // 2)
        layout.addWidget(labels.heading(_("Ambitions")))
        layout.addWidget(self._rows)
        add = FlowLayout()
        for widget in (self._target, self._point):
            widget.setEnabled(not editor.read_only)
            add.addWidget(widget)
        layout.addLayout(add)

    def show_wish(self, wish: Ambition, name: str) -> None:
        """Show what starts where this wish does: its activity, or its cell without an activity."""
        self._wish, self._name = wish, name
        self._rows.show_values([a for a in self._editor.portfolio.ambitions if self._starts_here(a)])
        self._target.offer(targets(self._editor, wish))
        self._target.setCurrentIndex(-1)

    def flush(self) -> None:
        for form in self._rows.findChildren(Form):
            form.flush()

    def _starts_here(self, ambition: Ambition) -> bool:
        if self._wish.activity_id:
            return ambition.activity_id == self._wish.activity_id
        return ambition.origin == self._wish.origin and not ambition.activity_id

    def _row(self, ambition: Ambition) -> QWidget:
        form = Form(self._editor, changing(Ambition), self._rows)
        form.add("target", _("Where to"), Combo(targets(self._editor, ambition)))
        line = Combo(words.career_lines(self._editor.portfolio.framework))
        horizon = Combo(words.horizons())
        form.add_beside(("career_line", _("Direction"), line), ("horizon", _("By when"), horizon))
        form.add_button(_("Remove this ambition"), partial(self._on_remove, ambition.id))
        return form

    def _fill(self, form: Form, ambition: Ambition) -> None:
        form.show_items((ambition,), self._name)

    def _new(self) -> Ambition:
        return replace(self._wish, id=new_id())

    def _on_target(self, target: Cell | None) -> None:
        label = _("Ambition for “{name}”").format(name=self._name)
        self._editor.apply(label, edits.add(replace(self._new(), target=target)))

    def _on_remove(self, ambition_id: str) -> None:
        label = _("Remove the ambition for “{name}”").format(name=self._name)
        self._editor.apply(label, edits.remove(Ambition, (ambition_id,)))


def targets(editor: Editor, ambition: Ambition) -> list[Choice]:
    """Deepening first, then letting go, then every other cell; without a start only cells, or none."""
    framework = editor.portfolio.framework
    first = []
    if ambition.origin is not None:
        deeper = _("Deepen it: {cell}").format(cell=framework.cell_title(ambition.origin))
        first.append(Choice(ambition.origin, deeper, shapes.deepening_ring()))
    if ambition.origin or ambition.activity_id:
        first.append(Choice(None, _("Let it go"), shapes.letting_go()))
    else:
        first.append(Choice(None, _("No cell chosen")))
    return [*first, *words.cells(framework, (ambition.origin,) if ambition.origin else ())]
