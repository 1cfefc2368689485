"""Killed at any call, or on a disk that fails from any call on, each operation happened or did not.

A few calls of each; all of them by `dev.py ordeal calls`.
"""

import os
import shutil
import signal
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import DBAPIError

from coachapp.errors import CoachError
from coachapp.storage.keys import Key
from tests.storage.kills import Call, Target, Writer
from tests.storage.operations import OPERATIONS, Operation

POINTS = int(os.environ.get("COACHAPP_CALLS", "3"))

# A backup has none: it is a file that is thrown away. Of the others two are enough for every day.
BY_JOURNAL = {
    name: operation
    for name, operation in OPERATIONS.items()
    if name != "backup" and (POINTS > 100 or name in ("save", "copying in"))
}

ENOSPC = ("pwrite64", "write", "rename", "link")  # a full disk still syncs and removes
EIO = (*ENOSPC, "fsync", "fdatasync", "ftruncate", "unlink")

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="forks and signals"),
    pytest.mark.skipif(not shutil.which("strace"), reason="strace isn't installed"),
    pytest.mark.timeout(60 + 20 * POINTS),
]


@pytest.fixture(params=OPERATIONS.values(), ids=list(OPERATIONS))
def operation(request: pytest.FixtureRequest) -> Operation:
    return request.param


@pytest.fixture
def target(operation: Operation, path: Path, real_key: Key) -> Target:
    return operation.ready(path, real_key)


@pytest.fixture
def calls(writer: Writer, operation: Operation, target: Target) -> list[Call]:
    """Every call of the operation when nothing happens to it."""
    heard = writer.traced(target, job=operation.job)
    assert "saved" in heard
    assert heard["ended"] == 0
    assert operation.happened(target)
    return writer.calls()


def some(calls: list[Call]) -> list[Call]:
    """So many as were asked for, evenly spread; the first few are those of its opening."""
    step = max(1, len(calls) // POINTS)
    return calls[step - 1 :: step]


def judge(writer: Writer, operation: Operation, target: Target, heard: dict[str, Any]) -> bool:
    """Whether it happened. What was reported is so; and what did not happen does, the next time."""
    happened = operation.happened(target)
    assert happened or "saved" not in heard
    if not happened:
        assert "saved" in writer.run(target, operation.job)
        assert operation.happened(target)
    return happened


def test_each_operation_syncs_what_it_writes(calls: list[Call]) -> None:
    names = [name for name, _number in calls]
    assert names.count("pwrite64") > 10
    assert names.count("fsync") + names.count("fdatasync") > 2
    last_write = max(at for at, name in enumerate(names) if name == "pwrite64")
    assert {"fsync", "fdatasync"} & set(names[last_write:])


def test_a_kill_at_any_call_leaves_the_old_or_the_new(
    writer: Writer, operation: Operation, target: Target, calls: list[Call]
) -> None:
    for call, number in some(calls):
        target.restore()
        heard = writer.traced(target, f"{call}:signal=SIGKILL:when={number}", job=operation.job)
        assert heard["ended"] == -signal.SIGKILL, (call, number)
        judge(writer, operation, target, heard)


@pytest.mark.parametrize("error", ["ENOSPC", "EIO"])
def test_a_disk_that_fails_from_any_call_on_leaves_the_old_or_the_new_and_that_is_explained(
    writer: Writer, operation: Operation, target: Target, calls: list[Call], error: str
) -> None:
    failing, says = (ENOSPC, "The disk is full.") if error == "ENOSPC" else (EIO, "gives an error.")
    for point in some([call for call in calls if call[0] in failing]):
        target.restore()
        heard = writer.traced(target, *_from(point, calls, failing, error), job=operation.job)
        assert heard["ended"] == 0, point
        judge(writer, operation, target, heard)
        told = heard.get("failed", "")
        assert "saved" in heard or (says in told and any(words in told for words in operation.told)), (
            point,
            told,
        )


def _from(point: Call, calls: list[Call], failing: tuple[str, ...], error: str) -> list[str]:
    """For strace, which counts each name apart: from this call on, all of these fail."""
    earlier = [name for name, _number in calls[: calls.index(point)]]
    return [f"{name}:error={error}:when={1 + earlier.count(name)}+" for name in failing]


@pytest.mark.parametrize("injected", ["signal=SIGKILL", "error=ENOSPC"])
@pytest.mark.parametrize("operation", BY_JOURNAL.values(), ids=list(BY_JOURNAL), indirect=True)
def test_without_a_journal_it_would_be_seen(
    writer: Writer, operation: Operation, target: Target, calls: list[Call], injected: str
) -> None:
    """The tests above can fail."""
    writes = len([call for call in calls if call[0] == "pwrite64"])
    for number in range(2, writes, max(1, writes // 12)):
        target.restore()
        when = f"{number}+" if "error" in injected else f"{number}"
        inject = f"pwrite64:{injected}:when={when}"
        heard = writer.traced(target, inject, settings=("journal_mode = OFF",), job=operation.job)
        try:
            judge(writer, operation, target, heard)
        except (CoachError, DBAPIError, pytest.fail.Exception, AssertionError):
            return
    pytest.fail("it did no harm")
