"""Another passphrase: the file stays whole and in use, backups follow, and a failure leaves the old one."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from coachapp import paths
from coachapp.document import Document
from coachapp.domain import edits
from coachapp.storage import backup_folder, backups, check, connection, keys, recovery, rekeying
from coachapp.storage.connection import engine
from coachapp.storage.faults import FileReplaced, ReadOnly, WrongPassphrase
from coachapp.storage.file import PortfolioFile, create, open_file
from coachapp.storage.sheet_faults import KeyNotChanged, NotEncrypted, NotProven, SamePassphrase, WrongSheet
from tests import portfolios

OLD, NEW = "vier losse woorden samen", "een heel andere zin"


@pytest.fixture(autouse=True)
def _own_backups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other tests use portfolios with the same id, and theirs may have made a backup."""
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path / "data")


@pytest.fixture(autouse=True)
def _backups_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup_folder, "_place", backup_folder.Place(tmp_path / "backups"))


@pytest.fixture
def opened(path: Path) -> PortfolioFile:
    return create(path, portfolios.many(12), OLD)


def coach_is(store: PortfolioFile, name: str) -> None:
    """Save one change."""
    document = Document(store.portfolio)
    document.apply("", edits.describe(coach=name))
    store.save(document.saved, document.portfolio)


def read(path: Path, passphrase: str) -> PortfolioFile:
    found = open_file(path, keys.unlock(path, passphrase))
    found.close()
    return found


def test_only_the_new_passphrase_opens_the_file_and_all_is_in_it(opened: PortfolioFile, path: Path) -> None:
    with closing(opened):
        assert rekeying.change(opened, NEW) == ()
    assert read(path, NEW).portfolio == opened.portfolio
    with pytest.raises(WrongPassphrase):
        read(path, OLD)
    assert check.problems(path, keys.unlock(path, NEW)) == ()
    assert [left.name for left in path.parent.iterdir() if left.is_file()] == [path.name]


def test_the_next_save_goes_on_as_if_nothing_happened(opened: PortfolioFile, path: Path) -> None:
    with closing(opened):
        rekeying.change(opened, NEW)
        coach_is(opened, "Na de wissel")
        assert opened.key == keys.unlock(path, NEW)
    assert read(path, NEW).portfolio.coach == "Na de wissel"


def test_the_old_sheet_is_void_and_a_new_one_opens(opened: PortfolioFile, path: Path) -> None:
    assert opened.key
    before = " ".join(recovery.words(opened.key))
    with closing(opened):
        rekeying.change(opened, NEW)
        after = " ".join(recovery.words(opened.key))
    with pytest.raises(WrongSheet), recovery.opening(path):
        open_file(path, recovery.unlock(path, before))
    open_file(path, recovery.unlock(path, after)).close()


def test_passphrase_and_sheet_prove_who_may_change_it(opened: PortfolioFile) -> None:
    assert opened.key
    with closing(opened):
        rekeying.prove(opened, OLD)
        rekeying.prove(opened, " ".join(recovery.words(opened.key)))
        for wrong in ("", NEW, "zoo " * 24):
            with pytest.raises(NotProven):
                rekeying.prove(opened, wrong)


def test_the_same_passphrase_is_no_change(opened: PortfolioFile) -> None:
    with closing(opened), pytest.raises(SamePassphrase):
        rekeying.change(opened, OLD)


def test_what_has_no_passphrase_or_is_open_to_look_only_can_not_get_another(
    opened: PortfolioFile, path: Path, tmp_path: Path
) -> None:
    plain = create(tmp_path / "plain.coach", portfolios.empty(), None)
    with closing(plain), pytest.raises(NotEncrypted):
        rekeying.change(plain, NEW)
    opened.close()
    looking = open_file(path, keys.unlock(path, OLD), read_only=True)
    with closing(looking), pytest.raises(ReadOnly):
        rekeying.change(looking, NEW)
    read(path, OLD)


def test_a_file_that_was_replaced_is_left_alone(opened: PortfolioFile, path: Path) -> None:
    other = path.with_name("other")
    shutil.copy(path, other)
    other.replace(path)
    with closing(opened), pytest.raises(FileReplaced):
        rekeying.change(opened, NEW)
    read(path, OLD)


def test_a_file_in_which_somebody_else_wrote_is_left_alone(opened: PortfolioFile, path: Path) -> None:
    with closing(opened):
        assert opened.key
        other = engine(path, opened.key, read_only=False)
        with other.begin() as writing:
            writing.exec_driver_sql("UPDATE portfolio SET coach = 'Een ander'")
        other.dispose()
        with pytest.raises(FileReplaced):
            rekeying.change(opened, NEW)
    assert read(path, OLD).portfolio.coach == "Een ander"


def test_while_somebody_reads_the_passphrase_stays_and_saving_goes_on(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "_SECONDS_TO_WAIT_FOR_READERS", 0.1)
    opened = create(path, portfolios.many(12), OLD)
    assert opened.key
    reader = engine(path, opened.key, read_only=True)
    with closing(opened):
        with reader.begin() as reading:
            reading.exec_driver_sql("SELECT * FROM portfolio").fetchone()
            with pytest.raises(KeyNotChanged) as told:
                rekeying.change(opened, NEW)
        reader.dispose()
        assert "Another program is reading" in told.value.text()
        coach_is(opened, "Daarna")
    assert read(path, OLD).portfolio.coach == "Daarna"


def test_backups_follow_and_those_that_can_not_are_named(opened: PortfolioFile, path: Path) -> None:
    good = backups.make(opened, "asked").path
    foreign, broken = (good.with_name(f"2026-01-0{day}T1200 day.coach") for day in (1, 2))
    create(foreign, portfolios.many(2), OLD).close()
    broken.write_bytes(path.read_bytes()[:9000])
    with closing(opened):
        assert sorted(rekeying.change(opened, NEW)) == [foreign, broken]
    assert read(good, NEW).portfolio == opened.portfolio
    read(foreign, OLD)
    assert broken.stat().st_size == 9000


def test_a_backup_of_before_is_made_first_and_has_the_new_passphrase_too(opened: PortfolioFile) -> None:
    with closing(opened):
        assert rekeying.change(opened, NEW) == ()
    (backup,) = backup_folder.found(backup_folder.folder(opened.portfolio.id))
    assert backup.reason == "rekey"
    assert read(backup.path, NEW).portfolio == opened.portfolio


def test_where_no_backup_can_be_made_the_passphrase_still_changes(
    opened: PortfolioFile, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = tmp_path / "a file"
    nowhere.touch()
    monkeypatch.setattr(backup_folder, "_place", backup_folder.Place(nowhere))
    with closing(opened):
        assert rekeying.change(opened, NEW) == ()
    read(path, NEW)


def test_backups_in_a_folder_that_another_holds_are_named(
    opened: PortfolioFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rekeying, "_PATIENCE", 0.2)
    one = backups.make(opened, "asked").path
    with closing(opened), backup_folder.writing(one.parent):
        assert rekeying.change(opened, NEW) == (one,)
    read(one, OLD)
