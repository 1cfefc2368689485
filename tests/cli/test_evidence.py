"""`coachapp evidence`: what is copied in comes out as it was."""

import os
from pathlib import Path

import pytest

from coachapp import cli
from coachapp.storage import file
from tests import portfolios
from tests.cli.conftest import Run


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "p.coach"
    file.create(path, portfolios.many(3), None).close()
    return path


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "Letter of thanks.pdf"
    path.write_bytes(os.urandom(300_000))
    return path


def test_a_file_is_copied_in_listed_and_written_out(run: Run, kept: Path, letter: Path) -> None:
    title = portfolios.many(3).activities[0].title
    said = run("evidence", kept, "add", letter, "--activity", title)
    assert said == f"“Letter of thanks.pdf” is with “{title}” now.\n"
    whole = letter.read_bytes()
    letter.unlink()
    listed = run("evidence", kept, "list")
    assert "Letter of thanks.pdf · 300 kB · " in listed
    assert listed.endswith(f" · {title}\n")
    run("evidence", kept, "save", listed.split()[0], "-o", letter)
    assert letter.read_bytes() == whole
    run("evidence", kept, "save", "letter of thanks.PDF", "-o", letter.with_name("again"))
    assert letter.with_name("again").read_bytes() == whole


def test_without_files_it_says_so(run: Run, kept: Path) -> None:
    assert run("evidence", kept, "list") == "There are no files in this portfolio.\n"


def test_a_file_that_is_there_is_not_written_over(run: Run, fail: Run, kept: Path, letter: Path) -> None:
    run("evidence", kept, "add", letter, "--activity", portfolios.many(3).activities[0].id)
    assert "already" in fail("evidence", kept, "save", letter.name, "-o", kept)
    file.open_file(kept, None).close()


def test_a_name_that_two_files_have_or_none_is_asked_again(
    run: Run, fail: Run, kept: Path, letter: Path, tmp_path: Path
) -> None:
    assert "“letter”" in fail("evidence", kept, "save", "letter", "-o", tmp_path / "out")
    for activity in portfolios.many(3).activities[:2]:
        run("evidence", kept, "add", letter, "--activity", activity.id)
    assert letter.name in fail("evidence", kept, "save", letter.name, "-o", tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_what_can_not_be_taken_changes_nothing(fail: Run, kept: Path, tmp_path: Path) -> None:
    activity = portfolios.many(3).activities[0].id
    assert "not there" in fail("evidence", kept, "add", tmp_path / "nothing", "--activity", activity)
    assert "folder" in fail("evidence", kept, "add", tmp_path, "--activity", activity)


@pytest.mark.parametrize("name", ["evidence", "history", "merge"])
def test_a_command_is_one_where_something_of_that_name_lies(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path)
    assert cli.is_asked([name])
