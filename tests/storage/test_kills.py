"""Whenever the program is killed, what was reported saved is there, and the file opens."""

import os
import random
import select
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from coachapp.errors import CoachError
from coachapp.storage import check, creation
from coachapp.storage.keys import Key
from tests import portfolios
from tests.storage import kills
from tests.storage.kills import Target, Writer
from tests.storage.writer import change

KILLS = int(os.environ.get("COACHAPP_KILLS", "20"))

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks and signals")
needs_strace = pytest.mark.skipif(not shutil.which("strace"), reason="strace isn't installed")


@pytest.fixture(scope="module")
def writer() -> Iterator[Writer]:
    with kills.writer() as writer:
        yield writer


@pytest.fixture
def target(path: Path, key: Key | None) -> Target:
    before = portfolios.many(12)
    creation.make(path, before, key)
    return Target(path, key, before, path.read_bytes())


@needs_strace
def test_a_kill_at_every_single_call_of_a_save_leaves_the_old_or_the_new(
    writer: Writer, target: Target
) -> None:
    after = change(target.before)
    assert writer.traced(target)["ended"] == 0
    assert target.read() == after
    calls = writer.calls()
    assert calls["pwrite64"] > 12
    assert calls.get("fsync", 0) + calls.get("fdatasync", 0) > 2
    assert calls["unlink"] == 2  # the journal, and the lock at the end
    for call, times in calls.items():
        for when in range(1, times + 1):
            target.restore()
            heard = writer.traced(target, f"{call}:signal=SIGKILL:when={when}")
            assert heard["ended"] == -signal.SIGKILL, (call, when)
            found = target.read()
            assert found == after or (found == target.before and "saved" not in heard), (call, when)


@needs_strace
def test_without_a_journal_such_a_kill_would_be_seen(writer: Writer, target: Target) -> None:
    """The test above can fail."""
    possible = (target.before, change(target.before))
    for when in range(2, 40):
        target.restore()
        writer.traced(target, f"pwrite64:signal=SIGKILL:when={when}", ("journal_mode = OFF",))
        try:
            if target.read() not in possible:
                return
        except CoachError:
            return
    pytest.fail("no kill did any harm")


@needs_strace
@pytest.mark.parametrize("key", ["encrypted"], indirect=True)
@pytest.mark.parametrize(
    ("call", "error", "says"), [("pwrite64", "ENOSPC", "full"), ("fsync", "EIO", "an error")]
)
def test_a_save_that_fails_at_any_call_says_why_and_succeeds_the_next_time(
    writer: Writer, target: Target, call: str, error: str, says: str
) -> None:
    writer.traced(target)
    times = writer.calls()[call]
    reasons = []
    for when in range(1, times + 1):
        target.restore()
        heard = writer.traced(target, f"{call}:error={error}:when={when}")
        assert heard["ended"] == 0, when
        assert target.read() == change(target.before)
        reasons.append(heard.get("failed", ""))
    assert sum(says in reason for reason in reasons) >= times - 2  # SQLite can do without a folder's fsync


def test_every_change_reported_saved_is_there_after_a_kill_at_any_moment(
    writer: Writer, target: Target
) -> None:
    chance = random.Random(KILLS)
    saved = 0
    for _ in range(KILLS // 2):
        pid = writer.start("save_on_and_on", target)
        writer.say()
        writer.hear()
        select.select([], [], [], chance.uniform(0, 0.1))
        os.kill(pid, signal.SIGKILL)
        reported = writer.hear_all().get("saved", saved + 1)
        found = target.read()
        assert found.clock.counter in (reported, reported + 1)
        saved = found.clock.counter
        assert {activity.description.split()[0] for activity in found.activities} == {str(saved)}
    assert saved >= KILLS // 2
    assert check.problems(target.path, target.key) == ()
