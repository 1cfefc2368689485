"""Backups and going away, from the command line."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coachapp import paths
from coachapp.storage import backup_folder
from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path / "data")
    yield tmp_path / "data"
    backup_folder.use(backup_folder.Place())


@pytest.fixture
def file(tmp_path: Path, run: Run, key: Path) -> Path:
    path = tmp_path / "mine.coach"
    run("new", path, "--owner", "T. Est", "--passphrase-file", key)
    return path


def test_backups_are_made_and_listed(file: Path, key: Path, run: Run, data: Path) -> None:
    opening = (file, "--passphrase-file", key)
    assert "no backup" in run("backups", *opening)
    assert "Made a backup" in run("backup", *opening)
    run("backup", *opening)
    listed = run("backups", *opening).splitlines()
    assert [line.endswith(".coach") for line in listed] == [True, True]
    assert str(data) in listed[0]
    assert run("show", Path(listed[0][listed[0].index(str(data)) :]), "--passphrase-file", key)


def test_a_backup_that_did_not_follow_a_change_of_passphrase_is_marked(
    file: Path, key: Path, run: Run, data: Path, tmp_path: Path
) -> None:
    new = tmp_path / "new.txt"
    new.write_text("een nieuwe wachtzin")
    run("backup", file, "--passphrase-file", key)
    (backup,) = data.rglob("* asked.coach")
    before = backup.read_bytes()
    run("passphrase", file, "--passphrase-file", key, "--new-passphrase-file", new)
    assert "needs another passphrase" not in run("backups", file, "--passphrase-file", new)
    backup.write_bytes(before)
    marked = [line for line in run("backups", file, "--passphrase-file", new).splitlines() if "needs" in line]
    assert marked == [line for line in marked if f"{backup}  (needs another passphrase)" in line]
    assert len(marked) == 1


def test_a_backup_may_go_to_another_folder_that_is_there(
    file: Path, key: Path, run: Run, fail: Run, tmp_path: Path
) -> None:
    opening = (file, "--passphrase-file", key)
    assert "is not there" in fail("backup", *opening, "-o", tmp_path / "stick")
    (tmp_path / "stick").mkdir()
    assert str(tmp_path / "stick") in run("backup", *opening, "-o", tmp_path / "stick")
    assert len(list((tmp_path / "stick").rglob("* asked.coach"))) == 1


def test_erasing_takes_the_name_of_the_owner_and_then_everything(
    file: Path, key: Path, run: Run, fail: Run, data: Path
) -> None:
    opening = (file, "--passphrase-file", key)
    run("backup", *opening)
    assert "not the name of the owner" in fail("erase", *opening, "--owner", "Iemand")
    assert file.exists()
    for one in data.rglob("*.coach"):
        one.chmod(0o400)
    said = run("erase", *opening, "--owner", " t.  est")
    assert "T. Est" in said
    assert str(file) in said
    assert "SSD" in said
    assert not file.exists()
    assert list(data.rglob("*.*")) == []


def test_erasing_needs_the_passphrase(file: Path, fail: Run, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("iets anders")
    assert "passphrase" in fail("erase", file, "--owner", "T. Est")
    assert "doesn't open" in fail("erase", file, "--owner", "T. Est", "--passphrase-file", wrong)
    assert file.exists()
