"""Scroll bars that follow a layout."""

from PySide6.QtWidgets import QScrollBar

_STEP = 40


def set_bar(bar: QScrollBar, content: float, page: float) -> None:
    bar.setPageStep(round(page))
    bar.setSingleStep(_STEP)
    bar.setRange(0, max(0, int(content - page)))


def reveal(bar: QScrollBar, start: float, end: float, window: tuple[float, float]) -> None:
    """Scroll no further than needed to bring what is from `start` to `end` into the window."""
    if start < window[0] or end - start > window[1] - window[0]:
        bar.setValue(bar.value() + round(start - window[0]) - 8)
    elif end > window[1]:
        bar.setValue(bar.value() + round(end - window[1]) + 8)
