"""Where copies of a portfolio lie, and erasing all of them."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from coachapp import paths
from coachapp.storage import backup_folder, backups, creation, erasing, index, whereabouts
from coachapp.storage.backup_folder import Place
from coachapp.storage.file import open_file
from coachapp.storage.keys import Key
from tests import portfolios

PORTFOLIO = portfolios.many(3)


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path / "data")
    yield tmp_path / "data"
    backup_folder.use(Place())


@pytest.fixture
def file(path: Path, key: Key | None) -> Path:
    """A portfolio file that was opened here, with a backup in the usual folder."""
    creation.make(path, PORTFOLIO, key)
    opened = open_file(path, key)
    backups.make(opened, "day")
    opened.close()
    index.note(path, PORTFOLIO.id)
    return path


def kinds(path: Path, *recent: Path) -> list[tuple[str, str]]:
    return [(one.kind, one.path.name) for one in whereabouts.known(path, PORTFOLIO.id, recent)]


def test_the_file_its_copies_and_its_backups_are_known(file: Path, key: Key | None, tmp_path: Path) -> None:
    copy = tmp_path / "elders" / "kopie.coach"
    copy.parent.mkdir()
    creation.make(copy, PORTFOLIO, key)
    index.note(copy, PORTFOLIO.id)
    found = whereabouts.known(file, PORTFOLIO.id)
    assert [one.kind for one in found] == ["open", "copy", "backup"]
    assert [one.size > 0 and one.changed is not None for one in found] == [True] * 3
    assert found[1].path == copy


@pytest.mark.parametrize("key", ["plain"], indirect=True)
def test_a_recent_file_counts_when_it_can_be_read_and_is_of_this_portfolio(
    file: Path, tmp_path: Path, real_key: Key
) -> None:
    same, other, locked = (tmp_path / f"{name}.coach" for name in ("same", "other", "locked"))
    creation.make(same, PORTFOLIO, None)
    creation.make(other, portfolios.worst().__class__("f" * 32, "X", PORTFOLIO.framework), None)
    creation.make(locked, PORTFOLIO, real_key)
    (tmp_path / "link.coach").symlink_to(file)
    recent = (file, tmp_path / "link.coach", same, other, locked, tmp_path / "gone.coach", tmp_path)
    assert [name for kind, name in kinds(file, *recent) if kind == "copy"] == ["same.coach"]


def test_backups_in_a_folder_from_before_are_still_known(file: Path, key: Key | None, tmp_path: Path) -> None:
    backup_folder.use(Place(tmp_path / "stick"))
    opened = open_file(file, key)
    made = backups.make(opened, "asked")
    opened.close()
    index.note(made.path.parent, PORTFOLIO.id)
    backup_folder.use(Place())
    assert sum(kind == "backup" for kind, _name in kinds(file)) == 2


@pytest.mark.parametrize("text", ["[]", "{", '{"a": 1, "b": ["x"]}', "null", "[" * 5000])
def test_an_index_that_makes_no_sense_is_no_trouble(file: Path, data: Path, text: str) -> None:
    (data / "known.json").write_text(text)
    assert [kind for kind, _name in kinds(file)] == ["open", "backup"]
    index.note(file, PORTFOLIO.id)
    assert index.of(PORTFOLIO.id) == (file,)


def test_the_index_holds_paths_and_ids_only_and_can_be_forgotten(file: Path, data: Path) -> None:
    text = (data / "known.json").read_text()
    assert text == f'{{"{file}": "{PORTFOLIO.id}"}}'
    if sys.platform != "win32":
        assert (data / "known.json").stat().st_mode & 0o777 == 0o600
    index.forget_all()
    assert not (data / "known.json").exists()


def test_a_place_where_nobody_may_look_is_no_trouble(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As `Path.is_dir` and `Path.is_file` do in a folder of somebody else."""

    def refuse(_path: Path) -> bool:
        raise PermissionError

    monkeypatch.setattr(Path, "is_dir", refuse)
    monkeypatch.setattr(Path, "is_file", refuse)
    assert kinds(file)[0][0] == "open"


def test_erasing_leaves_nothing_and_says_what_went(file: Path, key: Key | None, data: Path) -> None:
    folder = data / "backups" / PORTFOLIO.id
    (folder / ".2026-11-25T1200 day.coach.0123abcd.part").write_bytes(b"half")
    file.with_name(file.name + "-journal").write_bytes(b"")
    file.with_name(file.name + ".lock").write_bytes(b"{}")
    for one in folder.iterdir():
        one.chmod(0o400)
    folder.chmod(0o500)  # root may remove what is in it nevertheless
    known = whereabouts.known(file, PORTFOLIO.id)
    erased = erasing.erase(file, PORTFOLIO, known, encrypted=key is not None)
    assert len(erased.gone) == 5
    assert erased.left == ()
    assert list(file.parent.iterdir()) == [data]
    assert not folder.exists()
    assert index.of(PORTFOLIO.id) == ()
    assert str(file) in erased.statement
    assert ("had no passphrase" in erased.statement) == (key is None)


def test_a_copy_elsewhere_stays_and_the_statement_names_it(
    file: Path, key: Key | None, tmp_path: Path
) -> None:
    copy = tmp_path / "kopie.coach"
    creation.make(copy, PORTFOLIO, key)
    index.note(copy, PORTFOLIO.id)
    known = whereabouts.known(file, PORTFOLIO.id)
    erased = erasing.erase(file, PORTFOLIO, known, encrypted=True)
    assert copy.exists()
    assert f"still there:\n{copy}" in erased.statement


@pytest.mark.skipif(sys.platform == "win32" or not hasattr(os, "geteuid"), reason="permissions")
def test_what_can_not_be_removed_is_told_and_the_rest_goes(
    file: Path, key: Key | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path == file:
            raise PermissionError(13, "no")
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    known = whereabouts.known(file, PORTFOLIO.id)
    erased = erasing.erase(file, PORTFOLIO, known, encrypted=True)
    assert [(one.path, one.why) for one in erased.left] == [
        (file, "You may not write in this folder, or the file is read-only.")
    ]
    assert len(erased.gone) == 1
    assert f"{file} – You may not write" in erased.statement


def test_where_its_owner_takes_it_along_is_told_and_stays(
    file: Path, key: Key | None, tmp_path: Path
) -> None:
    along = tmp_path / "stick" / file.name
    along.parent.mkdir()
    creation.make(along, PORTFOLIO, key)
    erased = erasing.erase(
        file, PORTFOLIO, whereabouts.known(file, PORTFOLIO.id), encrypted=True, along=along
    )
    assert not file.exists()
    assert along.exists()
    assert erased.statement.startswith(f"The portfolio is in {along}.")


def test_of_a_portfolio_that_lies_on_its_owners_stick_only_the_backups_go(file: Path) -> None:
    known = whereabouts.known(file, PORTFOLIO.id)
    erased = erasing.erase(file, PORTFOLIO, known, encrypted=True, along=file)
    assert file.exists()
    assert [path.suffix for path in erased.gone] == [".coach"]
    assert [kind for kind, _name in kinds(file)] == ["open"]
