"""Walking through the days by itself, from the one that is shown to today."""

from PySide6.QtCore import QObject, QTimer, Signal

_PAUSE = 1600  # milliseconds a day: the cards fly, and there is time to look


class Walk(QObject):
    """`stepped` asks for the next day; `changed(going)` when it starts or stops."""

    stepped = Signal()
    changed = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = QTimer(self)
        self._clock.setInterval(_PAUSE)
        self._clock.timeout.connect(self.stepped)

    @property
    def is_going(self) -> bool:
        return self._clock.isActive()

    def start(self) -> None:
        self._clock.start()
        self.changed.emit(True)
        self.stepped.emit()

    def stop(self) -> None:
        if self.is_going:
            self._clock.stop()
            self.changed.emit(False)
