"""Joining, copying in, bringing up to date: killed at any call, the file is as it was or as it should be."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile

import pytest
from sqlalchemy import Connection

from coachapp.document import Document
from coachapp.domain import edits
from coachapp.domain.portfolio import Evidence, Portfolio
from coachapp.domain.values import new_id
from coachapp.storage import check, creation, evidence, keys, migrations
from coachapp.storage.file import PortfolioFile, open_file
from coachapp.storage.keys import Key
from tests import portfolios
from tests.storage import kills
from tests.storage.fixtures import FOLDER, PASSPHRASE, version_1
from tests.storage.kills import Target, Writer
from tests.storage.writer import change

POINTS = int(os.environ.get("COACHAPP_JOIN_KILLS", "12"))

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="forks and signals"),
    pytest.mark.skipif(not shutil.which("strace"), reason="strace isn't installed"),
]


@pytest.fixture(scope="module")
def writer() -> Iterator[Writer]:
    with kills.writer() as writer:
        yield writer


@dataclass(frozen=True)
class Open(Target):
    """The folders beside the file stay, and what is found may be read further."""

    def restore(self) -> None:
        for left in self.path.parent.glob(f"{self.path.name}*"):
            left.unlink()
        shutil.rmtree(self.path.parent / "backups", ignore_errors=True)
        self.path.write_bytes(self.whole)

    def read(self) -> Portfolio:
        with closing(open_file(self.path, self.key)) as opened:
            return opened.portfolio


def points(writer: Writer) -> list[tuple[str, int]]:
    """Every call of the last traced run, or so many of them as was asked for, spread evenly."""
    every = [(call, when) for call, times in writer.calls().items() for when in range(1, times + 1)]
    step = max(1, len(every) // POINTS)
    return every[::step]


@pytest.fixture
def target(path: Path, real_key: Key) -> Open:
    """With a copy beside it, in which much was changed and a file was copied in."""
    before = portfolios.many(12)
    creation.make(path, before, real_key)
    other = path.parent / "other"
    other.mkdir()
    (other / "letter").write_bytes(os.urandom(600_000))
    copyfile(path, other / path.name)
    with closing(open_file(other / path.name, real_key)) as copy:
        taken = evidence.take_in(copy, other / "letter")
        document = Document(copy.portfolio, "other")
        document.apply("", change)
        document.apply("", edits.add(Evidence(new_id(), "letter", taken.digest, taken.size)))
        copy.save(document.saved, document.portfolio, document.unsaved())
    return Open(path, real_key, before, path.read_bytes())


def whole(opened: PortfolioFile) -> bool:
    """Whether every file that an item tells of is there, byte for byte."""
    for item in opened.portfolio.evidence:
        assert sum(map(len, evidence.pieces(opened, item.digest, item.name))) == item.size
    return bool(opened.portfolio.evidence)


def test_a_kill_while_joining_leaves_the_old_or_both(writer: Writer, target: Open) -> None:
    assert writer.traced(target, job="join_once")["ended"] == 0
    after = target.read()
    assert after != target.before
    for call, when in points(writer):
        target.restore()
        heard = writer.traced(target, f"{call}:signal=SIGKILL:when={when}", job="join_once")
        found = target.read()
        assert found == after or (found == target.before and "saved" not in heard), (call, when)
        with closing(open_file(target.path, target.key)) as opened:
            assert whole(opened) == (found == after)
        assert check.problems(target.path, target.key) == ()


@pytest.mark.parametrize(("call", "error"), [("pwrite64", "ENOSPC"), ("fsync", "EIO")])
def test_a_joining_that_fails_leaves_the_old_or_both(
    writer: Writer, target: Open, call: str, error: str
) -> None:
    writer.traced(target, job="join_once")
    after, times = target.read(), writer.calls()[call]
    for when in range(1, times + 1, max(1, times // POINTS)):
        target.restore()
        heard = writer.traced(target, f"{call}:error={error}:when={when}+", job="join_once")
        found = target.read()
        assert found == after or (found == target.before and "saved" not in heard), when


def test_a_kill_while_a_file_is_copied_in_leaves_it_or_nothing(writer: Writer, target: Open) -> None:
    assert writer.traced(target, job="take_in_once")["ended"] == 0
    for call, when in points(writer):
        target.restore()
        heard = writer.traced(target, f"{call}:signal=SIGKILL:when={when}", job="take_in_once")
        assert target.read() == target.before
        with closing(open_file(target.path, target.key)) as opened:
            taken = evidence.take_in(opened, target.path.parent / "other" / "letter")
            assert sum(map(len, evidence.pieces(opened, taken.digest, "letter"))) == taken.size, heard
        assert check.problems(target.path, target.key) == ()


@pytest.mark.parametrize(
    ("call", "error", "says"), [("pwrite64", "ENOSPC", "disk is full"), ("fsync", "EIO", "an error")]
)
def test_a_copying_in_that_fails_says_why_and_leaves_nothing_half(
    writer: Writer, target: Open, call: str, error: str, says: str
) -> None:
    writer.traced(target, job="take_in_once")
    times, told = writer.calls()[call], []
    for when in range(1, times + 1, max(1, times // POINTS)):
        target.restore()
        heard = writer.traced(target, f"{call}:error={error}:when={when}+", job="take_in_once")
        assert heard["ended"] == 0, when
        told.append(heard.get("failed", ""))
        assert target.read() == target.before
        with closing(open_file(target.path, target.key)) as opened:
            evidence.take_in(opened, target.path.parent / "other" / "letter")
            assert opened.read(count) == 1
    assert all(text.startswith("“letter” was not copied in. ") and says in text for text in told if text)
    assert sum(map(bool, told)) >= len(told) - 1  # SQLite can do without a folder's fsync


def count(connection: Connection) -> int:
    return connection.exec_driver_sql("SELECT count(*) FROM contents").scalar_one()


def test_a_kill_while_a_file_is_brought_up_to_date_leaves_the_old_version_or_the_new(
    writer: Writer, path: Path
) -> None:
    copyfile(FOLDER / "v1.coach", path)
    target = Open(path, keys.unlock(path, PASSPHRASE), version_1(), path.read_bytes())
    assert writer.traced(target, job="update_once")["ended"] == 0
    after = target.read()
    for call, when in points(writer):
        target.restore()
        writer.traced(target, f"{call}:signal=SIGKILL:when={when}", job="update_once")
        assert target.read() == after, (call, when)
        assert check.problems(target.path, target.key) == ()


def test_a_failing_update_leaves_the_file_untouched(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copyfile(FOLDER / "v1-plain.coach", path)
    before = path.read_bytes()

    def fail(_connection: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("coachapp.storage.schema.MIGRATIONS", (migrations.MIGRATIONS[0], fail))
    monkeypatch.setattr("coachapp.storage.schema.migrate.__defaults__", ((migrations.MIGRATIONS[0], fail),))
    with pytest.raises(ZeroDivisionError):
        open_file(path, None)
    assert path.read_bytes() == before
