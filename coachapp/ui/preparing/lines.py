"""Activities as lines: type one, or paste many; Delete takes one away again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from coachapp.domain import edits
from coachapp.domain.portfolio import Activity, Portfolio
from coachapp.domain.values import new_id
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext
from coachapp.ui import theme
from coachapp.ui.board.entry import is_list
from coachapp.ui.editor import Editor
from coachapp.ui.inputs.newline import NewLine

_LEAST = 3  # lines of the list that are in sight


class PasteLine(NewLine):
    """`list_given(text)`: several lines were pasted."""

    list_given = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pasted = QGuiApplication.clipboard().text() if event.matches(QKeySequence.StandardKey.Paste) else ""
        if is_list(pasted):
            self.list_given.emit(pasted)
        else:
            super().keyPressEvent(event)


class TitleList(QListWidget):
    remove_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.remove_requested.emit()
        else:
            super().keyPressEvent(event)


class ActivityLines(QWidget):
    """`most`: so many lines of the list are in sight."""

    def __init__(self, editor: Editor, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._most = editor, most
        self._shown: tuple[Activity, ...] | None = None
        self.new, self.titles = PasteLine(_("New activity, or paste a list…")), TitleList()
        self.new.setEnabled(not editor.read_only)
        self.titles.setAccessibleName(_("My activities"))
        self.titles.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(0.5))
        column.addWidget(self.new)
        column.addWidget(self.titles)
        self.new.entered.connect(self._on_new)
        self.new.complaint.connect(editor.failed)
        self.new.list_given.connect(self._on_list)
        self.titles.remove_requested.connect(self._on_remove)

    def refresh(self) -> None:
        activities = self._editor.portfolio.activities
        if activities is self._shown:
            return
        more = self._shown is not None and len(activities) > len(self._shown)
        row, self._shown = self.titles.currentRow(), activities
        self.titles.clear()
        for activity in activities:
            item = QListWidgetItem(activity.title, self.titles)
            item.setToolTip(activity.title)
            item.setData(Qt.ItemDataRole.UserRole, activity.id)
        self.titles.setCurrentRow(len(activities) - 1 if more else min(row, len(activities) - 1))
        self.titles.setVisible(bool(activities))
        self._fit(len(activities))

    def _fit(self, count: int) -> None:
        line = self.titles.sizeHintForRow(0) if count else 0
        shown = min(max(count, _LEAST), self._most)
        self.titles.setFixedHeight(shown * line + 2 * self.titles.frameWidth() + theme.space(0.5))

    def _on_new(self, title: str) -> None:
        step = _("Add “{name}”").format(name=title)
        self._editor.apply(step, edits.add(Activity(new_id(), title)))

    def _on_list(self, text: str) -> None:
        """Each line that can be an activity becomes one, in a single step."""
        try:
            made = _read(text, self._editor.portfolio)
        except CoachError as error:
            self._editor.failed.emit(error.text())
            return
        step = ngettext("Import {count} activity", "Import {count} activities", len(made))
        if made:
            self._editor.apply(step.format(count=len(made)), edits.add(*made))

    def _on_remove(self) -> None:
        item = self.titles.currentItem()
        if item and not self._editor.read_only:
            step = _("Remove “{name}”").format(name=item.text())
            self._editor.apply(step, edits.remove(Activity, (item.data(Qt.ItemDataRole.UserRole),)))


def _read(text: str, portfolio: Portfolio) -> tuple[Activity, ...]:
    from coachapp import exchange  # noqa: PLC0415 - only who pastes a list waits for it

    preview = exchange.understand(exchange.read(text), [one.title for one in portfolio.activities])
    return exchange.activities(preview, preview.ticked, portfolio.contexts)
