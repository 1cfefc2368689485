"""Which backup is brought back instead of a file that can't be opened, and how it is copied."""

import datetime as dt
from contextlib import closing
from pathlib import Path

import pytest

from coachapp import paths
from coachapp.storage import backups, creation, faults, index, putting_back
from coachapp.storage.file import open_file
from coachapp.storage.keys import Key
from tests import portfolios
from tests.storage.test_rescue import full_disk


def go_on() -> None:
    """Nobody stops it."""


@pytest.fixture(autouse=True)
def _remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path / "remembered")


@pytest.fixture
def backup(path: Path, key: Key | None) -> Path:
    """The newer one of two."""
    creation.make(path, portfolios.many(12), key)
    with closing(open_file(path, key)) as opened:
        index.note(path, opened.portfolio.id)
        older = dt.datetime(2026, 1, 1, 8)  # noqa: DTZ001 - by the computer's own clock
        backups.make(opened, "day", of=older)
        return backups.make(opened, "asked").path


@pytest.mark.parametrize(
    "kind", [faults.NoSuchFile, faults.EmptyFile, faults.NoPortfolio, faults.CutOff, faults.DamagedFile]
)
def test_the_newest_backup_helps_when_the_file_is_gone_or_damaged(
    kind: type[faults.CoachError], path: Path, backup: Path
) -> None:
    found = putting_back.newest(path, kind(name=path.name))
    assert found
    assert found.path == backup


@pytest.mark.parametrize("kind", [faults.WrongPassphrase, faults.TooNew, faults.InUse, faults.TextFile])
def test_it_helps_after_no_other_fault(kind: type[faults.CoachError], path: Path, backup: Path) -> None:
    assert putting_back.newest(path, kind(name=path.name)) is None


def test_of_a_file_that_was_never_opened_here_there_is_none(path: Path, backup: Path) -> None:
    other = path.with_name("other.coach")
    assert putting_back.newest(other, faults.DamagedFile(name=other.name, fault="")) is None


def test_a_backup_is_copied_byte_by_byte_for_its_owner_only(path: Path, backup: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.coach"
    putting_back.put_back(backup, new, go_on)
    assert new.read_bytes() == backup.read_bytes()
    assert new.stat().st_mode & 0o777 == 0o600


def test_what_can_not_be_copied_leaves_nothing(path: Path, backup: Path, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    with pytest.raises(faults.AlreadyThere):
        putting_back.put_back(backup, path, go_on)
    with pytest.raises(faults.NotCreated), full_disk(20_000):
        putting_back.put_back(backup, folder / "new.coach", go_on)
    backup.unlink()
    with pytest.raises(faults.NotCreated):
        putting_back.put_back(backup, folder / "new.coach", go_on)
    assert not [*folder.iterdir()]


def test_who_stops_it_is_left_with_nothing(backup: Path, tmp_path: Path) -> None:
    def stop() -> None:
        raise faults.NotCreated(name="new.coach", reason="Stopped.")

    new = tmp_path / "elsewhere" / "new.coach"
    new.parent.mkdir()
    with pytest.raises(faults.NotCreated, match="Stopped"):
        putting_back.put_back(backup, new, stop)
    assert not [*new.parent.iterdir()]
