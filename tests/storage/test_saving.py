"""What stands in the way of a save, and what a save leaves alone."""

import errno
import os
import shutil
import sqlite3
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from coachapp.document import Document
from coachapp.domain import edits
from coachapp.domain.portfolio import Activity
from coachapp.domain.values import new_id
from coachapp.storage import check, creation, rows
from coachapp.storage.faults import FileReplaced, NotCreated, ReadOnly, SaveFailed
from coachapp.storage.file import PortfolioFile, open_file
from coachapp.storage.keys import Key
from coachapp.storage.looking import FileProtected, FolderProtected
from coachapp.storage.reasons import reason
from tests import portfolios
from tests.storage.bad_files import told

resource = pytest.importorskip("resource", reason="Windows has other limits")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody touch an open file")


@pytest.fixture
def opened(path: Path, key: Key | None) -> Iterator[PortfolioFile]:
    creation.make(path, portfolios.many(20), key)
    opened = open_file(path, key)
    yield opened
    opened.close()


def _changed(opened: PortfolioFile) -> Document:
    document = Document(opened.portfolio)
    document.apply("", edits.describe(coach="Nieuw"))
    return document


def _replaced_whole(path: Path, other: bytes) -> None:
    path.with_name("sync").write_bytes(other)
    path.with_name("sync").replace(path)


def _replaced_inside(path: Path, other: bytes) -> None:
    path.write_bytes(other)


@pytest.mark.parametrize("replaced", [_replaced_whole, _replaced_inside])
@pytest.mark.parametrize("by", ["an older copy", "another portfolio", "noise", "nothing"])
def test_what_a_sync_program_put_in_its_place_is_not_written_over(
    opened: PortfolioFile, key: Key | None, tmp_path: Path, replaced: type, by: str
) -> None:
    document = Document(opened.portfolio)
    contents = {"an older copy": opened.path.read_bytes(), "noise": os.urandom(40960), "nothing": b""}
    creation.make(tmp_path / "other", portfolios.worst(), key)
    other = contents.get(by, (tmp_path / "other").read_bytes())
    for coach in ("Een", "Twee"):
        document.apply("", edits.describe(coach=coach))
        opened.save(document.saved, document.portfolio)
        document.mark_saved(document.portfolio)
    replaced(opened.path, other)
    document.apply("", edits.describe(coach="Drie"))
    for _again in range(2):
        with pytest.raises(FileReplaced):
            opened.save(document.saved, document.portfolio)
        assert opened.path.read_bytes() == other
    assert not opened.path.with_name(opened.path.name + "-journal").exists()


def test_what_another_program_changed_in_the_file_is_not_overlooked(
    opened: PortfolioFile, key: Key | None
) -> None:
    told("UPDATE activities SET title = 'Anders'")(opened.path, key)
    document = _changed(opened)
    with pytest.raises(FileReplaced):
        opened.save(document.saved, document.portfolio)


def test_a_file_that_is_gone_is_not_made_anew(opened: PortfolioFile) -> None:
    opened.path.unlink()
    document = _changed(opened)
    with pytest.raises(SaveFailed, match="no longer in its folder"):
        opened.save(document.saved, document.portfolio)
    assert not opened.path.exists()


def test_a_folder_that_went_and_came_back_is_saved_in(opened: PortfolioFile) -> None:
    folder, moved = opened.path.parent, opened.path.parent.with_name("moved")
    document = _changed(opened)
    folder.rename(moved)
    with pytest.raises(SaveFailed, match="Its folder is no longer there"):
        opened.save(document.saved, document.portfolio)
    moved.rename(folder)
    opened.save(document.saved, document.portfolio)
    now = opened.again(read_only=True)
    assert now.portfolio == document.portfolio
    now.close()


def test_a_file_that_was_made_read_only_is_not_written(opened: PortfolioFile) -> None:
    document = _changed(opened)
    opened.path.chmod(0o400)
    with pytest.raises(SaveFailed, match="made read-only"):
        opened.save(document.saved, document.portfolio)
    opened.path.chmod(0o600)
    opened.save(document.saved, document.portfolio)


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.ENODEV, "no longer connected"),
        (errno.ENOTCONN, "no longer connected"),
        (errno.EIO, "gives an error"),
        (errno.EROFS, "may not write"),
    ],
)
def test_each_fault_of_a_disk_has_its_own_words(tmp_path: Path, number: int, told: str) -> None:
    (tmp_path / "a.coach").touch()
    assert told in reason(OSError(number, ""), tmp_path / "a.coach")


@contextmanager
def _full_disk(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_when_the_disk_is_full_the_old_state_stays_and_a_later_save_brings_all(
    opened: PortfolioFile, key: Key | None
) -> None:
    document = Document(opened.portfolio)
    for number in range(3):
        new = [Activity(new_id(), f"Nieuw {number}", description=portfolios.PROSE) for _ in range(4)]
        document.apply("", edits.add(*new))
        document.apply("", edits.remove(Activity, [document.portfolio.activities[0].id]))
        with _full_disk(opened.path.stat().st_size), pytest.raises(SaveFailed):
            opened.save(document.saved, document.portfolio)
        reader = open_file(opened.path, key, read_only=True)
        assert reader.portfolio == document.saved
        reader.close()
    opened.save(document.saved, document.portfolio)
    opened.close()
    again = open_file(opened.path, key)
    assert again.portfolio == document.portfolio
    again.close()
    assert check.problems(opened.path, key) == ()


def test_on_a_full_disk_nothing_is_made_and_nothing_is_left(path: Path, key: Key | None) -> None:
    with _full_disk(8192), pytest.raises(NotCreated):
        creation.make(path, portfolios.many(20), key)
    assert list(path.parent.iterdir()) == []


def test_where_no_links_can_be_made_a_portfolio_can(
    path: Path, key: Key | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")  # what a memory stick says

    monkeypatch.setattr(os, "link", no_links)
    creation.make(path, portfolios.empty(), key)
    assert [p.name for p in path.parent.iterdir()] == [path.name]
    assert check.problems(path, key) == ()


@pytest.fixture
def nobody() -> Iterator[Path]:
    """A folder of our own, as someone who is not root."""
    folder = Path(tempfile.mkdtemp())
    root = os.geteuid() == 0
    ReadOnly(name="").text()  # reads the words of messages, which may lie where only root may look
    if root:
        folder.chmod(0o777)
        os.seteuid(65534)
    try:
        yield folder
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o700)
        shutil.rmtree(folder)


@pytest.mark.parametrize("locked", ["file", "folder"])
def test_what_may_not_be_written_opens_for_reading(nobody: Path, key: Key | None, locked: str) -> None:
    path = nobody / "in" / "a.coach"
    path.parent.mkdir()
    creation.make(path, portfolios.many(5), key)
    (path if locked == "file" else path.parent).chmod(0o400 if locked == "file" else 0o500)
    opened = open_file(path, key)
    assert opened.read_only
    assert type(opened.why_read_only) is (FileProtected if locked == "file" else FolderProtected)
    assert opened.portfolio == portfolios.many(5)
    with pytest.raises(ReadOnly):
        opened.save(opened.portfolio, portfolios.empty())
    opened.close()
    with pytest.raises(NotCreated) if locked == "folder" else pytest.raises(ReadOnly):
        creation.make(path.with_name("b.coach"), portfolios.empty(), key)
        raise ReadOnly
    path.parent.chmod(0o700)


def test_while_one_saves_others_read_whole_states(opened: PortfolioFile, key: Key | None) -> None:
    document = Document(opened.portfolio)
    done = threading.Event()

    def save_on_and_on() -> None:
        for number in range(60):
            both = edits.in_order(edits.describe(coach=str(number)), edits.describe(question=str(number)))
            document.apply("", both)
            opened.save(document.saved, document.portfolio)
            document.mark_saved(document.portfolio)
        done.set()

    thread = threading.Thread(target=save_on_and_on)
    thread.start()
    seen: set[str] = set()
    while not done.is_set():
        reader = open_file(opened.path, key, read_only=True)
        assert reader.portfolio.coach == reader.portfolio.question
        seen.add(reader.portfolio.coach)
        reader.close()
    thread.join()
    assert seen


def test_an_encrypted_file_and_its_journal_hold_no_readable_word(path: Path, real_key: Key) -> None:
    portfolio = portfolios.many(50)
    creation.make(path, portfolio, real_key)
    opened = open_file(path, real_key)
    changed = replace(portfolio.activities[0], title="Een geheim")
    with opened._database.begin() as connection:
        rows.write(connection, portfolio, replace(portfolio, activities=(changed,)))
        written = path.read_bytes() + path.with_name(f"{path.name}-journal").read_bytes()
    opened.close()
    written += path.read_bytes()
    for word in ("SQLite", "CREATE", "activities", "Mentoraat", "Lesgeven", "geheim", portfolio.framework.id):
        assert word.encode() not in written
        assert word.encode("utf-16-le") not in written
    assert real_key.secret not in written


def test_a_plain_file_opens_with_any_sqlite(path: Path) -> None:
    creation.make(path, portfolios.many(5), None)
    with sqlite3.connect(path) as connection:
        titles = [title for (title,) in connection.execute("SELECT title FROM activities ORDER BY id")]
    connection.close()
    assert titles == [activity.title for activity in portfolios.many(5).activities]


def test_what_was_removed_leaves_its_tombstone_until_it_returns(opened: PortfolioFile) -> None:
    document = Document(opened.portfolio, "dev")
    first = document.portfolio.activities[0]

    def save() -> list[tuple[str, ...]]:
        opened.save(document.saved, document.portfolio)
        document.mark_saved(document.portfolio)
        with opened._database.begin() as connection:
            found = connection.exec_driver_sql(
                "SELECT id, kind, stamp_counter, stamp_device FROM tombstones ORDER BY kind"
            )
            return [tuple(row) for row in found]

    document.apply("", edits.remove(Activity, [first.id]))
    placed = [p.id for p in opened.portfolio.placements if p.activity_id == first.id]
    clock = (document.portfolio.clock.counter, "dev")
    assert save() == [(first.id, "activities", *clock), *((p, "placements", *clock) for p in placed)]
    document.undo()
    assert save() == []


def test_another_value_of_the_same_portfolio_saves_as_well(opened: PortfolioFile, key: Key | None) -> None:
    """Equal, but not the objects that were read: all is written, nothing goes wrong."""
    document = Document(portfolios.many(20))
    document.apply("", edits.remove(Activity, [document.portfolio.activities[3].id]))
    opened.save(document.saved, document.portfolio)
    opened.close()
    again = open_file(opened.path, key)
    assert again.portfolio == document.portfolio
    again.close()
