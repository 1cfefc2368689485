"""`coachapp history`, `show --on` and `merge`: what was changed, how it was, and two copies as one."""

import json
from pathlib import Path
from shutil import copyfile

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def file(tmp_path: Path, run: Run) -> Path:
    """A portfolio without a passphrase, with two activities of which one is placed."""
    path = tmp_path / "mine.coach"
    run("new", path, "--owner", "T. Est", "--no-passphrase")
    lines = tmp_path / "list.txt"
    lines.write_text("- Mentoraat\n- MR-lid\n", "utf-8")
    run("import", path, lines)
    run("place", path, "MR", "organiseren/meso")
    return path


def test_each_step_is_told_with_its_time(file: Path, run: Run) -> None:
    told = run("history", file).splitlines()
    assert [line[18:] for line in told] == ["Import a list", "Place “MR-lid”"]
    assert told[0][4] == "-"


def test_the_life_of_one_activity_is_told(file: Path, run: Run) -> None:
    told = run("history", file, "--activity", "MR").splitlines()
    assert [line[12:] for line in told] == ["Added", "Placed in Organising education · School"]


def test_the_board_is_shown_as_it_was_before_anything_was_added(file: Path, run: Run) -> None:
    shown = json.loads(run("show", file, "--json", "--on", "2000-01-01"))
    assert "MR-lid" not in json.dumps(shown)
    assert "MR-lid" in run("show", file, "--json", "--on", "2100-01-01")


def test_two_copies_become_one_in_a_new_file(file: Path, tmp_path: Path, run: Run) -> None:
    other, both = tmp_path / "other.coach", tmp_path / "both.coach"
    copyfile(file, other)
    run("place", file, "MR", "leren/micro")
    run("place", other, "Mentoraat", "leren/nano")
    before = file.read_bytes(), other.read_bytes()
    assert "Mentoraat" in run("merge", file, other, "-o", both)
    shown = run("show", both)
    assert shown.count("MR-lid") == 2
    assert "Mentoraat" in shown
    assert (file.read_bytes(), other.read_bytes()) == before
    assert "All is well" in run("check", both)


def test_two_different_portfolios_are_not_merged(file: Path, tmp_path: Path, run: Run, fail: Run) -> None:
    other = tmp_path / "other.coach"
    run("new", other, "--owner", "Else", "--no-passphrase")
    assert "two different portfolios" in fail("merge", file, other, "-o", tmp_path / "both.coach")
    assert not (tmp_path / "both.coach").exists()


def test_a_merge_writes_over_nothing(file: Path, fail: Run) -> None:
    before = file.read_bytes()
    assert "already" in fail("merge", file, file, "-o", file)
    assert file.read_bytes() == before
