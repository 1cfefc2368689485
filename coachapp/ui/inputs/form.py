"""Labelled inputs for the fields of one item, or of several at once."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from coachapp.domain import edits
from coachapp.domain.edits import Edit
from coachapp.domain.portfolio import Item
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.announce import announce
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.buttons import WordButton
from coachapp.ui.inputs.flow import FlowLayout

_TWO_LINES: Final = "x\nx"


def changing(cls: type[Item]) -> Callable[..., Edit]:
    """What a form of items of this kind does with a changed field."""
    return partial(edits.change, cls)


class Form(QWidget):
    """Each change is asked for at once, one step to undo for each field.

    `make_edit(ids, field=value)` makes the edit. Items that differ in a field show it empty.
    An input has `show_value(value)`, `commit()` and the signal `committed`.
    """

    def __init__(self, editor: Editor, make_edit: Callable[..., Edit], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._make_edit = editor, make_edit
        self._inputs: dict[str, Any] = {}
        self._complaints: dict[str, QLabel] = {}
        self._ids: tuple[str, ...] = ()
        self._name = ""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.space(1.5))

    def add(self, field: str, label: str, widget: Any) -> None:
        """Show this field in this input, under its label."""
        self._layout.addWidget(self._labelled(field, label, widget))

    def add_beside(self, *fields: tuple[str, str, Any]) -> None:
        """Show short fields beside each other, as far as there is room."""
        row = QWidget(self)
        flow = FlowLayout(row, theme.space())
        for field, label, widget in fields:
            flow.addWidget(self._labelled(field, label, widget))
        self._layout.addWidget(row)

    def add_row(self, *fields: tuple[str, str, Any]) -> None:
        """Show fields on one line; those that can grow share the room."""
        row = QHBoxLayout()
        row.setSpacing(theme.space())
        for field, label, widget in fields:
            grows = widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Expanding
            row.addWidget(self._labelled(field, label, widget), int(grows))
        self._layout.addLayout(row)

    def keep_room(self, field: str) -> None:
        """For what this field complains about: nothing below it moves away from under the mouse."""
        label = self._complaints[field]
        policy = label.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        label.setSizePolicy(policy)
        label.setText(_TWO_LINES)
        label.setMinimumHeight(label.sizeHint().height())
        label.clear()

    def add_words(self, words: QLabel) -> None:
        """What is told below the field above it."""
        self._layout.addWidget(words)

    def add_button(self, words: str, then: Callable[[], object]) -> None:
        """A quiet button at the end, for what is done with the whole item."""
        button = WordButton(words, self)
        button.setEnabled(not self._editor.read_only)
        button.clicked.connect(lambda _on=False: then())
        self._layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)

    def input(self, field: str) -> Any:
        return self._inputs[field]

    def show_items(self, items: Sequence[Any], name: str) -> None:
        """Show these items; `name` is what the steps to undo call them. Typed text is kept first."""
        ids = tuple(getattr(item, "id", "") for item in items)
        if ids != self._ids:
            self.flush()
            for widget in self._inputs.values():
                widget.show_value(None)
        self._ids, self._name = ids, name
        for field, widget in self._inputs.items():
            found = [getattr(item, field) for item in items]
            same = bool(found) and all(value == found[0] for value in found)
            widget.show_value(found[0] if same else None)

    def flush(self) -> None:
        """Ask for the change that is still being typed."""
        for widget in self._inputs.values():
            widget.commit()

    def _labelled(self, field: str, label: str, widget: Any) -> QWidget:
        part = QWidget(self)
        layout = QVBoxLayout(part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(0.25))
        if label:
            layout.addWidget(_label(label, widget))
        layout.addWidget(widget)
        if hasattr(widget, "complaint"):
            self._complaints[field] = self._complaint(widget)
            layout.addWidget(self._complaints[field])
        widget.setEnabled(not self._editor.read_only)
        widget.committed.connect(partial(self._on_committed, field, label))
        self._inputs[field] = widget
        return part

    def _complaint(self, widget: Any) -> QLabel:
        label = labels.complaint()

        def show(words: str) -> None:
            label.setText(words)
            label.setVisible(bool(words))
            widget.setAccessibleDescription(words)
            if words:
                announce(widget, words)

        widget.complaint.connect(show)
        return label

    def _on_committed(self, field: str, label: str, value: object) -> None:
        if not self._ids:
            return
        step = _("{field} – “{name}”").format(field=label, name=self._name) if self._name else label
        merge = f"{field} {' '.join(self._ids)}"
        self._editor.apply(step, self._make_edit(self._ids, **{field: value}), merge)


def _label(words: str, widget: QWidget) -> QLabel:
    label = labels.note(words)
    label.setBuddy(widget)
    widget.setAccessibleName(words)
    return label
