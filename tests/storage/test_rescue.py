"""What can be read of a damaged file comes into a new one, and what can't is told."""

import resource
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection

from coachapp.document import Document
from coachapp.domain import edits
from coachapp.domain.portfolio import KINDS, Activity, Portfolio
from coachapp.packs import default_framework
from coachapp.storage import creation, faults, header, history, keys, pages, removed, rescue
from coachapp.storage.file import PortfolioFile, open_file
from coachapp.storage.keys import Key
from tests import portfolios
from tests.storage import fixtures, rescues
from tests.storage.bad_files import interrupted, told
from tests.storage.conftest import PASSPHRASE

FILES = Path(__file__).parents[1] / "data" / "files"
PAGE = pages.SIZE
EMPTY = 22  # a page with no row


@pytest.fixture
def new(tmp_path: Path) -> Path:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    return folder / "new.coach"


@pytest.fixture
def whole(path: Path, key: Key | None) -> Portfolio:
    """A portfolio that is in the file."""
    portfolio = rescues.crowded(60)
    creation.make(path, portfolio, key)
    return portfolio


def destroy(path: Path, *numbers: int, keep: int = 0) -> None:
    """Destroy pages but for their first bytes."""
    content = bytearray(path.read_bytes())
    for number in numbers:
        at = (number - 1) * PAGE
        content[at + keep : at + PAGE] = b"\xa5" * (PAGE - keep)
    path.write_bytes(content)


@contextmanager
def sqlcipher_of(path: Path, key: Key | None) -> Iterator[Any]:
    with closing(sqlcipher.connect(str(path), isolation_level=None)) as connection:  # pyright: ignore[reportAttributeAccessIssue]
        if key:
            connection.execute(f'PRAGMA key = "{key.literal}"')
        yield connection


def rescued(path: Path, key: Key | None, new: Path) -> rescue.Rescued:
    before = path.read_bytes()
    found = rescue.rescue(path, key, new, default_framework())
    assert path.read_bytes() == before
    assert [*new.parent.iterdir()] == [new]
    with closing(open_file(new, key)) as opened:
        assert opened.portfolio == found.portfolio
    return found


def test_every_row_that_is_not_on_a_destroyed_page_returns() -> None:
    figures = rescues.run(8, activities=80)
    assert figures.faults == []
    assert figures.lost


def test_of_a_sound_file_nothing_is_lost(path: Path, key: Key | None, whole: Portfolio, new: Path) -> None:
    assert rescued(path, key, new) == (whole, ())


def test_the_new_file_opens_with_the_same_passphrase(path: Path, new: Path) -> None:
    creation.make(path, portfolios.many(3), keys.fresh(PASSPHRASE))
    destroy(path, 7)
    rescued(path, keys.unlock(path, PASSPHRASE), new)
    open_file(new, keys.unlock(new, PASSPHRASE)).close()


def test_a_first_page_that_is_destroyed_but_for_its_salt_costs_nothing(
    path: Path, real_key: Key, new: Path
) -> None:
    portfolio = rescues.crowded(60)
    creation.make(path, portfolio, real_key)
    destroy(path, 1, keep=header.SALT_LENGTH)
    found = rescued(path, real_key, new)
    assert found.portfolio == portfolio
    assert "list of what is in the file" in " ".join(found.lost)


def test_without_its_salt_no_passphrase_fits_a_file(path: Path, real_key: Key, new: Path) -> None:
    creation.make(path, portfolios.many(3), real_key)
    destroy(path, 1)
    with pytest.raises(faults.WrongPassphrase):
        rescue.rescue(path, keys.unlock(path, PASSPHRASE), new, default_framework())
    assert not [*new.parent.iterdir()]


def test_with_the_salt_of_a_backup_a_file_that_lost_its_own_is_rescued(path: Path, new: Path) -> None:
    """As docs/file-format.md says."""
    portfolio, backup = rescues.crowded(60), path.with_name("backup")
    creation.make(path, portfolio, keys.fresh(PASSPHRASE))
    with closing(open_file(path, keys.unlock(path, PASSPHRASE))) as opened:
        opened.copy_to(backup)
    content = path.read_bytes()
    path.write_bytes(bytes(PAGE) + content[PAGE:])
    path.write_bytes(backup.read_bytes()[: header.SALT_LENGTH] + path.read_bytes()[header.SALT_LENGTH :])
    assert rescued(path, keys.unlock(path, PASSPHRASE), new).portfolio == portfolio


def test_a_plain_file_without_its_first_page_needs_no_passphrase(path: Path, new: Path) -> None:
    portfolio = rescues.crowded(60)
    creation.make(path, portfolio, None)
    path.write_bytes(bytes(PAGE) + path.read_bytes()[PAGE:])
    assert not rescue.needs_passphrase(path)
    assert rescued(path, None, new).portfolio == portfolio


def test_of_zeros_it_is_said_at_once_that_nothing_is_left(path: Path, new: Path) -> None:
    path.write_bytes(bytes(10 * PAGE))
    assert not rescue.needs_passphrase(path)
    with pytest.raises(faults.NothingToRescue):
        rescue.rescue(path, None, new, default_framework())


def test_of_a_file_that_was_cut_off_the_rest_returns(
    path: Path, key: Key | None, whole: Portfolio, new: Path
) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) * 2 // 3 + 100])
    found = rescued(path, key, new)
    assert 0 < len(found.portfolio.activities) <= len(whole.activities)
    assert found.lost


def test_a_save_that_was_interrupted_is_taken_back_in_the_copy_only(
    path: Path, key: Key | None, whole: Portfolio, new: Path
) -> None:
    sound, journal = path.read_bytes(), path.with_name(path.name + "-journal")
    interrupted(path, key)
    before = journal.read_bytes()
    assert path.read_bytes() != sound
    assert rescued(path, key, new) == (whole, ())
    assert journal.read_bytes() == before


def edited(path: Path, key: Key | None) -> PortfolioFile:
    """A file with a history: activities were renamed, and one was removed."""
    store = open_file(path, key)
    document = Document(store.portfolio)
    for activity in document.portfolio.activities[:5]:
        document.apply("Rename", edits.change(Activity, [activity.id], title="Anders"))
    document.apply("Remove", edits.remove(Activity, [document.portfolio.activities[9].id]))
    store.save(store.portfolio, document.portfolio, document.unsaved())
    return store


def beside(connection: Connection) -> tuple[Any, Any]:
    return history.read(connection), removed.read(connection)


def test_history_and_what_was_removed_come_along(
    path: Path, key: Key | None, whole: Portfolio, new: Path
) -> None:
    with closing(edited(path, key)) as store:
        before = store.read(beside)
    rescued(path, key, new)
    with closing(open_file(new, key)) as store:
        assert store.read(beside) == before
    assert before[0]
    assert before[1]


def with_evidence(path: Path, key: Key | None) -> None:
    pieces = [bytes([n]) * 3000 for n in range(1, 9)]
    digest = sha256(b"".join(pieces)).hexdigest()
    tell = [
        f"INSERT INTO contents VALUES (1, '{digest}', 24000)",
        *(f"INSERT INTO chunks VALUES ({n}, 1, x'{piece.hex()}')" for n, piece in enumerate(pieces)),
        f"INSERT INTO contents VALUES (2, '{sha256(b'short').hexdigest()}', 5)",
        f"INSERT INTO chunks VALUES (99, 2, x'{b'short'.hex()}')",
        *(
            f"INSERT INTO evidence VALUES ('{id_}', 1, 'd', '{name}', '{digest}', 1, '', '', '', '', '', '')"
            for id_, name, digest in (
                ("0" * 31 + "1", "lang.pdf", digest),
                ("0" * 31 + "2", "kort.pdf", sha256(b"short").hexdigest()),
            )
        ),
    ]
    told(*tell)(path, key)


def test_evidence_comes_along_and_what_is_torn_is_told_by_name(
    path: Path, key: Key | None, whole: Portfolio, new: Path
) -> None:
    with_evidence(path, key)
    assert rescued(path, key, new).lost == ()
    new.unlink()
    told("DELETE FROM chunks WHERE id = 3")(path, key)
    found = rescued(path, key, new)
    assert found.lost == ("Of the evidence “lang.pdf”, only the name is kept.",)
    assert [e.name for e in found.portfolio.evidence] == ["lang.pdf", "kort.pdf"]
    with sqlcipher_of(new, key) as connection:
        assert connection.execute("SELECT data FROM chunks").fetchall() == [(b"short",)]


@pytest.mark.parametrize("name", ["v1.coach", "v1-plain.coach"])
def test_a_file_of_an_older_version_is_rescued_into_one_of_today(name: str, path: Path, new: Path) -> None:
    shutil.copy(FILES / name, path)
    key = keys.unlock(path, fixtures.PASSPHRASE) if header.sniff(path) else None
    found = rescued(path, key, new)
    assert found.portfolio.activities
    assert found.lost == ()


def test_a_newer_or_another_program_s_file_is_not_rescued(
    path: Path, key: Key | None, whole: Portfolio, new: Path
) -> None:
    told("PRAGMA user_version = 99")(path, key)
    with pytest.raises(faults.TooNew):
        rescue.rescue(path, key, new, default_framework())
    told("PRAGMA application_id = 9")(path, key)
    with pytest.raises(faults.ForeignDatabase):
        rescue.rescue(path, key, new, default_framework())
    assert not [*new.parent.iterdir()]


def test_a_file_that_is_there_stays(path: Path, key: Key | None, whole: Portfolio, new: Path) -> None:
    """And that is said before any work is done."""
    new.write_bytes(b"mine")
    with pytest.raises(faults.AlreadyThere):
        rescue.rescue(path, key, new, default_framework(), lambda: pytest.fail("it was begun"))
    assert new.read_bytes() == b"mine"
    assert [*new.parent.iterdir()] == [new]


class StopError(Exception):
    pass


@pytest.mark.parametrize("steps", [0, 10, 100])
def test_who_stops_a_rescue_leaves_nothing_behind(
    path: Path, key: Key | None, whole: Portfolio, new: Path, steps: int
) -> None:
    left = iter(range(steps))

    def step() -> None:
        if next(left, None) is None:
            raise StopError

    destroy(path, 7)
    with pytest.raises(StopError):
        rescue.rescue(path, key, new, default_framework(), step)
    assert not [*new.parent.iterdir()]


def test_a_rescue_can_be_stopped_at_each_page_and_each_row(
    path: Path, key: Key | None, whole: Portfolio, new: Path
) -> None:
    taken: list[int] = []
    rescue.rescue(path, key, new, default_framework(), lambda: taken.append(1))
    count, rows = path.stat().st_size // PAGE, sum(len(getattr(whole, kind)) for kind in KINDS)
    assert count + rows <= len(taken) < count + rows + 10
    new.unlink()
    destroy(path, EMPTY)
    again: list[int] = []
    rescue.rescue(path, key, new, default_framework(), lambda: again.append(1))
    assert len(again) == len(taken) + count  # each page is looked at for what nothing leads to any more


@contextmanager
def full_disk(free: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (free, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("part", [0.1, 0.7])
def test_a_full_disk_leaves_nothing_behind(
    path: Path, key: Key | None, whole: Portfolio, new: Path, part: float
) -> None:
    with full_disk(int(path.stat().st_size * part)), pytest.raises(faults.NotCreated) as told_so:
        rescue.rescue(path, key, new, default_framework())
    assert "could not be made" in told_so.value.text()
    assert not [*new.parent.iterdir()]


def test_a_view_or_a_computed_column_is_not_read(
    path: Path, key: Key | None, whole: Portfolio, new: Path
) -> None:
    endless = "(WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r)"
    told("PRAGMA secure_delete = ON", "DROP TABLE goals", f"CREATE VIEW goals AS SELECT {endless} AS id")(
        path, key
    )
    found = rescued(path, key, new)
    assert found.portfolio.goals == ()
    assert found.portfolio.activities == whole.activities
    assert "A part of the goals can't be read." in found.lost


def test_lost_pages_of_owner_and_board_are_told(
    path: Path, key: Key | None, whole: Portfolio, new: Path
) -> None:
    told("DELETE FROM portfolio", "DELETE FROM framework")(path, key)
    found = rescued(path, key, new)
    assert found.portfolio.owner == "?"
    assert found.portfolio.activities == whole.activities
    assert found.portfolio.clock >= max(activity.stamp for activity in whole.activities)
    assert {"owner's", "Board"} <= {
        word for sentence in found.lost for word in sentence.replace("“", " ").split()
    }
