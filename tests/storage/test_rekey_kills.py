"""Whenever a change of passphrase is killed or fails, the old or the new one opens the file, all of it."""

import os
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from coachapp.domain.portfolio import Portfolio
from coachapp.errors import CoachError
from coachapp.storage import check, creation
from coachapp.storage.faults import WrongPassphrase
from coachapp.storage.file import open_file
from coachapp.storage.keys import Key
from tests import portfolios
from tests.storage import kills
from tests.storage.kills import Target, Writer
from tests.storage.writer import NEW_SECRET

KILLS = int(os.environ.get("COACHAPP_REKEY_KILLS", "60"))

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="forks and signals"),
    pytest.mark.skipif(not shutil.which("strace"), reason="strace isn't installed"),
]


@pytest.fixture(scope="module")
def writer() -> Iterator[Writer]:
    with kills.writer() as writer:
        yield writer


@pytest.fixture
def target(path: Path, real_key: Key) -> Target:
    before = portfolios.many(2)
    creation.make(path, before, real_key)
    return Target(path, real_key, before, path.read_bytes())


@pytest.fixture
def new(real_key: Key) -> Key:
    return Key(NEW_SECRET, real_key.salt)


def opened_by(target: Target, *possible: Key) -> tuple[Key, Portfolio]:
    """The first of these keys that opens the file; each is tried, as a person would."""
    for key in possible:
        try:
            found = open_file(target.path, key)
        except WrongPassphrase:
            continue
        found.close()
        assert check.problems(target.path, key) == ()
        return key, found.portfolio
    pytest.fail("neither passphrase opens the file")


def moments(writer: Writer, target: Target) -> list[tuple[str, int]]:
    """Every single call of one rekey, or as many of them as COACHAPP_REKEY_KILLS, evenly spread."""
    assert writer.traced(target, job="rekey_once")["ended"] == 0
    every = [(call, when) for call, times in writer.calls().items() for when in range(1, times + 1)]
    assert len(every) > 60
    return every[:: max(1, len(every) // KILLS)]


@pytest.mark.timeout(600)
@pytest.mark.parametrize("tried_first", ["old", "new"])
def test_a_kill_at_any_call_leaves_a_file_that_one_of_the_two_opens(
    writer: Writer, target: Target, new: Key, tried_first: str
) -> None:
    old, ended_with = target.key, set()
    assert old
    for call, when in moments(writer, target):
        target.restore()
        heard = writer.traced(target, f"{call}:signal=SIGKILL:when={when}", job="rekey_once")
        assert heard["ended"] == -signal.SIGKILL, (call, when)
        possible = (old, new) if tried_first == "old" else (new, old)
        key, found = opened_by(target, *possible)
        assert found == target.before, (call, when)
        assert key == new or "saved" not in heard, (call, when)
        ended_with.add(key)
    assert ended_with == {old, new}


@pytest.mark.timeout(600)
@pytest.mark.parametrize(("call", "error"), [("pwrite64", "ENOSPC"), ("fsync", "EIO"), ("fdatasync", "EIO")])
def test_a_disk_that_fails_from_any_call_on_leaves_a_file_that_one_of_the_two_opens(
    writer: Writer, target: Target, new: Key, call: str, error: str
) -> None:
    assert target.key
    for name, when in moments(writer, target):
        if name != call:
            continue
        target.restore()
        heard = writer.traced(target, f"{call}:error={error}:when={when}+", job="rekey_once")
        key, found = opened_by(target, new, target.key)
        assert found == target.before, when
        assert key == new or "saved" not in heard, when


def test_without_a_journal_such_a_kill_would_be_seen(writer: Writer, target: Target, new: Key) -> None:
    """The tests above can fail."""
    assert target.key
    for when in range(2, 60):
        target.restore()
        inject = f"pwrite64:signal=SIGKILL:when={when}"
        writer.traced(target, inject, ("journal_mode = OFF",), job="rekey_once")
        try:
            if opened_by(target, new, target.key)[1] != target.before:
                return
        except (CoachError, pytest.fail.Exception, AssertionError):
            return
    pytest.fail("no kill did any harm")
