"""Inputs for typed words. What is typed is handed over when leaving, at Enter and at a pause."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from coachapp.domain import values
from coachapp.errors import CoachError
from coachapp.ui import dropped
from coachapp.ui.inputs import reading

PAUSE: Final = 700  # milliseconds after the last key before what is typed is kept


class LineInput(QLineEdit):
    """One line. `read` makes a value of the text or raises a CoachError, which becomes a `complaint`."""

    committed = Signal(object)
    complaint = Signal(str)

    def __init__(
        self,
        read: Callable[[str], Any] = values.line,
        write: Callable[[Any], str] = str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._read, self._write = read, write
        self._value: object = None
        self._pause = _pause(self, self._keep)
        self.textEdited.connect(self._on_typed)
        self.editingFinished.connect(self.commit)

    @property
    def value(self) -> Any:
        """What was last shown or handed over."""
        return self._value

    def show_value(self, value: object) -> None:
        """Show a value unless it stands there already: nobody's typing is disturbed."""
        if value != self._value or value is None:
            self._value = value
            self.setText("" if value is None else self._write(value))
            if not self.hasFocus():
                self.setCursorPosition(0)  # the beginning is what it is known by
            self._pause.stop()
            self.complaint.emit("")

    def commit(self) -> None:
        """Hand over what was typed; what can't be read stays, with a complaint."""
        self._pause.stop()
        if not self.isModified():
            return
        try:
            self._take(self._read(self.text()))
        except CoachError as error:
            self.complaint.emit(error.text())
        else:
            self.setText(self._write(self._value))
            self.complaint.emit("")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file that is dragged here is meant for what lies around it."""
        if dropped.has_files(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def _on_typed(self) -> None:
        self._pause.start()

    def _keep(self) -> None:
        try:
            self._take(self._read(self.text()))
        except CoachError:
            return  # somebody is still typing

    def _take(self, value: object) -> None:
        if value != self._value:
            self._value = value
            self.committed.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts back what stood here."""
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            value, self._value = self._value, None
            self.show_value(value)
            return
        super().keyPressEvent(event)


class DateInput(LineInput):
    """A year, a month or a day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(reading.date, reading.date_text, parent)
        self.setToolTip(reading.example())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("30 september 2026"), super().sizeHint().height())


class ProseInput(QPlainTextEdit):
    """Some lines; it grows with what is in it. Tab goes on to the next input."""

    committed = Signal(object)
    complaint = Signal(str)
    LINES = (2, 14)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: object = None
        self._pause = _pause(self, self._keep)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_typed)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def show_value(self, value: object) -> None:
        """Show a value unless it stands there already: nobody's typing is disturbed."""
        if value != self._value or value is None:
            self._value = value
            self.setPlainText("" if value is None else str(value))
            self._settle()
            self.complaint.emit("")

    def commit(self) -> None:
        """Hand over what was typed; what doesn't fit stays, with a complaint."""
        if self.document().isModified():
            self.complaint.emit(self._keep())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802
        """A file that is dragged here is meant for what lies around it."""
        return not dropped.has_files(source) and super().canInsertFromMimeData(source)

    def _read(self, text: str) -> str:
        return values.prose(text)

    def _on_typed(self) -> None:
        self._pause.start()

    def _keep(self) -> str:
        try:
            value = self._read(self.toPlainText())
        except CoachError as error:
            return error.text()
        self._settle()
        if value != (self._value or ""):
            self._value = value
            self.committed.emit(value)
        return ""

    def _settle(self) -> None:
        self._pause.stop()
        self.document().setModified(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        least, most = self.LINES
        wanted = int(self.document().size().height())
        hidden, shown = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(hidden if wanted <= most else shown)
        lines = min(max(wanted, least), most)
        edges = max(self.height() - self.viewport().height(), 2 * self.frameWidth())
        margins = 2 * int(self.document().documentMargin())
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + edges + margins)


class TitleInput(ProseInput):
    """One line that may be long: it wraps, and Enter hands it over."""

    LINES = (1, 8)

    def __init__(self, parent: QWidget | None = None, *, may_be_empty: bool = False) -> None:
        super().__init__(parent)
        self._may_be_empty = may_be_empty

    def _read(self, text: str) -> str:
        return values.line(text) if self._may_be_empty else values.title(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
            return
        super().keyPressEvent(event)


def _pause(owner: QWidget, then: Callable[[], Any]) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(PAUSE)
    timer.timeout.connect(then)
    return timer
