"""The very pages that will be written, one at a time, made and drawn beside the window's thread."""

import atexit
from collections.abc import Callable
from functools import cache
from types import ModuleType
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, QThreadPool, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, theme
from coachapp.ui.inputs import labels
from coachapp.ui.tasks import Task

_ZOOMS: Final = (1.0, 1.4, 2.0, 2.8)  # of the room there is
_LEAST: Final = 120  # dots

Make = Callable[[], bytes]


@cache
def drawing_pool() -> QThreadPool:
    """The library that draws is for one thread at a time; a pool of each preview would wait as it goes."""
    pool = QThreadPool(QCoreApplication.instance())
    pool.setMaxThreadCount(1)
    return pool


class Drawn(NamedTuple):
    data: bytes
    image: QImage
    page: int
    pages: int
    width: int


class Preview(QWidget):
    """`painted` each time a page is on the screen. What is asked while one is made takes its place."""

    painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drawn: Drawn | None = None
        self._page, self._zoom = 0, 0
        self._is_busy = False
        self._next: Make | None = None
        self.picture = QLabel(self)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area = _Pages(self)
        self.area.setWidget(self.picture)
        self.area.setAccessibleName(_("The pages as they will be"))
        self.where = labels.note(_("The pages are being made…"), self)
        self.where.setWordWrap(False)
        self.earlier = buttons.ordinary("<", lambda: self.turn(-1), parent=self)
        self.later = buttons.ordinary(">", lambda: self.turn(1), parent=self)
        self.smaller = buttons.ordinary("−", lambda: self.zoom(-1), parent=self)  # noqa: RUF001 - the sign
        self.larger = buttons.ordinary("+", lambda: self.zoom(1), parent=self)
        self._lay_out()

    def show_plan(self, make: Make) -> None:
        """Make it and show the page that was being looked at."""
        if self._is_busy:
            self._next = make
            return
        self._is_busy = True
        page, width = self._page, self._width()
        task = Task(lambda: _drawn(make(), page, width))
        task.done.connect(self._on_drawn)
        task.failed.connect(self._on_failed)
        task.start(drawing_pool())

    def turn(self, by: int) -> None:
        if self.drawn and 0 <= self._page + by < self.drawn.pages:
            self._page += by
            self.area.verticalScrollBar().setValue(0)
            self.again()

    def zoom(self, by: int) -> None:
        if 0 <= self._zoom + by < len(_ZOOMS):
            self._zoom += by
            self.again()

    def again(self) -> None:
        """Another look at the same plan."""
        if self.drawn and self._next is None:
            data = self.drawn.data
            self.show_plan(lambda: data)

    def _width(self) -> int:
        room = max(self.area.viewport().width() - 2, _LEAST)
        return round(room * _ZOOMS[self._zoom] * self.devicePixelRatioF())

    def _on_drawn(self, drawn: Drawn) -> None:
        self._is_busy = False
        waiting, self._next = self._next, None
        if waiting:
            self.show_plan(waiting)
            return
        self.drawn = drawn
        wanted = (min(self._page, drawn.pages - 1), self._width())
        is_old = (drawn.page, drawn.width) != wanted
        self._page = min(self._page, drawn.pages - 1)
        pixmap = QPixmap.fromImage(drawn.image)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self.picture.setPixmap(pixmap)
        self.picture.resize(pixmap.deviceIndependentSize().toSize())
        self._say_place()
        if is_old:
            self.again()
        else:
            self.painted.emit()

    def _on_failed(self, error: CoachError) -> None:
        self._is_busy = False
        self.where.setText(error.text())
        waiting, self._next = self._next, None
        if waiting:  # else it would come later, over what is newer
            self.show_plan(waiting)

    def _say_place(self) -> None:
        assert self.drawn
        place = _("Page {page} of {pages}").format(page=self._page + 1, pages=self.drawn.pages)
        self.where.setText(place)
        self.picture.setAccessibleName(place)
        self.earlier.setEnabled(self._page > 0)
        self.later.setEnabled(self._page < self.drawn.pages - 1)
        self.smaller.setEnabled(self._zoom > 0)
        self.larger.setEnabled(self._zoom < len(_ZOOMS) - 1)

    def _lay_out(self) -> None:
        for button, words in (
            (self.earlier, _("Previous page")),
            (self.later, _("Next page")),
            (self.smaller, _("Smaller")),
            (self.larger, _("Larger")),
        ):
            button.setAccessibleName(words)
            button.setToolTip(words)
        ways = QHBoxLayout()
        ways.setSpacing(theme.space())
        for part in (self.earlier, self.where, self.later):
            ways.addWidget(part)
        ways.addStretch(1)
        ways.addWidget(self.smaller)
        ways.addWidget(self.larger)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space())
        column.addLayout(ways)
        column.addWidget(self.area, 1)


class _Pages(QScrollArea):
    """Page Up and Page Down turn the page, Ctrl with + and − makes it larger and smaller."""  # noqa: RUF002

    def __init__(self, preview: Preview) -> None:
        super().__init__(preview)
        self._preview = preview
        self.setObjectName("leaves")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A page is as wide as there is room."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._preview.again()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, ctrl = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._preview.turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif ctrl and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._preview.zoom(-1 if key == Qt.Key.Key_Minus else 1)
        else:
            super().keyPressEvent(event)


@cache
def _library() -> ModuleType:
    """It goes away when the program ends, and not while it draws."""
    import pypdfium2  # noqa: PLC0415 - only who looks waits for it

    atexit.register(_finish)
    return pypdfium2


def _finish() -> None:
    if isValid(drawing_pool()):
        drawing_pool().waitForDone()


def _drawn(data: bytes, page: int, width: int) -> Drawn:
    """Our own bytes, so it is done within the program; nothing touches the disk."""
    with _library().PdfDocument(data) as document:
        page = min(page, len(document) - 1)
        one = document[page]
        bitmap = one.render(scale=width / one.get_width(), rev_byteorder=True, maybe_alpha=False)
        dots = bytes(bitmap.buffer)
        image = QImage(dots, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB888)
        return Drawn(data, image.copy(), page, len(document), width)
