"""Where a coach book may be shown: never on the screen that two people look at together."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget


class Area(NamedTuple):
    """What a screen shows of the whole desktop; mirrored screens show the same."""

    x: int
    y: int
    width: int
    height: int

    def overlaps(self, other: "Area") -> bool:
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


def may_open(screens: Iterable[Area], shared: Iterable[Area]) -> Area | None:
    """The screen to open a coach book on, or None when there is none that shows nothing of `shared`.

    `shared`: where an open portfolio is in sight, its screen and its window; none: nothing is shared.
    """
    looked_at = tuple(shared)
    free = (one for one in screens if not any(one.overlaps(other) for other in looked_at))
    return next(free, None)


def may_stay(book: Iterable[Area], shared: Iterable[Area]) -> bool:
    """Whether a book that is in sight there can't be seen where the portfolio is."""
    looked_at = tuple(shared)
    return not any(one.overlaps(other) for one in book for other in looked_at)


def sight(window: QWidget) -> tuple[Area, ...]:
    """Where this window can be seen: all of its screen, and wherever it reaches beyond it.

    Wayland tells no window where it is; its screen it does tell.
    """
    if not window.isVisible() or window.isMinimized():
        return ()
    screen = area(window.screen().geometry())
    if QGuiApplication.platformName().startswith("wayland"):
        return (screen,)
    return screen, area(window.frameGeometry())


def areas(screens: Iterable[QScreen]) -> tuple[Area, ...]:
    return tuple(area(screen.geometry()) for screen in screens)


def area(rect: QRect) -> Area:
    return Area(rect.x(), rect.y(), rect.width(), rect.height())
