"""Hears from Linux that the computer is about to sleep; the other systems tell when it woke (idle.py)."""

import sys
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot

from coachapp.i18n import gettext as _

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection, QDBusPendingCallWatcher, QDBusUnixFileDescriptor

_LATER: Final = 500  # milliseconds: the window is shown first
_LOGIND: Final = "org.freedesktop.login1"
_PATH: Final = "/org/freedesktop/login1"
_MANAGER: Final = "org.freedesktop.login1.Manager"


class Sleep(QObject):
    """`coming`: the computer waits for `let_go`, a few seconds at most. Without logind it is silent."""

    coming = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hold: QDBusUnixFileDescriptor | None = None
        self._asked: QDBusPendingCallWatcher | None = None
        self._bus: QDBusConnection | None = None
        if sys.platform == "linux":
            begin = QTimer(self)
            begin.setSingleShot(True)
            begin.timeout.connect(self._listen)
            begin.start(_LATER)

    def let_go(self) -> None:
        """It may sleep now. Python closes the descriptor, which logind sees."""
        self._hold = None

    def _listen(self) -> None:
        self._bus = system_bus()
        if self._bus.isConnected():
            slot: Any = SLOT("_on_sleep(bool)")  # PySide's own stubs want bytes, which it doesn't take
            self._bus.connect(_LOGIND, _PATH, _MANAGER, "PrepareForSleep", self, slot)
            self._ask_to_wait()

    @Slot(bool)
    def _on_sleep(self, asleep: bool) -> None:
        if asleep:
            self.coming.emit()
        else:
            self._ask_to_wait()

    def _ask_to_wait(self) -> None:
        """logind waits before each sleep as long as the descriptor that it gives is open."""
        from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher  # noqa: PLC0415 - on Linux only

        assert self._bus
        call = QDBusMessage.createMethodCall(_LOGIND, _PATH, _MANAGER, "Inhibit")
        call.setArguments(["sleep", "CoachApp", _("CoachApp locks the portfolio"), "delay"])
        self._asked = QDBusPendingCallWatcher(self._bus.asyncCall(call), self)
        self._asked.finished.connect(self._on_answer)

    def _on_answer(self) -> None:
        assert self._asked
        reply = self._asked.reply()
        self._hold = reply.arguments()[0] if reply.signature() == "h" else None
        self._asked.deleteLater()
        self._asked = None


def system_bus() -> "QDBusConnection":
    from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - on Linux only

    return QDBusConnection.systemBus()
