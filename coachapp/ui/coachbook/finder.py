"""Who is in the book: type a letter or two and press Enter."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from coachapp.domain.coach_book.book import Coachee
from coachapp.domain.coach_book.finding import found
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext
from coachapp.ui import theme
from coachapp.ui.announce import announce
from coachapp.ui.coachbook.editor import BookEditor
from coachapp.ui.inputs import labels

_ID = Qt.ItemDataRole.UserRole


class Finder(QWidget):
    """`chosen(id)`: show this coachee. `new_requested(alias)` with what was typed."""

    chosen = Signal(str)
    new_requested = Signal(str)

    def __init__(self, editor: BookEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.field = _Field(self)
        self.field.setPlaceholderText(_("Find a coachee…"))
        self.field.setAccessibleName(_("Find a coachee"))
        self.field.setToolTip(_("Type initials or a part of the alias, then press Enter."))
        self.list = _List(self)
        self.list.setObjectName("pages")
        self.list.setAccessibleName(_("Coachees"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._said = labels.note("", self)
        self.field.textEdited.connect(self._on_typed)
        self.field.returnPressed.connect(self._on_enter)
        self.field.moved.connect(self._move)
        self.list.itemActivated.connect(self._choose)
        self.list.itemClicked.connect(self._choose)
        self.setFocusProxy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space())
        for part in (self.field, self._said, self.list):
            column.addWidget(part)
        self.refresh()

    def refresh(self) -> None:
        """Show who fits what is typed; who was chosen stays so while she fits."""
        current = self.list.currentItem()
        kept = current.data(_ID) if current else ""
        fitting = found(self._editor.book, self.field.text())
        self.list.clear()
        for coachee in fitting:
            self._add(coachee)
        if self.field.text():
            self.list.setCurrentRow(0)
        else:
            self.mark(kept)
        self._tell(len(fitting))

    def mark(self, coachee_id: str) -> None:
        """Show that this one is on the page; nobody, if she isn't listed."""
        rows = (row for row in range(self.list.count()) if self.list.item(row).data(_ID) == coachee_id)
        self.list.setCurrentRow(next(rows, -1))

    def begin(self) -> None:
        """Ready to find another one."""
        self.field.setFocus()
        self.field.selectAll()

    def add(self) -> None:
        """Ask for somebody new, called what was typed if nobody is."""
        typed = "" if self.list.count() else self.field.text().strip()
        self.field.clear()
        self.new_requested.emit(typed)

    def _add(self, coachee: Coachee) -> None:
        item = QListWidgetItem(coachee.alias, self.list)
        item.setData(_ID, coachee.id)
        item.setToolTip(coachee.alias)

    def _tell(self, count: int) -> None:
        if not self._editor.book.coachees:
            words = _("Nobody yet. Type an alias and press Enter.")
        elif count:
            words = ngettext("{count} coachee", "{count} coachees", count).format(count=count)
        else:
            words = _("Nobody is called so. Press Enter to add “{alias}”.").format(alias=self.field.text())
        self._said.setText(labels.breakable(words))

    def _on_typed(self) -> None:
        self.refresh()
        if current := self.list.currentItem():
            announce(self.field, current.text())

    def _on_enter(self) -> None:
        if current := self.list.currentItem():
            self._choose(current)
        elif self.field.text().strip() and not self._editor.read_only:
            self.add()

    def _choose(self, item: QListWidgetItem) -> None:
        self.field.clear()
        coachee_id = item.data(_ID)
        self.refresh()
        self.mark(coachee_id)
        self.chosen.emit(coachee_id)

    def _move(self, step: int) -> None:
        row = min(max(self.list.currentRow() + step, 0), self.list.count() - 1)
        self.list.setCurrentRow(row)


class _List(QListWidget):
    def showEvent(self, event: QShowEvent) -> None:
        """It was filled before the style sheet came: lay out again, with the space that it gives."""
        super().showEvent(event)
        self.doItemsLayout()


class _Field(QLineEdit):
    """Up and down move in the list below; Esc clears what was typed."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if step := steps.get(Qt.Key(event.key())):
            self.moved.emit(step)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
        else:
            super().keyPressEvent(event)
