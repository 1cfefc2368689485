"""Everything out of a portfolio and in again, from the command line."""

import json
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import LISTS, Run


@pytest.fixture
def file(tmp_path: Path, run: Run, key: Path) -> Path:
    path = tmp_path / "mine.coach"
    run("new", path, "--owner", "T. Est", "--passphrase-file", key)
    run("import", path, "--passphrase-file", key, next(LISTS.glob("*.csv")))
    return path


def test_an_export_gives_the_same_portfolio_again(file: Path, key: Path, run: Run, tmp_path: Path) -> None:
    opening = ("--passphrase-file", key)
    assert "not encrypted" in run("export", file, *opening, "-o", tmp_path / "all.zip")
    assert (tmp_path / "all.zip").stat().st_mode & 0o777 == 0o600
    assert (
        run("restore", tmp_path / "all.zip", "-o", tmp_path / "new.coach", *opening) == "Made “new.coach”.\n"
    )
    assert (tmp_path / "new.coach").stat().st_mode & 0o777 == 0o600
    for words in (("show", "--json"), ("history",), ("check",)):
        told = [run(words[0], one, *opening, *words[1:]) for one in (file, tmp_path / "new.coach")]
        assert told[0].replace("mine.coach", "new.coach") == told[1]
    assert {one.name for one in tmp_path.iterdir()} == {"key.txt", "mine.coach", "all.zip", "new.coach"}


def test_a_new_portfolio_comes_back_too(run: Run, tmp_path: Path) -> None:
    run("new", tmp_path / "a.coach", "--owner", "T. Est", "--no-passphrase")
    run("export", tmp_path / "a.coach", "-o", tmp_path / "all.zip")
    run("restore", tmp_path / "all.zip", "-o", tmp_path / "b.coach", "--no-passphrase")
    assert "T. Est" in run("show", tmp_path / "b.coach")


def test_an_unpacked_export_is_restored_too(file: Path, key: Path, run: Run, tmp_path: Path) -> None:
    opening = ("--passphrase-file", key)
    run("export", file, *opening, "-o", tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as package:
        package.extractall(tmp_path / "all")
    for place, name in ((tmp_path / "all", "a.coach"), (tmp_path / "all" / "portfolio.json", "b.coach")):
        run("restore", place, "-o", tmp_path / name, *opening)
        shown = run("show", tmp_path / name, *opening, "--json")
        assert shown == run("show", file, *opening, "--json")


def test_one_damaged_file_stays_behind_and_is_named(file: Path, key: Path, run: Run, tmp_path: Path) -> None:
    opening = ("--passphrase-file", key)
    activity = next(iter(json.loads(run("show", file, *opening, "--json"))["to_place"]))["activity"]
    for name in ("een.pdf", "twee.pdf", "drie.pdf"):
        (tmp_path / name).write_bytes(os.urandom(40_000))
        run("evidence", file, "add", tmp_path / name, "--activity", activity, *opening)
    with file.open("r+b") as raw:
        raw.seek((file.stat().st_size // 4096 - 15) * 4096)
        raw.write(os.urandom(4096))
    said = run("export", file, *opening, "-o", tmp_path / "all.zip")
    assert "Not in it" in said
    assert "“twee.pdf”. Look in a backup" in said
    with zipfile.ZipFile(tmp_path / "all.zip") as package:
        there = [name.partition("-")[2] for name in package.namelist() if name.startswith("evidence/")]
        assert sorted(there) == ["drie.pdf", "een.pdf"]
        readme = package.read("README.txt").decode()
        assert readme.count("    twee.pdf") == 2
    run("restore", tmp_path / "all.zip", "-o", tmp_path / "new.coach", *opening)
    listed = run("evidence", tmp_path / "new.coach", "list", *opening)
    assert all(name in listed for name in ("een.pdf", "twee.pdf", "drie.pdf"))


def test_an_export_takes_the_place_of_an_older_one_only(
    file: Path, key: Path, run: Run, fail: Run, tmp_path: Path
) -> None:
    out = tmp_path / "all.zip"
    for _ in range(2):
        run("export", file, "--passphrase-file", key, "-o", out)
    assert zipfile.ZipFile(out).testzip() is None
    file.rename(tmp_path / "portfolio.zip")
    assert "nothing was written" in fail(
        "export", tmp_path / "portfolio.zip", "--passphrase-file", key, "-o", tmp_path / "portfolio.zip"
    )
    assert "--table" in fail("export", out, "-o", tmp_path / "a.coach")


def test_a_restored_portfolio_never_takes_the_place_of_a_file(
    file: Path, key: Path, run: Run, fail: Run, tmp_path: Path
) -> None:
    run("export", file, "--passphrase-file", key, "-o", tmp_path / "all.zip")
    assert "already" in fail("restore", tmp_path / "all.zip", "-o", file, "--passphrase-file", key)
    assert run("check", file, "--passphrase-file", key)


def test_the_rules_of_an_institute_hold(
    file: Path, key: Path, run: Run, fail: Run, rules: Callable[[str], Path]
) -> None:
    export, made = file.with_name("all.zip"), file.with_name("b.coach")
    run("export", file, "--passphrase-file", key, "-o", export)
    rules("exports_allowed = false\nencryption_required = true\n")
    again = fail("export", file, "--passphrase-file", key, "-o", file.with_name("b.zip"))
    assert "don't allow exports" in again
    assert "must have a passphrase" in fail("restore", export, "-o", made, "--no-passphrase")
    assert not list(file.parent.glob("b.*"))
