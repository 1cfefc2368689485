"""How large a window opens: as it likes best, as far as there is room."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from coachapp.ui import theme


def open_at(window: QWidget, wide: float, high: float) -> None:
    """So many steps, or what its parent's window or else the screen offers."""
    _fit(window, QSize(theme.space(wide), theme.space(high)))


def open_around(window: QWidget, area: QScrollArea, content: QWidget) -> None:
    """As large as the content of this area, which fills the window; it scrolls where there is no room."""
    bar = area.verticalScrollBar().sizeHint().width()
    _fit(window, content.sizeHint() + QSize(bar, 0))


def in_the_middle(page: QWidget, inner: QWidget, wide: float) -> None:
    """Fill the page with this, at most so many steps wide."""
    inner.setMaximumWidth(theme.space(wide))
    row = QHBoxLayout(page)
    row.addStretch(1)
    row.addWidget(inner, 1000)
    row.addStretch(1)


def _fit(window: QWidget, size: QSize) -> None:
    over = window.parentWidget()
    room = over.window().size() if over else window.screen().availableSize()
    window.resize(size.boundedTo(room))
