"""Backups: whole, private, checked, of the right moment, and never in the way of work."""
# ruff: noqa: DTZ001 - by the computer's own clock

import datetime as dt
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine

from coachapp import paths
from coachapp.document import Document
from coachapp.domain import edits
from coachapp.domain.portfolio import Activity, Evidence, Portfolio
from coachapp.storage import (
    backup_folder,
    backups,
    check,
    contents,
    copying,
    evidence,
    evidence_faults,
    keys,
    looking_back,
    recovery,
    rows,
    safekeeping,
)
from coachapp.storage.backup_folder import Place
from coachapp.storage.backups import NotBackedUp
from coachapp.storage.faults import PassphraseNeeded, TooOldToRead, WrongPassphrase
from coachapp.storage.file import PortfolioFile, create, open_file
from coachapp.storage.header import sniff
from coachapp.storage.keys import Key
from tests import portfolios
from tests.storage import fixtures
from tests.storage.conftest import PASSPHRASE
from tests.storage.writer import change

Make = Callable[[Portfolio], PortfolioFile]
COPY = copying.copy
NOON = dt.datetime(2026, 11, 26, 12, 0)


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder that the backups of our portfolio go to."""
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path / "data")
    yield tmp_path / "data" / "backups" / portfolios.empty().id
    backup_folder.use(Place())


@pytest.fixture
def opened(made: Make) -> Iterator[PortfolioFile]:
    with_content = made(portfolios.many(12))
    yield with_content
    with_content.close()


def saved(file: PortfolioFile) -> Portfolio:
    document = Document(file.portfolio, "dev")
    document.apply("", change)
    file.save(document.saved, document.portfolio)
    return document.portfolio


def test_a_backup_holds_what_was_saved_last_and_opens_by_the_same_passphrase(
    opened: PortfolioFile, place: Path, key: Key | None
) -> None:
    now = saved(opened)
    made = backups.make(opened, "day", of=NOON)
    assert made.path == place / "2026-11-26T1200 day.coach"
    again = open_file(made.path, keys.unlock(made.path, PASSPHRASE) if key else None)
    again.close()
    assert again.portfolio == now
    assert made.size == made.path.stat().st_size
    assert check.problems(made.path, key) == ()


@pytest.mark.parametrize("key", ["encrypted"], indirect=True)
def test_a_backup_has_the_salt_and_the_key_of_the_recovery_sheet(opened: PortfolioFile, key: Key) -> None:
    made = backups.make(opened, "day")
    whole = made.path.read_bytes()
    assert whole[:16] == key.salt
    assert looking_back.portfolio(made.path, opened) == opened.portfolio
    sheet = recovery.unlock(made.path, " ".join(recovery.words(key)))
    open_file(made.path, sheet).close()


@pytest.mark.skipif(sys.platform == "win32", reason="rights are other things there")
def test_only_the_owner_may_read_backups_or_their_folder(opened: PortfolioFile, place: Path) -> None:
    place.mkdir(mode=0o755, parents=True)  # by an older program, or by hand
    made = backups.make(opened, "day")
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert place.stat().st_mode & 0o777 == 0o700
    assert [one.name for one in place.iterdir()] == [made.path.name]


@pytest.mark.parametrize("key", ["encrypted"], indirect=True)
def test_the_open_file_stays_locked_and_ours_while_and_after_it_is_backed_up(
    opened: PortfolioFile, path: Path, key: Key
) -> None:
    """Closing another descriptor of the file would have dropped SQLite's locks."""
    backups.make(opened, "day")
    now = saved(opened)
    assert open_file(path, key, read_only=True).portfolio == now


@pytest.mark.parametrize("key", ["encrypted"], indirect=True)
def test_saves_go_on_while_a_large_file_is_copied_and_come_along(
    opened: PortfolioFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "_PAGES", 1)
    now = list[Portfolio]()
    original = opened.copy_to

    def copy_to(path: Path) -> None:
        saving = threading.Thread(target=lambda: now.append(saved(opened)))
        saving.start()
        original(path)
        saving.join()

    monkeypatch.setattr(opened, "copy_to", copy_to)
    made = backups.make(opened, "day")
    assert looking_back.portfolio(made.path, opened) in (now[0], opened.portfolio)


def test_closing_the_file_gives_a_copy_up_and_leaves_nothing(
    opened: PortfolioFile, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "_PAGES", 1)
    begun = threading.Event()

    def may_go_on() -> bool:
        opened._closing = begun.is_set()
        begun.set()
        return not opened._closing

    monkeypatch.setattr(copying, "copy", lambda a, b, c, d, _go_on: COPY(a, b, c, d, may_go_on))
    with pytest.raises(NotBackedUp, match="closed meanwhile"):
        backups.make(opened, "day")
    assert list(place.iterdir()) == []


def test_two_of_one_minute_both_stay(opened: PortfolioFile, place: Path) -> None:
    first, second = (backups.make(opened, "day", of=NOON) for _ in range(2))
    assert second.path.name == "2026-11-26T1200 day 2.coach"
    assert [one.path for one in backup_folder.found(place)] == [second.path, first.path]


def test_old_ones_go_when_a_new_one_is_there(opened: PortfolioFile, place: Path) -> None:
    for days in range(12):
        backups.make(opened, "day", of=NOON - dt.timedelta(days=12 - days))
    made = backups.make(opened, "merge", of=NOON)
    found = backup_folder.found(place)
    assert found[0].path == made.path
    assert len(found) == 8  # seven days, and the Sunday of a week before
    (place / "mine.txt").write_text("not a backup")
    backups.make(opened, "merge", of=NOON + dt.timedelta(days=1))
    assert (place / "mine.txt").exists()


def test_the_size_limit_wins_but_for_the_two_newest(opened: PortfolioFile, place: Path) -> None:
    backup_folder.use(Place(most_bytes=1))
    for days in range(4):
        backups.make(opened, "day", of=NOON + dt.timedelta(days=days))
    assert [one.made.day for one in backup_folder.found(place)] == [29, 28]


def test_a_clock_turned_back_does_not_cost_the_newest(opened: PortfolioFile, place: Path) -> None:
    for years in range(20, 0, -1):
        backups.make(opened, "day", of=NOON + dt.timedelta(days=365 * years))
    made = backups.make(opened, "day", of=NOON)
    assert made.path.exists()


def test_leftovers_of_a_killed_one_go_the_next_time(opened: PortfolioFile, place: Path) -> None:
    place.mkdir(parents=True)
    left = place / ".2026-11-25T1200 day.coach.0123abcd.part"
    left.write_bytes(b"half")
    backups.make(opened, "day")
    assert not left.exists()


def test_a_folder_of_choice_gets_them(opened: PortfolioFile, tmp_path: Path) -> None:
    backup_folder.use(Place(tmp_path / "H schijf"))
    made = backups.make(opened, "day")
    assert made.path.parent == tmp_path / "H schijf" / opened.portfolio.id


def test_where_no_folder_can_be_made_it_says_so_and_work_goes_on(
    opened: PortfolioFile, tmp_path: Path
) -> None:
    (tmp_path / "a file").touch()
    backup_folder.use(Place(tmp_path / "a file"))
    failed = backups.before(opened, "merge")
    assert failed
    assert "No backup could be made" in str(failed)
    assert saved(opened)


def test_an_id_from_a_strange_file_leads_to_no_other_folder(tmp_path: Path) -> None:
    for strange in ("../../etc", "/etc", "a" * 32 + "/..", "", "C:\\x", "é" * 32, "A" * 32):
        assert backup_folder.folder(strange).parent == tmp_path / "data" / "backups"


def test_what_is_no_backup_is_not_listed(place: Path) -> None:
    place.mkdir(parents=True)
    for name in (
        "x.coach",
        "2026-13-26T1200 day.coach",
        "2026-11-26T1200 day.coach.lock",
        "2026-11-26T1200.coach",
    ):
        (place / name).touch()
    (place / "2026-11-26T1200 day.coach").mkdir()
    (place / "2026-11-27T1200 day.coach").symlink_to("/etc/passwd")
    assert backup_folder.found(place) == ()


@pytest.mark.parametrize("key", ["encrypted"], indirect=True)
def test_a_backup_of_an_older_passphrase_asks_for_that(
    tmp_path: Path, opened: PortfolioFile, key: Key
) -> None:
    made = backups.make(opened, "rekey")
    opened.change_key(keys.derive("een nieuwe wachtzin", key.salt))
    with pytest.raises(WrongPassphrase):
        looking_back.portfolio(made.path, opened)
    assert looking_back.portfolio(made.path, opened, PASSPHRASE) == opened.portfolio
    plain = create(tmp_path / "plain.coach", portfolios.empty(), None)
    with pytest.raises(PassphraseNeeded):
        looking_back.portfolio(made.path, plain)
    plain.close()


def test_a_copy_that_can_not_be_relied_on_gets_no_name(
    opened: PortfolioFile, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaging(database: Engine, key: Key | None, path: Path, *more: Any) -> None:
        COPY(database, key, path, *more)
        with path.open("r+b") as file:
            file.seek(-3000, os.SEEK_END)
            file.write(bytes(200))

    monkeypatch.setattr(copying, "copy", damaging)
    with pytest.raises(NotBackedUp):
        backups.make(opened, "day")
    assert list(place.iterdir()) == []


def test_going_back_to_an_older_value_is_one_step_that_can_be_undone() -> None:
    before = portfolios.many(5)
    document = Document(before, "dev")
    document.apply("", edits.remove(Activity, [before.activities[0].id]))
    after = document.portfolio
    document.apply("Go back", edits.go_back(before))
    assert document.portfolio == before
    document.undo()
    assert document.portfolio == after


@pytest.mark.parametrize("name", ["v1.coach", "v1-plain.coach"])
def test_a_file_of_an_older_version_is_backed_up_before_it_is_brought_up_to_date(
    tmp_path: Path, name: str
) -> None:
    mine = tmp_path / "mine.coach"
    mine.write_bytes((fixtures.FOLDER / name).read_bytes())
    key = keys.unlock(mine, fixtures.PASSPHRASE) if sniff(mine) else None
    opened = open_file(mine, key)
    opened.close()
    (made,) = backup_folder.found(backup_folder.folder(opened.portfolio.id))
    assert made.reason == "update"
    before = made.path.read_bytes()
    with pytest.raises(TooOldToRead):
        open_file(made.path, key, read_only=True)
    words = fixtures.PASSPHRASE if key else None
    assert looking_back.portfolio(made.path, None, words) == opened.portfolio
    assert made.path.read_bytes() == before
    assert [path.name for path in made.path.parent.iterdir()] == [made.path.name]


@pytest.mark.parametrize("key", ["encrypted"], indirect=True)
def test_going_back_brings_files_that_were_swept_away_since(opened: PortfolioFile) -> None:
    document = Document(opened.portfolio, "dev")
    taken = evidence.take_bytes(opened, "brief.txt", b"Beste collega")
    document.apply("", edits.add(Evidence("f" * 32, "brief.txt", taken.digest, taken.size)))
    opened.save(document.saved, document.portfolio)
    document.mark_saved(document.portfolio)
    made = backups.make(opened, "asked")
    document.apply("", edits.remove(Evidence, ["f" * 32]))
    opened.change(document.saved, lambda connection, _held: swept(connection, document.portfolio))
    with pytest.raises(evidence_faults.Lost):
        list(evidence.pieces(opened, taken.digest, "brief.txt"))
    then = looking_back.portfolio(made.path, opened)
    assert safekeeping.prepare_return(made.path, then, opened, None) is None
    assert b"".join(evidence.pieces(opened, taken.digest, "brief.txt")) == b"Beste collega"
    assert backups.newest(opened.portfolio.id, "go-back")


def test_going_back_leaves_the_backup_that_is_gone_back_to(opened: PortfolioFile) -> None:
    chosen = backups.make(opened, "asked")
    backups.make(opened, "merge")  # of one day the two newest stay
    then = looking_back.portfolio(chosen.path, opened)
    safekeeping.prepare_return(chosen.path, then, opened, None)
    assert chosen.path in [one.path for one in safekeeping.listed(opened.portfolio.id)]


def swept(connection: Connection, portfolio: Portfolio) -> Portfolio:
    """As after the bin was emptied."""
    rows.write(connection, None, portfolio)
    connection.exec_driver_sql("DELETE FROM evidence")
    contents.sweep(connection)
    return portfolio
