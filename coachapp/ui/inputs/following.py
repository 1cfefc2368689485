"""A page that scrolls along with who types in it, and to what is said in it."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from coachapp.ui import theme


def bring_in_sight(part: QWidget) -> None:
    """Scroll to what was just shown, once it has its place."""
    QTimer.singleShot(0, part, lambda: _scroll_to(part))


def _scroll_to(part: QWidget) -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # each layout within another
    up = part.parentWidget()
    while up is not None and not isinstance(up, QScrollArea):
        up = up.parentWidget()
    if up is not None and not part.isHidden():
        up.ensureWidgetVisible(part, 0, theme.space(2))


class FollowingScrollArea(QScrollArea):
    """Shows a page as wide as there is room, and scrolls up and down only.

    It keeps the focused input in sight: when focus moves, and when the page grows above it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._soon = QTimer(self)  # after the layout, which moves inputs once more
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._follow)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def setWidget(self, widget: QWidget) -> None:  # noqa: N802
        """Let its height follow from its width: Qt's own least height is that of a narrower page."""
        widget.setMinimumHeight(1)
        super().setWidget(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.Resize:
            self._soon.start()
        return super().eventFilter(watched, event)

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self._soon.start()

    def _follow(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 0, theme.space(2))


def following(page: QWidget) -> FollowingScrollArea:
    """An area that shows this page."""
    area = FollowingScrollArea()
    area.setWidget(page)
    return area


def fill(window: QWidget, page: QWidget, ways: QLayout | None = None) -> FollowingScrollArea:
    """Fill a window with a page that scrolls; the ways on from it stay in sight below."""
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    area = following(page)
    column.addWidget(area, 1)
    if ways:
        column.addLayout(ways)
    return area
