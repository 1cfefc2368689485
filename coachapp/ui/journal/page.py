"""The Journal page: a line to begin with, what was written before, and one reflection at a time."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QSplitter, QVBoxLayout, QWidget

from coachapp.domain import edits, journal
from coachapp.domain.portfolio import Portfolio, Reflection
from coachapp.domain.values import new_id
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.newline import NewLine
from coachapp.ui.journal.editor import ReflectionEditor
from coachapp.ui.journal.model import JournalModel
from coachapp.ui.journal.view import JournalView
from coachapp.ui.settings import Settings
from coachapp.ui.when_seen import WhenSeen

_SIZES = (4000, 5000)  # of list and writing: only their proportion counts
_WIDE = 100  # letters: with room for it, the list stands beside what is written


class JournalPage(QWidget):
    def __init__(self, editor: Editor, settings: Settings, parent: QWidget | None = None) -> None:  # noqa: ARG002
        super().__init__(parent)
        self._editor = editor
        self._id = ""
        self.new, self.finder = NewLine(_("New reflection…")), QLineEdit()
        self._model = JournalModel(self)
        self.view, self.writing = JournalView(self._model), ReflectionEditor(editor)
        self._empty = labels.text()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.new)

    def flush(self) -> None:
        """Keep what is still being typed; call before the window closes."""
        self.writing.flush()

    def state(self) -> object:
        """What to come back to when the page is made anew."""
        return self._id, self.finder.text()

    def restore(self, state: object) -> None:
        if isinstance(state, tuple):
            self._id, typed = state
            self.finder.setText(typed)

    def _lay_out(self) -> None:
        self.finder.setPlaceholderText(_("Find in the journal…"))
        self.finder.setAccessibleName(_("Find in the journal…"))
        self.finder.setClearButtonEnabled(True)
        self.new.setEnabled(not self._editor.read_only)
        self._empty.setMargin(theme.space(2))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(*(theme.space(1.5),) * 4)
        column.setSpacing(theme.space())
        for part in (self.new, self.finder):
            column.addWidget(part)
        column.addWidget(self.view, 1)
        column.addWidget(self._empty, 1)
        self._panes = QSplitter()
        self._panes.addWidget(left)
        self._panes.addWidget(self.writing)
        self._panes.setChildrenCollapsible(False)
        self._panes.setSizes(_SIZES)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._panes)

    def _connect(self) -> None:
        self._seen = WhenSeen(self, self._editor, self._show)
        self.new.entered.connect(self._on_new)
        self.new.complaint.connect(self._editor.failed)
        self.finder.textChanged.connect(self._on_find)
        self.view.chosen.connect(self._on_chosen)
        self.view.write_requested.connect(self.writing.text.setFocus)
        self.view.remove_requested.connect(self._on_remove)
        self.writing.remove_requested.connect(self._on_remove)
        QShortcut(QKeySequence.StandardKey.Find, self, self.finder.setFocus)

    def _show(self, portfolio: Portfolio) -> None:
        self._model.show_portfolio(portfolio)
        self._choose(self._id)

    def _choose(self, id: str) -> None:  # noqa: A002 - that is what it is
        self._id = id
        self.view.choose(id)
        found = bool(self._model.rowCount())
        self.view.setVisible(found)
        self.writing.setVisible(found)
        self.finder.setVisible(bool(self._editor.portfolio.reflections))
        self._empty.setVisible(not found)
        self._empty.setText(self._why_empty())

    def _why_empty(self) -> str:
        if self._editor.portfolio.reflections:
            return _("Nothing in the journal has these words.")
        return _(
            "Nothing in the journal yet. What stays with you after a lesson, a talk, a day? "
            "Type one line above and press Enter."
        )

    def _on_new(self, text: str) -> None:
        today = dt.date.today().isoformat()  # noqa: DTZ011 - the day on the user's own calendar
        made = Reflection(new_id(), text, today)
        self.finder.clear()
        self._id = made.id
        self._editor.apply(_("Add “{name}”").format(name=journal.name(made)), edits.add(made))

    def _on_find(self, typed: str) -> None:
        self.flush()
        self._model.find(typed)
        if self._seen.something:
            self._choose(self._id)

    def _on_chosen(self, id: str) -> None:  # noqa: A002 - that is what it is
        self._id = id
        one = next((one for one in self._editor.portfolio.reflections if one.id == id), None)
        if one:
            self.writing.show_reflection(one)

    def _on_remove(self) -> None:
        one = next((one for one in self._editor.portfolio.reflections if one.id == self._id), None)
        if one and not self._editor.read_only:
            following = self._model.row_of(one.id) + 1
            if following < self._model.rowCount():
                self._id = self._model.reflection(following).id
            step = _("Remove “{name}”").format(name=journal.name(one))
            self._editor.apply(step, edits.remove(Reflection, (one.id,)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Below each other when there is no room beside each other."""
        super().resizeEvent(event)
        wide = event.size().width() > _WIDE * self.fontMetrics().averageCharWidth()
        way = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self._panes.orientation() != way:
            self._panes.setOrientation(way)
            self._panes.setSizes(_SIZES)
