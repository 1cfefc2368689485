"""Whenever the making of a backup is killed or fails, no half one bears a name and the file is as it was."""

import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from coachapp.storage import backup_folder, check, creation
from coachapp.storage.keys import Key
from tests import portfolios
from tests.storage import kills
from tests.storage.kills import Target, Writer

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
    before = portfolios.many(12)
    creation.make(path, before, real_key)
    return Target(path, real_key, before, path.read_bytes())


def folder(target: Target) -> Path:
    return target.path.parent / "backups" / target.before.id


def sound_backups(target: Target) -> int:
    """How many there are; each is whole, and the file too."""
    found = backup_folder.found(folder(target))
    for one in found:
        assert check.problems(one.path, target.key) == (), one.path
    assert target.path.read_bytes() == target.whole
    return len(found)


def clear(target: Target) -> None:
    shutil.rmtree(target.path.parent / "backups", ignore_errors=True)


def test_a_kill_at_every_single_call_leaves_whole_backups_only(writer: Writer, target: Target) -> None:
    assert writer.traced(target, job="back_up_once")["ended"] == 0
    assert sound_backups(target) == 1
    calls = writer.calls()
    assert calls["pwrite64"] > 10
    assert calls["fsync"] + calls.get("fdatasync", 0) >= 3
    assert calls["rename"] == 1
    for call, times in calls.items():
        for when in range(1, times + 1):
            clear(target)
            heard = writer.traced(target, f"{call}:signal=SIGKILL:when={when}", job="back_up_once")
            assert heard["ended"] == -signal.SIGKILL, (call, when)
            killed = sound_backups(target)
            assert killed == 1 or "saved" not in heard, (call, when)
            if when == times:  # what was left half goes the next time
                assert "saved" in writer.traced(target, job="back_up_once")
                assert sound_backups(target) == killed + 1
                assert backup_folder.drafts(folder(target)) == []


@pytest.mark.parametrize(
    ("call", "error", "says"),
    [("pwrite64", "ENOSPC", "disk is full"), ("fsync", "EIO", "an error"), ("rename", "EACCES", "may not")],
)
def test_a_disk_that_fails_at_any_call_costs_the_backup_only(
    writer: Writer, target: Target, call: str, error: str, says: str
) -> None:
    writer.traced(target, job="back_up_once")
    times = writer.calls()[call]
    reasons = list[str]()
    for when in range(1, times + 1):
        clear(target)
        heard = writer.traced(target, f"{call}:error={error}:when={when}", job="back_up_once")
        assert heard["ended"] == 0, when
        made = sound_backups(target)
        assert made or "failed" in heard, when  # whole but not surely on the disk counts as failed
        assert backup_folder.drafts(folder(target)) == [], when
        reasons.append(heard.get("failed", ""))
    assert sum(says in one for one in reasons) >= max(1, times - 2), reasons
