"""Whenever the program is killed, what was reported saved is there, and the file opens."""

import os
import random
import select
import signal
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from coachapp.storage import check, creation
from coachapp.storage.faults import InUse
from coachapp.storage.file import open_file
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


def test_a_computer_that_sleeps_in_the_middle_of_a_save_goes_on_with_it(
    writer: Writer, target: Target
) -> None:
    """Who opens the file meanwhile sees the state before or after a save, or that it is in use."""
    chance, saved, looks = random.Random(KILLS), 0, Counter[str]()
    pid = writer.start("save_on_and_on", target)
    writer.say()
    for _ in range(6):
        saved = writer.hear()["saved"]
        select.select([], [], [], chance.uniform(0, 0.02))
        os.kill(pid, signal.SIGSTOP)
        looks[_looked(target, saved)] += 1
        os.kill(pid, signal.SIGCONT)
    os.kill(pid, signal.SIGKILL)
    saved = writer.hear_all().get("saved", saved)
    assert target.read().clock.counter in (saved, saved + 1)
    assert looks["seen"] + looks["in use"] == 6


def _looked(target: Target, saved: int) -> str:
    try:
        with closing(open_file(target.path, target.key, read_only=True)) as found:
            assert found.portfolio.clock.counter >= saved
            return "seen"
    except InUse:
        return "in use"


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
