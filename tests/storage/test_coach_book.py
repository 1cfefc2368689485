"""The coach's own file: what is in it, who can open it, and that nothing of it is lost or left behind."""

import os
import random
import select
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from coachapp import paths
from coachapp.domain.coach_book import edits
from coachapp.domain.coach_book.book import KINDS, CoachBook, Coachee, stamped
from coachapp.errors import CoachError
from coachapp.storage import coach_book, creation, file, keys, safekeeping
from coachapp.storage.coach_book import COACH_BOOK
from coachapp.storage.connection import engine
from coachapp.storage.faults import (
    ACoachBook,
    AlreadyThere,
    APortfolio,
    DamagedFile,
    EmptyFile,
    FileReplaced,
    ForeignDatabase,
    InUse,
    TextFile,
    TooNew,
    WrongPassphrase,
)
from coachapp.storage.keys import Key
from tests import coach_books, portfolios
from tests.storage.conftest import PASSPHRASE

BOOK = coach_books.small()
ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _data(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path_factory.mktemp("data")
    monkeypatch.setattr(paths, "data_dir", lambda: folder)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "mijn coachees.coachbook"


def _make(path: Path, key: Key | None, book: CoachBook = BOOK) -> None:
    creation.make(path, book, key, form=COACH_BOOK)


def test_what_was_made_opens_with_its_passphrase_and_no_other(path: Path) -> None:
    coach_book.create(path, BOOK, PASSPHRASE).close()
    with closing(coach_book.open_file(path, keys.unlock(path, PASSPHRASE))) as opened:
        assert opened.book == BOOK
        assert opened.encrypted
        assert opened.opens_with(PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        coach_book.open_file(path, keys.unlock(path, "another"))
    with pytest.raises(AlreadyThere):
        coach_book.create(path, BOOK, PASSPHRASE)
    assert list(path.parent.iterdir()) == [path]


def test_nothing_of_it_can_be_read_in_the_file(path: Path, real_key: Key) -> None:
    _make(path, real_key)
    whole = path.read_bytes()
    assert not any(word.encode() in whole for word in ("Roos", "Lijkt moe", "SQLite format 3"))


@pytest.mark.parametrize("kind", KINDS)
def test_changes_of_every_kind_are_saved_as_a_difference(path: Path, key: Key | None, kind: str) -> None:
    _make(path, key)
    after = stamped(BOOK, edits.remove(KINDS[kind], [getattr(BOOK, kind)[0].id])(BOOK), "b")
    again = stamped(after, BOOK, "b")  # as undo does
    with closing(coach_book.open_file(path, key)) as opened:
        opened.save(BOOK, after)
        opened.save(after, again)
        opened.save(again, after2 := stamped(again, after, "b"))
    with closing(coach_book.open_file(path, key)) as opened:
        assert opened.book == after2 != BOOK


def test_only_one_window_writes_in_it(path: Path, real_key: Key) -> None:
    _make(path, real_key)
    with closing(coach_book.open_file(path, real_key)):
        with pytest.raises(InUse):
            coach_book.open_file(path, real_key)
        with closing(coach_book.open_file(path, real_key, read_only=True)) as looks:
            assert looks.book == BOOK


def test_what_another_program_put_in_its_place_is_not_written_over(path: Path, real_key: Key) -> None:
    _make(path, real_key)
    other = path.with_name("other.coachbook")
    _make(other, real_key, coach_books.empty())
    with closing(coach_book.open_file(path, real_key)) as opened:
        other.replace(path)
        with pytest.raises(FileReplaced):
            opened.save(BOOK, stamped(BOOK, edits.talk_held(BOOK.coachees[0].id)(BOOK), "b"))


def test_each_kind_of_file_says_what_it_is_to_the_opener_of_the_other(path: Path, key: Key | None) -> None:
    _make(path, key)
    with pytest.raises(ACoachBook) as told:
        file.open_file(path, key)
    assert "coach book" in told.value.text()
    portfolio = path.with_name("a.coach")
    creation.make(portfolio, portfolios.empty(), key)
    with pytest.raises(APortfolio) as told:
        coach_book.open_file(portfolio, key)
    assert "portfolio" in told.value.text()


def _newer(path: Path, key: Key | None) -> None:
    _run(path, key, "PRAGMA user_version = 99")


def _with_a_view(path: Path, key: Key | None) -> None:
    _run(path, key, "CREATE VIEW v AS SELECT 1")


def _about_nobody(path: Path, key: Key | None) -> None:
    _run(path, key, "UPDATE notes SET coachee_id = 'x'")


def _of_another_program(path: Path, key: Key | None) -> None:
    _run(path, key, "PRAGMA application_id = 7")


def _run(path: Path, key: Key | None, statement: str) -> None:
    database = engine(path, key, read_only=False)
    with database.begin() as connection:
        connection.exec_driver_sql(statement)
    database.dispose()


@pytest.mark.parametrize(
    ("hurt", "fault"),
    [
        (_newer, TooNew),
        (_with_a_view, ForeignDatabase),
        (_about_nobody, DamagedFile),
        (_of_another_program, ForeignDatabase),
    ],
)
def test_what_is_no_book_of_this_version_is_told_and_not_written_in(
    path: Path, key: Key | None, hurt: object, fault: type[CoachError]
) -> None:
    _make(path, key)
    hurt(path, key)  # type: ignore[operator]
    before = path.read_bytes()
    with pytest.raises(fault) as told:
        coach_book.open_file(path, key)
    assert told.value.text()
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "fault"),
    [(b"", EmptyFile), (b"a text\n" * 900, TextFile), (b"SQLite format 3\0" + b"x" * 99, None)],
)
def test_other_files_are_told_apart(path: Path, content: bytes, fault: type[CoachError] | None) -> None:
    path.write_bytes(content)
    with pytest.raises(fault or CoachError):
        coach_book.open_file(path, None)


def test_a_damaged_page_is_told(path: Path, real_key: Key) -> None:
    _make(path, real_key, coach_books.many(20, 200))
    with path.open("r+b") as out:
        out.seek(4096 * 9 + 100)
        out.write(b"damage")
    with pytest.raises(DamagedFile):
        coach_book.open_file(path, real_key)


def test_who_is_forgotten_leaves_no_byte_in_the_file(path: Path) -> None:
    """Looked for in a file that isn't encrypted, where a byte that was left would be seen."""
    book = coach_books.many(30, 300)
    gone = edits.add(
        Coachee("e" * 32, "Xantippe Quist", about="Woont in Zwolle-Zuid"),
        *(
            note.__class__(f"{n:032d}", "e" * 32, f"Ongewoon geheim {n}")
            for n, note in enumerate(book.notes[:50])
        ),
    )(book)
    gone = stamped(book, gone, "b")
    words = [word.encode() for word in ("Xantippe", "Zwolle-Zuid", "Ongewoon geheim", "e" * 32)]
    _make(path, None, gone)
    assert all(word in path.read_bytes() for word in words)
    with closing(coach_book.open_file(path, None)) as opened:
        after = stamped(gone, edits.remove(Coachee, ("e" * 32,))(gone), "b")
        opened.save(gone, after)
        opened.compact()
        opened.save(after, stamped(after, edits.talk_held(after.coachees[0].id)(after), "b"))
    whole = path.read_bytes()
    assert not [word for word in words if word in whole]
    assert list(path.parent.iterdir()) == [path]


_WRITER = """
import sys
from pathlib import Path
from coachapp.domain.coach_book import edits
from coachapp.domain.coach_book.book import WorkingNote, stamped
from coachapp.domain.values import new_id
from coachapp.storage import coach_book
from coachapp.storage.keys import Key

opened = coach_book.open_file(Path(sys.argv[1]), Key(bytes.fromhex(sys.argv[2]), bytes.fromhex(sys.argv[3])))
book = opened.book
while True:
    note = WorkingNote(new_id(), book.coachees[0].id, str(book.clock.counter) * 500)
    after = stamped(book, edits.add(note)(book), "b")
    opened.save(book, after)
    book = after
    print(book.clock.counter, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_kill_at_any_moment_loses_nothing_that_was_reported_saved(path: Path, real_key: Key) -> None:
    _make(path, real_key)
    chance = random.Random(26)
    for _ in range(4):
        command = [sys.executable, "-c", _WRITER, str(path), real_key.secret.hex(), real_key.salt.hex()]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout
            saved = int(writer.stdout.readline())
            select.select([], [], [], chance.uniform(0, 0.2))
            os.kill(writer.pid, signal.SIGKILL)
            saved = max([saved, *map(int, writer.stdout.read().split())])
        with closing(coach_book.open_file(path, real_key)) as opened:
            assert opened.book.clock.counter in (saved, saved + 1)


def test_a_backup_is_made_and_opens_with_the_same_passphrase(path: Path) -> None:
    with closing(coach_book.create(path, BOOK, PASSPHRASE)) as opened:
        backup = safekeeping.make(opened, "day")
    assert backup.path.name.endswith(" day.coachbook")
    with closing(coach_book.open_file(backup.path, keys.unlock(backup.path, PASSPHRASE))) as found:
        assert found.book == BOOK


def test_who_is_forgotten_goes_from_the_backups_too(path: Path) -> None:
    after = stamped(BOOK, edits.remove(Coachee, (BOOK.coachees[0].id,))(BOOK), "b")
    with closing(coach_book.create(path, BOOK, PASSPHRASE)) as opened:
        old = [safekeeping.make(opened, why) for why in ("day", "asked")]
        opened.save(BOOK, after)
        assert coach_book.forget(opened) == ()
        (left,) = safekeeping.listed(BOOK.id)
    assert left.path not in [one.path for one in old] or left.reason == "day"
    with closing(coach_book.open_file(left.path, keys.unlock(left.path, PASSPHRASE))) as found:
        assert found.book == after


def test_a_book_goes_on_in_another_file_of_the_same_passphrase(path: Path) -> None:
    with closing(coach_book.create(path, BOOK, PASSPHRASE)) as opened:
        after = stamped(BOOK, edits.talk_held(BOOK.coachees[0].id)(BOOK), "b")
        with closing(coach_book.keep(opened, after, path.with_name("new.coachbook"))) as kept:
            assert kept.book == after
            assert kept.opens_with(PASSPHRASE)
