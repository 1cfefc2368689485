"""One file that was copied in, to look at inside the program."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coachapp.domain.portfolio import Evidence
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, fitting, theme
from coachapp.ui.evidence.seeing import Seen, pool, see
from coachapp.ui.evidence.shelf import Shelf
from coachapp.ui.evidence.taking_out import TakingOut
from coachapp.ui.inputs import labels
from coachapp.ui.notice import Notice
from coachapp.ui.tasks import Task


class LookDialog(QDialog):
    """Pictures, texts and pages of a PDF; of the rest it says that it can't."""

    def __init__(self, shelf: Shelf, item: Evidence, parent: QWidget) -> None:
        super().__init__(parent)
        self._item, self._data, self._page = item, b"", 0
        self.seen: Seen | None = None
        self.setWindowTitle(_("Look"))
        self.notice = Notice(self)
        self._out = TakingOut(shelf, self)
        self._out.said.connect(self._on_said)
        shelf.failed.connect(self._on_not_saved)
        self.waiting = labels.note(_("Reading…"), self)
        self.picture = QLabel(self)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setWidget(self.picture)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(item.name)
        self.earlier = buttons.ordinary(_("Previous page"), lambda: self._turn(-1), parent=self)
        self.later = buttons.ordinary(_("Next page"), lambda: self._turn(1), parent=self)
        self.where = labels.text("", self)
        self._lay_out()
        self.finished.connect(self.deleteLater)
        file, ways = shelf.file, shelf.ways
        assert file
        self._see(lambda: ways.read(file, item.digest, item.name))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _turn(self, by: int) -> None:
        self._page += by
        data = self._data
        self.earlier.setEnabled(False)
        self.later.setEnabled(False)
        self._see(lambda: data)

    def _see(self, read: Callable[[], bytes]) -> None:
        name, page = self._item.name, self._page

        def work() -> tuple[bytes, Seen]:
            data = read()
            return data, see(data, name, page)

        task = Task(work)
        task.done.connect(self._on_seen)
        task.failed.connect(self._on_failed)
        task.start(pool())

    def _on_seen(self, both: tuple[bytes, Seen]) -> None:
        self._data, self.seen = both
        seen = self.seen
        self.waiting.hide()
        self.text.setVisible(seen.image is None)
        self.area.setVisible(seen.image is not None)
        self.notice.hide()
        self._show_place(seen.pages)
        self.text.setPlainText(seen.text)
        if seen.cut:
            self.notice.say(_("This is the beginning; “Save as…” gives you all of it."))
        self.area.verticalScrollBar().setValue(0)
        self._fit()

    def _show_place(self, pages: int) -> None:
        for part in (self.earlier, self.later, self.where):
            part.setVisible(pages > 1)
        self.earlier.setEnabled(self._page > 0)
        self.later.setEnabled(self._page < pages - 1)
        place = _("Page {page} of {pages}").format(page=self._page + 1, pages=pages)
        self.where.setText(place)
        self.picture.setAccessibleName(f"{self._item.name}, {place}" if pages > 1 else self._item.name)

    def _on_failed(self, error: CoachError) -> None:
        """One page that can't be drawn stands in the way of no other."""
        self.waiting.hide()
        self.area.hide()
        if self.seen:
            self._show_place(self.seen.pages)
        self.notice.say(error.text())

    def _on_not_saved(self, item: Evidence, error: CoachError) -> None:
        if item.id == self._item.id:
            self.notice.say(error.text())

    def _on_said(self, words: str) -> None:
        if words:
            self.notice.say(words)

    def _fit(self) -> None:
        """As wide as there is room, and no wider than it is."""
        if self.seen and self.seen.image:
            dots = self.devicePixelRatioF()
            room = int(self.area.viewport().width() * dots)
            pixmap = QPixmap.fromImage(self.seen.image)
            if pixmap.width() > room:
                pixmap = pixmap.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation)
            pixmap.setDevicePixelRatio(dots)
            self.picture.setPixmap(pixmap)

    def _lay_out(self) -> None:
        pages, ways = QHBoxLayout(), QHBoxLayout()
        for part in (self.earlier, self.where, self.later):
            pages.addWidget(part)
            part.hide()
        pages.addStretch(1)
        saving = buttons.ordinary(_("Save as…"), lambda: self._out.save(self._item), parent=self)
        closing = buttons.primary(_("Close"), self.accept, parent=self)
        ways.addWidget(saving)
        ways.addStretch(1)
        ways.addWidget(closing)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space(2),) * 4)
        column.setSpacing(theme.space())
        column.addWidget(labels.heading(self._item.name, self))
        for part in (self.notice, self.waiting, self.area, self.text):
            column.addWidget(part, 1 if part in (self.area, self.text) else 0)
        column.addStretch()  # takes the room when there is nothing to see
        column.addLayout(pages)
        column.addLayout(ways)
        self.area.hide()
        self.text.hide()
        closing.setFocus()
        fitting.open_at(self, 96, 84)
