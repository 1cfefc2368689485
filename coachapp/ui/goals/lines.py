"""Actions and agreements in a list: each whole, or in a conversation as a line until it is opened."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from coachapp.domain import edits
from coachapp.i18n import gettext as _
from coachapp.ui.editor import Editor
from coachapp.ui.inputs.form import Form
from coachapp.ui.inputs.newline import NewLine
from coachapp.ui.inputs.opening import Opening
from coachapp.ui.inputs.rows import Rows


class Lines(Rows):
    """`panel(item)` makes the forms about it; the `text` field of an item is what it is called.

    `new` asks for another; what `add` gets is open when it comes.
    """

    def __init__(
        self, editor: Editor, text: str, panel: Callable[[Any], QWidget], new: NewLine, *, are_closed: bool
    ) -> None:
        self._editor, self._text, self._panel, self._fresh = editor, text, panel, ""
        if are_closed:
            super().__init__(self._line, self._show_line)
        else:
            super().__init__(panel, self.fill)
        new.setEnabled(not editor.read_only)
        self.otherwise = new

    def fill(self, panel: QWidget, item: Any) -> None:
        for form in panel.findChildren(Form):
            form.show_items((item,), self._name(item))

    def add(self, item: Any) -> None:
        self._fresh = item.id
        self._editor.apply(_("Add “{name}”").format(name=self._name(item)), edits.add(item))

    def remove(self, item: Any) -> None:
        step = _("Remove “{name}”").format(name=self._name(item))
        self._editor.apply(step, edits.remove(type(item), (item.id,)))

    def _name(self, item: Any) -> str:
        return getattr(item, self._text)

    def _line(self, item: Any) -> QWidget:
        line = Opening(partial(self._panel, item), self.fill)
        line.show_value(item, "")
        line.open(item.id == self._fresh)
        return line

    def _show_line(self, line: Opening, item: Any) -> None:
        """With who does it."""
        framework, name = self._editor.portfolio.framework, self._name(item)
        who = ", ".join(framework.word("actor", actor) for actor in item.actors)
        line.show_value(item, f"{name} – {who}" if who else name)
