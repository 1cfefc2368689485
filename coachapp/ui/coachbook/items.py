"""A part of a page with the items of one kind: a form for each."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.domain.coach_book import edits
from coachapp.domain.coach_book.book import Item
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.coachbook.editor import BookEditor, changing
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.form import Form
from coachapp.ui.inputs.panel import Panel
from coachapp.ui.inputs.rows import Rows
from coachapp.ui.notice import Way


class Items(Panel):
    """`fill(form)` puts the inputs in a form; `name(item)` is what the steps to undo call it."""

    def __init__(
        self,
        editor: BookEditor,
        cls: type[Item],
        title: str,
        fill: Callable[[Form], object],
        name: Callable[[Any], str],
    ) -> None:
        super().__init__()
        self._editor, self._cls, self._fill_form, self._name = editor, cls, fill, name
        spaced = QVBoxLayout()
        spaced.setSpacing(theme.space(2))
        self.rows = Rows(self._form, self._show, layout=spaced)
        self.column.addWidget(labels.heading(title, self))
        self.column.addWidget(self.rows)

    def show_items(self, items: Sequence[Any]) -> None:
        self.rows.show_values(items)

    def add(self, item: Item) -> None:
        """Add it, and put the keyboard in its form."""
        if self._editor.ask(_("Add “{name}”").format(name=self._name(item)), edits.add(item)):
            self.rows.widget(item.id).setFocus()

    def flush(self) -> None:
        for form in self.rows.widgets:
            form.flush()  # type: ignore[attr-defined]

    def _form(self, item: Any) -> QWidget:
        form = Form(self._editor, changing(self._cls))
        self._fill_form(form)
        for words, then in self._ways(item.id):
            form.add_button(words, then)
        return form

    def _ways(self, item_id: str) -> Sequence[Way]:
        """What is done with the whole item."""
        return ((_("Remove this"), partial(self._on_remove, item_id)),)

    def _show(self, form: Form, item: Any) -> None:
        form.show_items((item,), self._name(item))

    def _on_remove(self, item_id: str) -> None:
        kind = {cls: kind for kind, cls in edits.KINDS.items()}[self._cls]
        item = next(one for one in getattr(self._editor.book, kind) if one.id == item_id)
        step = _("Remove “{name}”").format(name=self._name(item))
        self._editor.ask(step, edits.remove(self._cls, (item_id,)))
