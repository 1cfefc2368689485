"""Where a new activity is typed: always on top of the tray, and in a cell when somebody types there."""

from PySide6.QtCore import QObject, QRect, QRectF, Signal
from PySide6.QtWidgets import QWidget

from coachapp.i18n import gettext as _
from coachapp.ui.board.cards import Place
from coachapp.ui.board.entry import EntryLine
from coachapp.ui.board.names import place_title
from coachapp.ui.board.scene import Scene


class Entries(QObject):
    """`entered(text, place)` for an activity; `list_given(text)` for several lines."""

    entered = Signal(str, object)
    list_given = Signal(str)
    left = Signal()

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self.tray, self.cell = EntryLine(viewport), EntryLine(viewport)
        self._place: Place = ""
        self.cell.hide()
        self.tray.setPlaceholderText(_("+ activity"))
        self.tray.setAccessibleName(_("New activity, to place"))
        self.tray.setToolTip(_("Type an activity and press Enter. You can also paste a list."))
        self.tray.entered.connect(lambda text: self.entered.emit(text, ""))
        self.cell.entered.connect(lambda text: self.entered.emit(text, self._place))
        self.cell.left.connect(self.close)
        for line in (self.tray, self.cell):
            line.list_given.connect(self.list_given)
        self.tray.left.connect(self._on_tray_left)

    def height(self, space: float) -> float:
        """What the tray's line takes, with `space` above and below it."""
        return self.tray.sizeHint().height() + 2 * space

    def arrange(self, scene: Scene) -> None:
        """Stand where this scene has them."""
        room = scene.layout.room
        self.tray.setVisible(bool(room.tray) and self.tray.isEnabled())
        space, height = scene.tray.measures.px(12), self.tray.sizeHint().height()
        rect = scene.camera.pinned(QRectF(space, space, room.tray - 2 * space, height))
        self.tray.setGeometry(rect.toAlignedRect())
        if self.cell.isVisible():
            self.cell.setGeometry(self._within(scene))

    def open(self, scene: Scene, place: Place, text: str) -> None:
        """Type in this place, beginning with `text`."""
        self._place = place
        self.cell.setAccessibleName(
            _("New activity in {cell}").format(cell=place_title(scene.model.portfolio.framework, place))
        )
        self.cell.setPlaceholderText(_("Type an activity, then Enter"))
        self.cell.setGeometry(self._within(scene))
        self.cell.setText(text)
        self.cell.show()
        self.cell.raise_()
        self.cell.setFocus()
        self.cell.end(False)

    def close(self) -> None:
        if self.cell.isVisible():
            had_focus = self.cell.hasFocus()
            self.cell.hide()
            if had_focus:
                self.left.emit()

    def flush(self) -> None:
        """Enter what is typed, in whichever line."""
        for line in (self.tray, self.cell):
            line.enter()

    def _on_tray_left(self) -> None:
        if self.tray.hasFocus():
            self.left.emit()

    def _within(self, scene: Scene) -> QRect:
        """At the foot of the place, wide enough to type in."""
        rect = scene.place_rect(self._place).toAlignedRect().adjusted(4, 4, -4, -4)
        height = self.cell.sizeHint().height()
        foot = min(rect.bottom(), self._viewport.height() - 4)
        return QRect(rect.left(), max(rect.top(), foot - height), rect.width(), height)
