"""The board's ground: an item view that lays out, scrolls and paints on its own."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QScrollBar

from coachapp.domain.values import Cell
from coachapp.ui.board.bars import set_bar
from coachapp.ui.board.camera import Camera
from coachapp.ui.board.emphasis import Emphasis
from coachapp.ui.board.layout import Layout
from coachapp.ui.board.model import BoardModel
from coachapp.ui.board.painter import BoardPainter
from coachapp.ui.board.scene import Scene
from coachapp.ui.board.stage import Stage

_REDRESSED = (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


class Canvas(QListView):
    """Keeps the layout, the scene and the painted layer until something makes them anew."""

    def __init__(self, model: BoardModel, *, show_hours: bool = False) -> None:
        super().__init__()
        self.board = model
        self.zoom = 1.0
        self.brief = False
        self.has_tray = True
        self._stage = Stage(model, self.font(), show_hours=show_hours)
        self._painter = BoardPainter()
        self._tray_bar = QScrollBar(Qt.Orientation.Vertical, self.viewport())
        self._layout: Layout | None = None
        self._scene: Scene | None = None
        self._layer: QPixmap | None = None
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._tray_bar.valueChanged.connect(self.repaint_all)
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.dataChanged):
            changed.connect(self.refresh)

    @property
    def scene(self) -> Scene:
        """What is on screen now, laid out anew if it has to be."""
        layout = self._layout or self._laid_out()
        if self._scene is None:
            self._scene = self._stage.scene(layout, self._camera(layout))
        return self._scene

    def needed_widths(self) -> tuple[float, float, float]:
        """What two columns take, what the whole board takes to read well, and the tray beside it."""
        return self._stage.needed_width(2), self._stage.needed_width(), self._stage.tray_width

    def entry_height(self) -> float:
        """What stands above the tray's places."""
        return 0

    def refresh(self) -> None:
        """Lay out and paint everything again, with the next frame."""
        self._layout = None
        self.repaint_all()

    def repaint_all(self) -> None:
        """Paint everything again, with the next frame."""
        self._scene = self._layer = None
        self.viewport().update()

    def redress(self) -> None:
        """Follow the font, the theme, the zoom, and how much the heads should say."""
        self._stage.dress(self.font(), self.zoom, brief=self.brief)
        self.refresh()

    def emphasise(self, emphasis: Emphasis | None) -> None:
        """Let some cards stand out and the others recede; None shows all alike again."""
        if emphasis != self.board.emphasis:
            self.board.emphasis = emphasis
            self._stage.emphasise(emphasis)
            self.refresh()

    def show_trail(self, cells: Sequence[Cell]) -> None:
        """Draw a path across these cells, in this order; none takes it away."""
        if tuple(cells) != self._painter.trail:
            self._painter.trail = tuple(cells)
            self.repaint_all()

    def set_zoom(self, zoom: float) -> None:
        """Show cards at this part of their size; below `measures.FULL` they lose their words."""
        self.zoom = zoom
        self.redress()

    def show_tray(self, shown: bool) -> None:
        self.has_tray = shown
        self.refresh()

    def unpainted(self) -> frozenset[str]:
        """Cards that are left out because they move."""
        return frozenset()

    def paint_over(self, painter: QPainter, area: QRect) -> None:
        """Paint what lies over the board within `area`."""

    def horizontalOffset(self) -> int:  # noqa: N802
        return self.horizontalScrollBar().value()

    def verticalOffset(self) -> int:  # noqa: N802
        return self.verticalScrollBar().value()

    def doItemsLayout(self) -> None:
        self.refresh()

    def updateGeometries(self) -> None:  # noqa: N802
        """Qt asks for this after each change of rows; the bars follow the layout instead."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002, N802
        self.repaint_all()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _REDRESSED:
            self.redress()
        elif event.type() == QEvent.Type.LayoutDirectionChange:
            self._painter.pixmaps.clear()
            self.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        viewport = self.viewport()
        if self._layer is None:
            self._layer = self._painter.layer(
                self.scene, self._stage.heads, viewport.size(), viewport.devicePixelRatioF(), self.unpainted()
            )
        painter, ratio = QPainter(viewport), self._layer.devicePixelRatio()
        for rect in event.region():  # pyright: ignore[reportGeneralTypeIssues] - it does iterate
            painter.setClipRect(rect)  # through a region of several, Qt copies many times slower
            if ratio == 1.0:
                painter.drawPixmap(rect, self._layer, rect)  # whole pixels: a plain copy
            else:
                source = QRectF(rect.topLeft() * ratio, QSizeF(rect.size()) * ratio)
                painter.drawPixmap(QRectF(rect), self._layer, source)
        painter.setClipping(False)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        self.paint_over(painter, event.rect())
        painter.end()

    def _laid_out(self) -> Layout:
        """A layout for the room that is left beside the scroll bars it needs itself."""
        layout = self._tried_layout()
        if self._layout is not layout:
            layout = self._tried_layout()
        self._layout = layout
        return layout

    def _tried_layout(self) -> Layout:
        size = self.viewport().size()
        layout = self._layout = self._stage.layout(size, entry=self.entry_height(), has_tray=self.has_tray)
        self._set_bars(layout)  # a bar that comes or goes resizes us, and with it away goes the layout
        return layout

    def _camera(self, layout: Layout) -> Camera:
        scroll = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        width, tray = self.viewport().width(), layout.room.tray
        return Camera(width, self.isRightToLeft(), tray, scroll, self._tray_bar.value())

    def _set_bars(self, layout: Layout) -> None:
        size = self.viewport().size()
        set_bar(self.verticalScrollBar(), layout.height, size.height())
        set_bar(self.horizontalScrollBar(), layout.width, size.width())
        bar, room = self._tray_bar, layout.room
        set_bar(bar, layout.tray_height, size.height())
        bar.setVisible(bool(room.tray) and bar.maximum() > 0)
        wide = min(bar.sizeHint().width(), 10)
        left = size.width() - room.tray + 1 if self.isRightToLeft() else room.tray - wide - 1
        bar.setGeometry(round(left), round(room.entry), wide, size.height() - round(room.entry))
