"""Two people, two windows, two programs at one portfolio."""

import getpass
import json
import os
import platform
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from coachapp.document import Document
from coachapp.domain import edits
from coachapp.storage import check, creation, header, keys, lock
from coachapp.storage.faults import InUse
from coachapp.storage.file import open_file
from coachapp.storage.header import sniff
from coachapp.storage.keys import Key
from tests import portfolios
from tests.storage import kills
from tests.storage.kills import Target, Writer


@pytest.fixture
def target(path: Path, key: Key | None) -> Target:
    before = portfolios.many(12)
    creation.make(path, before, key)
    return Target(path, key, before, path.read_bytes())


@pytest.fixture
def elsewhere() -> Iterator[Writer]:
    if sys.platform == "win32":
        pytest.skip("forks and signals")
    with kills.writer() as writer:
        yield writer


def test_the_second_to_open_sees_who_has_it_and_may_read(elsewhere: Writer, target: Target) -> None:
    pid = elsewhere.start("hold", target)
    elsewhere.say()
    elsewhere.hear()
    with pytest.raises(InUse) as caught:
        open_file(target.path, target.key)
    fields = caught.value.fields
    assert (fields["user"], fields["machine"]) == (getpass.getuser(), platform.node())
    assert isinstance(fields["since"], datetime)
    assert timedelta(0) <= datetime.now(UTC) - fields["since"] + timedelta(seconds=1) < timedelta(minutes=1)
    assert platform.node() in caught.value.text()
    reader = open_file(target.path, target.key, read_only=True)
    assert reader.portfolio == target.before
    assert reader.look() == (True, False)
    assert reader.why_read_only
    assert f"{fields['user']} has it open on {fields['machine']}" in reader.why_read_only.brief()
    os.kill(pid, signal.SIGKILL)
    elsewhere.hear_all()
    assert target.path.with_name(target.path.name + ".lock").exists()
    assert reader.look() == (False, False)
    assert reader.why_read_only.brief() == "as you chose"
    writer = reader.again(read_only=False)
    reader.close()
    assert writer.traces.stopped_at
    assert abs(writer.traces.stopped_at - datetime.now(UTC)) < timedelta(minutes=1)
    assert writer.traces.elsewhere is None
    writer.close()
    assert [path.name for path in target.path.parent.iterdir()] == [target.path.name]


@pytest.mark.parametrize("since", ["", "now", "0001-01-01T00:00:00", "9999-12-31T23:59:59-14:00", 3, None])
def test_whatever_another_wrote_about_itself_there_is_a_message(target: Target, since: object) -> None:
    opened = open_file(target.path, target.key)
    about = {"user": "u", "machine": "m", "since": since}
    target.path.with_name(target.path.name + ".lock").write_text(json.dumps(about))
    with pytest.raises(InUse, match="Close it there first"):
        open_file(target.path, target.key)
    opened.close()


def test_who_looks_notices_that_another_saved(target: Target) -> None:
    writer = open_file(target.path, target.key)
    reader = open_file(target.path, target.key, read_only=True)
    assert reader.look() == (True, False)
    document = Document(writer.portfolio)
    document.apply("", edits.describe(coach="Nieuw"))
    writer.save(document.saved, document.portfolio)
    assert reader.look() == (True, True)
    newest = reader.again(read_only=True)
    assert newest.portfolio == document.portfolio
    assert newest.look() == (True, False)
    for one in (writer, reader, newest):
        one.close()


def test_what_another_wrote_about_itself_is_one_line_of_visible_text(target: Target) -> None:
    with closing(open_file(target.path, target.key)):
        about = {"user": "u\n\x1b[2J", "machine": "m\x07", "since": "2026-01-01T00:00:00+00:00"}
        target.path.with_name(target.path.name + ".lock").write_text(json.dumps(about))
        with pytest.raises(InUse) as caught:
            open_file(target.path, target.key)
    assert (caught.value.fields["user"], caught.value.fields["machine"]) == ("u [2J", "m")


def test_who_opens_it_is_known_also_where_a_longer_lock_was_left(target: Target) -> None:
    target.path.with_name(target.path.name + ".lock").write_text("x" * 3000)
    with closing(open_file(target.path, target.key)), pytest.raises(InUse) as caught:
        open_file(target.path, target.key)
    assert caught.value.fields["machine"] == platform.node()


def test_a_lock_that_came_along_from_another_computer_is_told(target: Target) -> None:
    about = {"user": "u", "machine": "LAPTOP", "since": "2026-11-26T14:05:00+01:00"}
    target.path.with_name(target.path.name + ".lock").write_text(json.dumps(about))
    opened = open_file(target.path, target.key)
    assert opened.traces.elsewhere
    assert opened.traces.elsewhere.machine == "LAPTOP"
    assert opened.traces.stopped_at is None
    opened.close()


def test_the_lock_tells_nothing_from_inside(target: Target) -> None:
    opened = open_file(target.path, target.key)
    told = json.loads(target.path.with_name(target.path.name + ".lock").read_text())
    assert set(told) == {"user", "machine", "since"}
    opened.close()


def test_a_second_window_of_ours_may_only_read(target: Target) -> None:
    opened = open_file(target.path, target.key)
    with pytest.raises(InUse):
        open_file(target.path, target.key)
    document = Document(opened.portfolio)
    document.apply("", edits.describe(coach="Nieuw"))
    opened.save(document.saved, document.portfolio)
    reader = open_file(target.path, target.key, read_only=True)
    assert reader.portfolio == document.portfolio
    reader.close()
    opened.close()
    opened.close()
    open_file(target.path, target.key).close()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights")
def test_a_link_to_the_file_is_the_same_file(target: Target) -> None:
    link = target.path.with_name("link.coach")
    link.symlink_to(target.path.name)
    opened = open_file(link, target.key)
    with pytest.raises(InUse):
        open_file(target.path, target.key)
    opened.close()


def test_of_many_at_once_only_one_gets_the_lock(tmp_path: Path) -> None:
    holding, most, got = [0], [0], [0]

    def try_often() -> None:
        for _ in range(300):
            try:
                with lock.held(tmp_path / "a.coach"):
                    holding[0] += 1
                    most[0], got[0] = max(most[0], holding[0]), got[0] + 1
                    holding[0] -= 1
            except InUse:
                pass

    threads = [threading.Thread(target=try_often) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]
    assert got[0] > 10
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/locks").exists(), reason="only Linux lists its locks")
@pytest.mark.parametrize("key", ["encrypted"], indirect=True)
def test_looking_at_a_file_that_is_open_here_leaves_its_locks(target: Target) -> None:
    """POSIX: closing any descriptor of a file drops all locks of the process on it."""
    assert target.key
    opened = open_file(target.path, target.key)
    with opened._database.begin():  # as in the middle of a save
        locks = _locks_on(target.path)
        assert locks
        assert sniff(target.path)
        assert header.read(target.path)[:16] == target.key.salt
        keys.unlock(target.path, "x")
        with pytest.raises(InUse):
            open_file(target.path, target.key)
        assert _locks_on(target.path) == locks
    open_file(target.path, target.key, read_only=True).close()
    assert check.problems(target.path, target.key) == ()
    opened.close()


def _locks_on(path: Path) -> list[str]:
    inode = f":{path.stat().st_ino} "
    lines = (line.split(":", 1)[1] for line in Path("/proc/locks").read_text().splitlines())
    return [line for line in lines if inode in line and "POSIX" in line]


def test_a_save_that_was_cut_short_tells_that_the_program_was_stopped(target: Target) -> None:
    target.path.with_name(target.path.name + "-journal").touch()
    opened = open_file(target.path, target.key)
    assert opened.traces.stopped_at
    opened.close()


@pytest.mark.skipif(not Path("/proc/locks").exists(), reason="strace is Linux's")
def test_a_save_in_the_middle_of_which_the_computer_slept_is_whole(elsewhere: Writer, target: Target) -> None:
    pid = elsewhere.start("save_once", target)
    inject = ["-e", "trace=pwrite64", "-e", "inject=pwrite64:signal=SIGSTOP:when=3"]
    with subprocess.Popen(["strace", "-f", "-p", str(pid), *inject], stderr=subprocess.PIPE) as strace:
        assert strace.stderr
        if b"attached" not in strace.stderr.readline():
            pytest.skip("strace may not look on here")
        elsewhere.say()
        while b"stopped by SIGSTOP" not in (line := strace.stderr.readline()):
            assert line, "it never slept"
        os.kill(pid, signal.SIGCONT)
        heard = elsewhere.hear_all()
    assert heard["saved"]
    assert "failed" not in heard
    assert target.read() != target.before
