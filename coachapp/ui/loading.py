"""What needs Qt is imported in the window's own thread, a piece at a time."""

import importlib
import sys
import time
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

PIECE = 0.006  # seconds; a module that is being read when they are over is read to its end


class _NeededFirst(Exception):
    """Ends the import of what needs this module: it is begun anew when this one is there."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Loading(QObject):
    """Imports a module and all it needs; `done` when that is there. The window answers between two pieces.

    PySide makes a class of Qt's when it is first asked for. Two threads that ask for the same one at the
    same time end the program by force, so no other thread may import what needs Qt.
    """

    done = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(QCoreApplication.instance())
        self._names = [name]  # each is needed by the one before it
        self._end = 0.0

    def start(self) -> "Loading":
        QTimer.singleShot(0, self, self._go_on)
        return self

    def find_spec(
        self, name: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Python asks its finders before it reads a module; this one finds none, but may end the piece."""
        if name != self._names[-1] and name.startswith("coachapp.ui.") and time.perf_counter() > self._end:
            raise _NeededFirst(name)
        return None

    def _go_on(self) -> None:
        self._end = time.perf_counter() + PIECE
        sys.meta_path.insert(0, self)
        try:
            importlib.import_module(self._names[-1])
            self._names.pop()
        except _NeededFirst as needed:
            self._names.append(needed.name)
        finally:
            sys.meta_path.remove(self)
        if self._names:
            self.start()
        else:
            self.deleteLater()
            self.done.emit()
