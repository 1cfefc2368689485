"""The ambitions as a list: from where, to where, in which direction, by when."""

from functools import partial

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from coachapp.domain import edits
from coachapp.domain.framework import Framework
from coachapp.domain.insight import ambition_name
from coachapp.domain.portfolio import Ambition
from coachapp.domain.values import new_id
from coachapp.i18n import gettext as _
from coachapp.ui.detail.ambitions import targets
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import labels, words
from coachapp.ui.inputs.choices import Combo
from coachapp.ui.inputs.fold import Fold
from coachapp.ui.inputs.form import Form, changing
from coachapp.ui.inputs.newline import NewLine
from coachapp.ui.inputs.panel import Panel
from coachapp.ui.inputs.rows import Rows
from coachapp.ui.inputs.text import LineInput
from coachapp.ui.theme import STEP


def way(framework: Framework, ambition: Ambition) -> str:
    """The arrow of an ambition in words."""
    origin = framework.cell_title(ambition.origin) if ambition.origin else ""
    target = framework.cell_title(ambition.target) if ambition.target else ""
    if ambition.deepens:
        return _("Deepen it: {cell}").format(cell=target)
    if origin and target:
        return _("From {cell} to {other}").format(cell=origin, other=target)
    if target:
        return _("To {cell}").format(cell=target)
    return _("Let it go") if ambition.lets_go else _("Stands by itself")


class Wish(Panel):
    """One ambition: in words, with its choices folded away below."""

    def __init__(self, editor: Editor, ambition: Ambition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._name, self._way = labels.heading(""), labels.note()
        self._form = Form(editor, changing(Ambition))
        self._form.add("title", _("In my own words"), LineInput())
        self._form.add("target", _("Where to"), Combo(targets(editor, ambition)))
        line = Combo(words.career_lines(editor.portfolio.framework))
        horizon = Combo(words.horizons())
        self._form.add_beside(("career_line", _("Direction"), line), ("horizon", _("By when"), horizon))
        self._form.add_button(_("Remove this ambition"), partial(self._on_remove, ambition.id))
        fold = Fold(_("Change"))
        fold.body.addWidget(self._form)
        for part in (self._name, self._way, fold):
            self.column.addWidget(part)

    def show_ambition(self, ambition: Ambition) -> None:
        portfolio = self._editor.portfolio
        name = ambition_name(portfolio, ambition) or _("Ambition")
        _say(self._name, name)
        parts = [way(portfolio.framework, ambition)]
        if ambition.career_line:
            parts.append(words.sentence(portfolio.framework.word("career_line", ambition.career_line)))
        if ambition.horizon:
            parts.append(next(c.word for c in words.horizons() if c.value == ambition.horizon))
        _say(self._way, " · ".join(parts))
        self._form.show_items((ambition,), name)

    def _on_remove(self, ambition_id: str) -> None:
        step = _("Remove the ambition for “{name}”").format(name=self._name.text())
        self._editor.apply(step, edits.remove(Ambition, (ambition_id,)))


class Wishes(QWidget):
    """All ambitions; a line adds one that stands by itself."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._rows = Rows(lambda ambition: Wish(editor, ambition), Wish.show_ambition)
        self._empty = labels.note(_("Draw an ambition from a card on the board, or type one here."))
        new = NewLine(_("New ambition…"))
        new.setEnabled(not editor.read_only)
        new.entered.connect(self._on_new)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP)
        for part in (self._empty, self._rows, new):
            layout.addWidget(part)

    def refresh(self) -> None:
        ambitions = self._editor.portfolio.ambitions
        self._rows.show_values(ambitions)
        self._empty.setVisible(not ambitions)

    def _on_new(self, title: str) -> None:
        step = _("Ambition for “{name}”").format(name=title)
        self._editor.apply(step, edits.add(Ambition(new_id(), title)))


def _say(label: QLabel, text: str) -> None:
    label.setText(labels.breakable(text))
