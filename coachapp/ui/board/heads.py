"""The heads of rows and columns: roles with their shape, levels; they stay put while the board scrolls."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter

from coachapp import i18n
from coachapp.domain.framework import Framework
from coachapp.ui import shapes, theme
from coachapp.ui.board.measures import Measures, bold
from coachapp.ui.board.scene import Scene
from coachapp.ui.board.wrap import Wrap

_TITLE_LINES = 2
_TEXT_LINES = 4
_SIDE_LINES = 3


class Heads:
    """`brief`: titles only, where two boards have to share the room."""

    def __init__(self, measures: Measures, framework: Framework, *, brief: bool = False) -> None:
        self._brief = brief
        self._m = measures
        self._framework = framework
        language = i18n.language()
        self._title = Wrap(bold(measures.font), measures.line, language)
        self._text = Wrap(measures.small_font, measures.small, language)
        self.width = measures.px(128)

    def height(self, widths: Sequence[float]) -> float:
        """The height of the columns' heads: what their titles and texts need in columns this wide."""
        inner, tallest = self._m.px(8), 0.0
        for level, width in zip(self._framework.shown_levels, widths, strict=True):
            titles = self._title.lines(str(level.title), width - inner, _TITLE_LINES)
            texts = () if self._brief else self._text.lines(str(level.text), width - inner, _TEXT_LINES)
            tallest = max(tallest, len(titles) * self._m.line + len(texts) * self._m.small)
        return round(self._m.px(14) + tallest)

    def side_height(self, number: int) -> float:
        """The least height of a role's row: its title and two lines of its text."""
        titles = self._title.lines(str(self._framework.roles[number].title), self._side_width, _SIDE_LINES)
        below = 0 if self._brief else 2 * self._m.small
        return len(titles) * self._m.line + below + self._m.px(14)

    def paint(self, painter: QPainter, scene: Scene, size: QSize) -> None:
        room, camera = scene.layout.room, scene.camera
        painter.setClipRect(camera.pinned(QRectF(room.tray, room.head, room.side - 2, size.height())))
        rows = scene.layout.rows
        told = not self._brief and all(self._is_room(number, row.size) for number, row in enumerate(rows))
        for number, row in enumerate(rows):
            top = row.start - camera.scroll.y()
            place = camera.pinned(QRectF(room.tray + self._m.px(12), top, room.side, row.size))
            self._paint_role(painter, place, number, told=told)
        left = room.tray + room.side
        painter.setClipRect(camera.pinned(QRectF(left - 2, 0, size.width() - left, room.head - 2)))
        for number, column in enumerate(scene.layout.columns):
            at = QRectF(column.start - camera.scroll.x(), self._m.px(6), column.size, room.head)
            self._paint_level(painter, camera.pinned(at), number)
        painter.setClipping(False)

    def _is_room(self, number: int, height: float) -> bool:
        """Whether a role's whole text fits in a row this high: half a sentence says nothing."""
        m, role = self._m, self._framework.roles[number]
        titles = self._title.lines(str(role.title), self._side_width, _SIDE_LINES)
        most = max(0, int((height - len(titles) * m.line - m.px(6)) // m.small))
        return len(self._text.lines(str(role.text), self._side_width, most + 1)) <= most

    def _paint_role(self, painter: QPainter, rect: QRectF, number: int, *, told: bool) -> None:
        """`told`: with its text, as all roles have or none; a cell's detail has it too."""
        m, role = self._m, self._framework.roles[number]
        colour = QColor(theme.current().role(number))
        side = m.px(13)
        mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = rect.right() - side if mirrored else rect.left()
        shapes.drawn(painter, shapes.role_shape(number), QRectF(x, rect.top() + m.px(5), side, side), colour)
        width = self._side_width
        words = QRectF(
            rect.right() - m.px(20) - width if mirrored else rect.left() + m.px(20),
            rect.top() + m.px(2),
            width,
            0,
        )
        painter.setPen(colour)
        bottom = self._title.paint(painter, words, str(role.title), _SIDE_LINES)
        if told:
            painter.setPen(QColor(theme.current().muted))
            words.moveTop(bottom + m.px(2))
            self._text.paint(painter, words, str(role.text), int(rect.height() // m.small))

    def _paint_level(self, painter: QPainter, rect: QRectF, number: int) -> None:
        m, level = self._m, self._framework.shown_levels[number]
        rect = rect.adjusted(m.px(4), 0, -m.px(4), 0)
        painter.setPen(QColor(theme.current().ink))
        bottom = self._title.paint(painter, rect, str(level.title), _TITLE_LINES)
        if self._brief:
            return
        painter.setPen(QColor(theme.current().muted))
        rect.moveTop(bottom)
        self._text.paint(painter, rect, str(level.text), _TEXT_LINES)

    @property
    def _side_width(self) -> float:
        return self.width - self._m.px(38)
