"""Before the computer sleeps the portfolio is locked: logind waits for that."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import ClassInfo, QObject, Qt, Signal, Slot
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coachapp.domain import edits
from coachapp.domain.portfolio import Activity
from coachapp.domain.values import new_id
from coachapp.storage import file, keys
from coachapp.ui import sleep
from coachapp.ui.program import Program
from coachapp.ui.window import PortfolioWindow
from tests.ui.shell.conftest import PASSPHRASE
from tests.ui.shell.test_lock import asking

if sys.platform != "linux" or not shutil.which("dbus-daemon"):
    pytest.skip("needs Linux with a message bus", allow_module_level=True)

from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor


@ClassInfo(**{"D-Bus Interface": "org.freedesktop.login1.Manager"})  # pyright: ignore[reportCallIssue, reportArgumentType]
class Logind(QObject):
    """On a bus of the test's own, what logind does about sleep. `asked`: somebody wants it to wait."""

    asked = Signal()

    def __init__(self, address: str) -> None:
        super().__init__()
        self._bus = QDBusConnection.connectToBus(address, "logind")
        assert self._bus.registerService("org.freedesktop.login1")
        every = QDBusConnection.RegisterOption.ExportAllSlots
        assert self._bus.registerObject("/org/freedesktop/login1", self, every)
        self.calls: list[tuple[str, ...]] = []
        self._waits: int | None = None

    @Slot(str, str, str, str, result=QDBusUnixFileDescriptor)
    def Inhibit(self, what: str, who: str, why: str, mode: str) -> QDBusUnixFileDescriptor:  # noqa: N802
        self._waits, given = os.pipe()
        os.set_blocking(self._waits, False)
        self.calls.append((what, who, why, mode))
        held = QDBusUnixFileDescriptor(given)
        os.close(given)
        self.asked.emit()
        return held

    @property
    def may_sleep(self) -> bool:
        """Whether nobody holds the other end any more."""
        assert self._waits is not None
        try:
            return os.read(self._waits, 1) == b""
        except BlockingIOError:
            return False

    def tell(self, *, asleep: bool) -> None:
        place = "/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep"
        signal = QDBusMessage.createSignal(*place)
        signal.setArguments([asleep])
        assert self._bus.send(signal)


@pytest.fixture
def logind(monkeypatch: pytest.MonkeyPatch, qapp: object) -> Iterator[Logind]:
    command = ["dbus-daemon", "--session", "--print-address", "--nofork"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout
        address = daemon.stdout.readline().strip()
        bus = QDBusConnection.connectToBus(address, "coachapp")
        monkeypatch.setattr(sleep, "system_bus", lambda: bus)
        yield Logind(address)
        for name in ("coachapp", "logind"):
            QDBusConnection.disconnectFromBus(name)
        daemon.kill()


def opened(program: Program, qtbot: QtBot, path: Path, passphrase: str = "") -> PortfolioWindow:
    program.begin(path)
    if passphrase:
        page = asking(qtbot)
        QTest.keyClicks(page.field.edit, passphrase)
        QTest.keyClick(page.field.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.window is not None)
    assert program.window
    return program.window


def test_before_the_computer_sleeps_all_is_saved_and_locked(
    program: Program, qtbot: QtBot, locked: Path, logind: Logind
) -> None:
    with qtbot.waitSignal(logind.asked):
        window = opened(program, qtbot, locked, PASSPHRASE)
    assert logind.calls == [("sleep", "CoachApp", "CoachApp locks the portfolio", "delay")]
    assert not logind.may_sleep
    window.editor.apply("Add", edits.add(Activity(new_id(), "Last moment")))
    del window
    logind.tell(asleep=True)
    qtbot.waitUntil(lambda: logind.may_sleep)
    assert program.window is None
    with closing(file.open_file(locked, keys.unlock(locked, PASSPHRASE))) as again:
        assert "Last moment" in [activity.title for activity in again.portfolio.activities]
    logind.tell(asleep=False)


def test_what_has_no_passphrase_is_saved_and_each_sleep_waits_for_that(
    program: Program, qtbot: QtBot, plain: Path, logind: Logind
) -> None:
    with qtbot.waitSignal(logind.asked):
        window = opened(program, qtbot, plain)
    for turn in range(2):
        assert not logind.may_sleep
        window.editor.apply("Add", edits.add(Activity(new_id(), f"Work {turn}")))
        logind.tell(asleep=True)
        qtbot.waitUntil(lambda: logind.may_sleep)
        assert window.autosave.is_saved
        with qtbot.waitSignal(logind.asked):
            logind.tell(asleep=False)
    assert program.window is window
