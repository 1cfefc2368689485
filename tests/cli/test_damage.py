"""What `check` and `rescue` say of files that were damaged for real."""

from pathlib import Path

import pytest

from coachapp import cli
from coachapp.storage import creation, keys, recovery
from tests import portfolios
from tests.cli.conftest import PASSPHRASE, Run

PAGE = 4096
OF_ACTIVITIES = 30


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A sound portfolio with sixty activities."""
    path = tmp_path / "My.coach"
    creation.make(path, portfolios.many(60), keys.fresh(PASSPHRASE))
    return path


@pytest.fixture
def damaged(file: Path) -> Path:
    """A page in the middle was written over."""
    with file.open("r+b") as opened:
        opened.seek((OF_ACTIVITIES - 1) * PAGE)
        opened.write(b"\xa5" * PAGE)
    return file


def test_check_names_what_is_damaged_and_what_to_do(
    damaged: Path, key: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = damaged.read_bytes()
    assert cli.main(["check", str(damaged), "--passphrase-file", str(key)]) == 1
    said = capsys.readouterr()
    assert said.out == "Damaged pages, of 46: 30.\nA part of the activities can't be read.\n"
    assert said.err == (
        "coachapp: 2 things are wrong with “My.coach”. Open a backup or another copy of it, "
        "or save what can be read with coachapp rescue.\n"
    )
    assert damaged.read_bytes() == before


def test_rescue_tells_what_came_over_and_what_is_lost(
    damaged: Path, key: Path, tmp_path: Path, run: Run
) -> None:
    before, new = damaged.read_bytes(), tmp_path / "New.coach"
    said = run("rescue", damaged, "-o", new, "--passphrase-file", key)
    made, told, lost = said.partition("Not everything could be read or kept:\n")
    assert made.startswith(
        "Made “New.coach” with what could be read:\n     1  the workplaces\n    39  the act"
    )
    assert told
    assert lost.startswith(
        "  Damaged pages of the file: 1 of 46.\n  A part of the activities can't be read.\n  What lay in "
    )
    assert damaged.read_bytes() == before
    assert run("check", new, "--passphrase-file", key) == "All is well with “New.coach”.\n"


def test_rescue_of_a_sound_file_says_that_nothing_is_missing(
    file: Path, key: Path, tmp_path: Path, run: Run
) -> None:
    said = run("rescue", file, "-o", tmp_path / "New.coach", "--passphrase-file", key)
    assert said.endswith("Nothing was found missing.\n")


def test_rescue_takes_the_words_of_the_sheet(damaged: Path, tmp_path: Path, run: Run) -> None:
    sheet = tmp_path / "sheet"
    sheet.write_text(" ".join(recovery.words(keys.unlock(damaged, PASSPHRASE))))
    assert "    39  the activities" in run(
        "rescue", damaged, "-o", tmp_path / "New.coach", "--recovery-file", sheet
    )


def test_rescue_never_writes_over_a_file(damaged: Path, key: Path, tmp_path: Path, fail: Run) -> None:
    before = damaged.read_bytes()
    assert "There is a “My.coach” in this folder already" in fail(
        "rescue", damaged, "-o", damaged, "--passphrase-file", key
    )
    assert damaged.read_bytes() == before
    assert "nowhere" in fail(
        "rescue", damaged, "-o", tmp_path / "nowhere" / "x.coach", "--passphrase-file", key
    )


def test_rescue_asks_a_passphrase_only_where_one_can_help(damaged: Path, tmp_path: Path, fail: Run) -> None:
    new = tmp_path / "New.coach"
    assert "--passphrase-file" in fail("rescue", damaged, "-o", new)
    damaged.write_bytes(bytes(10 * PAGE))
    assert "Nothing in “My.coach” can be read any more." in fail("rescue", damaged, "-o", new)
