"""How large a window opens: as it likes best, as far as there is room."""

from PySide6.QtWidgets import QWidget

from coachapp.ui import theme


def open_at(window: QWidget, wide: float, high: float) -> None:
    """So many steps, or what its parent's window or else the screen offers."""
    over = window.parentWidget()
    room = over.window().size() if over else window.screen().availableSize()
    window.resize(min(room.width(), theme.space(wide)), min(room.height(), theme.space(high)))
