"""Sets the scene: dresses the board for a font, a zoom and a theme, and lays it out in a room."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont

from coachapp.ui.board.arranging import laid_out
from coachapp.ui.board.camera import Camera
from coachapp.ui.board.emphasis import Emphasis
from coachapp.ui.board.face import Face, Look
from coachapp.ui.board.heads import Heads
from coachapp.ui.board.layout import Contents, Layout, Room, Sizes
from coachapp.ui.board.measures import Measures
from coachapp.ui.board.model import BoardModel
from coachapp.ui.board.scene import Scene

_TRAY = 232


class Stage:
    def __init__(self, model: BoardModel, font: QFont, *, show_hours: bool) -> None:
        self._model = model
        self._look = Look(model.portfolio.framework, model.portfolio.language, show_hours)
        self.dress(font, 1.0)

    def dress(self, font: QFont, zoom: float, *, brief: bool = False) -> None:
        """Start anew with this font, zoom and the theme of now; `brief` heads are titles only."""
        framework = self._model.portfolio.framework
        self.plain = Measures.of(font)
        self.heads = Heads(self.plain, framework, brief=brief)
        look = self._look._replace(emphasis=None)
        tray = Face(self.plain, look)
        self._dressed = tray, Face(Measures.of(font, zoom), look) if zoom != 1.0 else tray
        self.emphasise(self._look.emphasis)

    def emphasise(self, emphasis: Emphasis | None) -> None:
        """Let these cards stand out; without, all look as they are dressed."""
        self._look = self._look._replace(emphasis=emphasis)
        tray, board = self._dressed
        self._tray, self._board = tray, board
        if emphasis is not None:
            self._tray = Face(tray.measures, self._look, tray.wrap)
            self._board = self._tray if board is tray else Face(board.measures, self._look, board.wrap)

    def needed_width(self, most: int | None = None) -> float:
        """What the board takes with all its columns, or `most` of them, and without the tray."""
        columns = min(len(self._model.portfolio.framework.shown_levels), most or 99)
        return self.heads.width + columns * self.plain.column + (columns + 1) * self.plain.gutter

    @property
    def tray_width(self) -> int:
        return round(self.plain.px(_TRAY))

    def layout(self, size: QSize, *, entry: float, has_tray: bool) -> Layout:
        """`entry` is the height of what stands above the tray."""
        tray, heads = self.tray_width if has_tray else 0, self.heads
        room = Room(size.width(), size.height(), tray, entry, heads.width)
        framework = self._model.portfolio.framework
        contents = Contents(
            roles=[role.id for role in framework.roles],
            levels=[level.id for level in framework.shown_levels],
            cards=self._model.cards_in,
            filled=self._model.count,
            side_height=heads.side_height,
            head_height=heads.height,
        )
        tray_sizes = Sizes(self.plain, self._tray.height)
        return laid_out(room, contents, tray_sizes, Sizes(self._board.measures, self._board.height))

    def scene(self, layout: Layout, camera: Camera) -> Scene:
        return Scene(self._model, layout, camera, self._tray, self._board)
