"""Whenever the program is killed, what was reported saved is there, and the file opens."""

import os
import random
import select
import signal
import sys
from pathlib import Path

import pytest

from coachapp.storage import check, creation
from coachapp.storage.keys import Key
from tests import portfolios
from tests.storage.kills import Target, Writer

KILLS = int(os.environ.get("COACHAPP_KILLS", "20"))

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks and signals")


@pytest.fixture
def target(path: Path, key: Key | None) -> Target:
    before = portfolios.many(12)
    creation.make(path, before, key)
    return Target(path, key, before, path.read_bytes())


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
