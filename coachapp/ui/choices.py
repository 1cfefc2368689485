"""The person's settings, live: who shows them hears when they change."""

from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, Signal

from coachapp.ui import settings
from coachapp.ui.settings import Settings


class Choices(QObject):
    """`changed(before, after)` follows each change. A guest's choices are not written down."""

    changed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings.read()
        self.guest = False

    def change(self, **changes: Any) -> None:
        """Choose, and remember it on this computer."""
        before, self.settings = self.settings, self.settings._replace(**changes)
        if before == self.settings:
            return
        if not self.guest:
            with suppress(OSError):
                settings.write(self.settings)
        self.changed.emit(before, self.settings)


def looks_differ(before: Settings, after: Settings) -> bool:
    """Whether what is on the screen has to be made anew."""
    seen = ("language", "theme", "text_percent", "reduced_motion", "show_hours")
    return any(getattr(before, name) != getattr(after, name) for name in seen)
