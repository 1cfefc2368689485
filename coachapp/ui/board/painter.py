"""The layer below: everything that stays as it is while something is dragged over it."""

from collections import Counter
from collections.abc import Collection

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from coachapp.domain.portfolio import Ambition
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.ui import shapes, theme
from coachapp.ui.board.arrows import arrows
from coachapp.ui.board.cards import Card, Place
from coachapp.ui.board.heads import Heads
from coachapp.ui.board.measures import Measures, bold
from coachapp.ui.board.pixmaps import Pixmaps
from coachapp.ui.board.scene import Scene
from coachapp.ui.board.trail import paint_trail


class BoardPainter:
    """Paints a whole scene; the pixmaps of cards are kept between scenes.

    `invites`: the tray says how to fill it while nothing lies in it. `trail`: a path across these cells.
    """

    def __init__(self) -> None:
        self.pixmaps = Pixmaps()
        self.invites = True
        self.trail: tuple[Cell, ...] = ()

    def layer(
        self, scene: Scene, heads: Heads, size: QSize, ratio: float, hidden: Collection[str]
    ) -> QPixmap:
        """The scene without the `hidden` cards, at the screen's own resolution."""
        layer = QPixmap(size * ratio)
        layer.setDevicePixelRatio(ratio)
        layer.fill(QColor(theme.current().paper))
        painter = QPainter(layer)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(_direction(scene))
        self._paint_board(painter, scene, size, hidden)
        heads.paint(painter, scene, size)
        self._paint_tray(painter, scene, size, hidden)
        painter.end()
        return layer

    def paint_card(self, painter: QPainter, scene: Scene, card: Card, rect: QRectF) -> None:
        painter.drawPixmap(rect.topLeft(), self.pixmaps.of(scene, card, rect.size(), painter))

    def _paint_board(self, painter: QPainter, scene: Scene, size: QSize, hidden: Collection[str]) -> None:
        room = scene.layout.room
        left = room.tray + room.side
        clip = scene.camera.pinned(QRectF(left - 7, room.head - 7, size.width() - left + 7, size.height()))
        painter.setClipRect(clip)
        for cell in scene.layout.cells:
            self._paint_place(painter, scene, cell)
        paint_trail(painter, scene, self.trail)
        self._paint_arrows(painter, scene)
        self._paint_marks(painter, scene)
        for cell in scene.layout.cells:
            self._paint_cards(painter, scene, cell, clip, hidden)
        painter.setClipping(False)

    def _paint_tray(self, painter: QPainter, scene: Scene, size: QSize, hidden: Collection[str]) -> None:
        room = scene.layout.room
        if not room.tray:
            return
        edge = scene.camera.pinned(QRectF(room.tray, 0, 1, size.height()))
        painter.fillRect(edge, _soft(theme.current().line))
        clip = scene.camera.pinned(QRectF(0, room.entry - 2, room.tray, size.height()))
        painter.setClipRect(clip)
        for place in scene.model.places:
            if not isinstance(place, Cell):
                self._paint_place(painter, scene, place)
                self._paint_heading(painter, scene, place)
                self._paint_cards(painter, scene, place, clip, hidden)
        painter.setClipping(False)

    def _paint_place(self, painter: QPainter, scene: Scene, place: Place) -> None:
        current = theme.current()
        painter.setPen(QPen(QColor(current.line), 1))
        painter.setBrush(QColor(current.cell))
        rect = scene.camera.shown(scene.layout.places[place]).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rect, theme.CELL_RADIUS, theme.CELL_RADIUS)
        if isinstance(place, Cell) and scene.board.measures.detail == "counts":
            painter.setPen(QColor(current.ink))
            painter.setFont(bold(Measures.of(scene.tray.measures.font, theme.TITLE).font))
            count = len(scene.model.cards_in(place))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), str(count) if count else "")

    def _paint_heading(self, painter: QPainter, scene: Scene, place: Place) -> None:
        m, current = scene.tray.measures, theme.current()
        rect = scene.camera.shown(scene.layout.places[place]).adjusted(m.px(10), m.px(5), -m.px(10), -m.px(4))
        top = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop
        painter.setFont(bold(m.font))
        painter.setPen(QColor(current.ink))
        painter.drawText(rect, int(top), scene.model.data(scene.model.at(place)))
        if (place or self.invites) and not scene.model.count(place):
            painter.setFont(m.small_font)
            painter.setPen(QColor(current.muted))
            below = rect.adjusted(0, m.line + m.px(2), 0, 0)
            painter.drawText(below, int(top | Qt.TextFlag.TextWordWrap), _empty(place))

    def _paint_cards(
        self, painter: QPainter, scene: Scene, place: Place, clip: QRectF, hidden: Collection[str]
    ) -> None:
        if not scene.place_rect(place).intersects(clip):
            return
        for card in scene.model.cards_in(place):
            rect = scene.layout.cards.get(card.id)
            if rect is None:
                break
            shown = scene.camera.shown(rect)
            if shown.intersects(clip) and card.id not in hidden:
                self.paint_card(painter, scene, card, shown)
        if place in scene.layout.more:
            self._paint_more(painter, scene, *scene.layout.more[place])

    def _paint_more(self, painter: QPainter, scene: Scene, rect: QRectF, count: int) -> None:
        m, current = scene.tray.measures, theme.current()
        shown = scene.camera.shown(rect)
        painter.setPen(QPen(QColor(current.accent), 1))
        painter.setBrush(QColor(current.card))
        painter.drawRoundedRect(shown.adjusted(0.5, 0.5, -0.5, -0.5), shown.height() / 2, shown.height() / 2)
        painter.setFont(m.small_font)
        words = _("+{count} more").format(count=count)
        painter.drawText(shown, int(Qt.AlignmentFlag.AlignCenter), words)

    def _paint_arrows(self, painter: QPainter, scene: Scene) -> None:
        model, to_screen = scene.model, scene.camera.board_transform()
        roles = {role.id: index for index, role in enumerate(model.portfolio.framework.roles)}
        for arrow in arrows(scene.layout, model.portfolio.ambitions, model.wishing):
            assert arrow.ambition.target
            colour = QColor(theme.current().role(roles[arrow.ambition.target.role]))
            painter.strokePath(to_screen.map(arrow.line), _dashed(colour))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawPolygon(to_screen.map(arrow.head))

    def _paint_marks(self, painter: QPainter, scene: Scene) -> None:
        """Ambitions that belong to a whole cell, in its far lower corner."""
        m, taken = scene.tray.measures, Counter[Cell]()
        side = m.small * 0.8
        for ambition in scene.model.portfolio.ambitions:
            cell, shape = _mark(ambition)
            if cell:
                rect = scene.layout.places[cell]
                taken[cell] += 1
                left = rect.right() - taken[cell] * (side + m.px(5))
                at = QRectF(left, rect.bottom() - side - m.px(4), side, side)
                shapes.drawn(painter, shape, scene.camera.shown(at), theme.current().muted)


def _mark(ambition: Ambition) -> tuple[Cell | None, QPainterPath]:
    """The cell that carries the sign of an ambition without a card, and the sign."""
    if ambition.activity_id or (ambition.origin and ambition.target and not ambition.deepens):
        return None, QPainterPath()
    if ambition.origin is None:
        return ambition.target, shapes.arriving()
    return ambition.origin, shapes.deepening_ring() if ambition.deepens else shapes.letting_go()


def _direction(scene: Scene) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if scene.camera.mirrored else Qt.LayoutDirection.LeftToRight


def _dashed(colour: QColor) -> QPen:
    pen = QPen(colour, 2, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([3, 2.5])
    return pen


def _soft(colour: str) -> QColor:
    soft = QColor(colour)
    soft.setAlphaF(0.4)
    return soft


def _empty(place: Place) -> str:
    if place == "learning":
        return _("A course, a master's, a learning team.")
    if place == "off":
        return _("A second job, leave.")
    return _("Type an activity above, or paste or drop a list here.")
