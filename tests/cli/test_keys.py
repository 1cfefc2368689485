"""Another passphrase, the recovery sheet and opening with it, from the command line."""

import stat
from pathlib import Path

import pytest

from coachapp import cli
from coachapp.storage import file, keys, recovery
from tests.cli.conftest import PASSPHRASE, Run
from tests.report.reading import pages


@pytest.fixture
def locked(tmp_path: Path, run: Run, key: Path) -> Path:
    path = tmp_path / "mine.coach"
    run("new", path, "--owner", "T. Est", "--passphrase-file", key)
    return path


@pytest.fixture
def new(tmp_path: Path) -> Path:
    path = tmp_path / "new"
    path.write_text("een heel andere zin\n")
    return path


@pytest.fixture
def words(tmp_path: Path, locked: Path) -> Path:
    """The words of the sheet, in a file."""
    opened = file.open_file(locked, keys.unlock(locked, PASSPHRASE))
    path = tmp_path / "words"
    path.write_text("\n".join(recovery.words_of(opened)))
    opened.close()
    return path


def test_the_sheet_has_the_words_that_open_the_portfolio(
    locked: Path, key: Path, tmp_path: Path, run: Run, words: Path
) -> None:
    pdf = tmp_path / "sheet.pdf"
    said = run("sheet", locked, "--passphrase-file", key, "-o", pdf, "--language", "nl")
    assert "“sheet.pdf” opens “mine.coach”" in said
    assert words.read_text().split()[0] not in said
    assert stat.S_IMODE(pdf.stat().st_mode) == 0o600
    (page,) = pages(pdf)
    begin, end = page.index("De 24 woorden"), page.index("Zo gebruik")
    typed = tmp_path / "typed"
    typed.write_text(page[begin:end].removeprefix("De 24 woorden"))
    assert run("show", locked, "--recovery-file", typed).startswith("T. Est")


def test_every_command_on_a_file_takes_the_sheet_or_the_passphrase_and_not_both(
    locked: Path, run: Run, words: Path, key: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "All is well" in run("check", locked, "--recovery-file", words)
    assert cli.main(["show", str(locked), "--recovery-file", str(words), "--passphrase-file", str(key)]) == 2
    capsys.readouterr()


@pytest.mark.parametrize("command", ["show", "check"])
def test_what_is_wrong_with_a_sheet_is_told(locked: Path, fail: Run, words: Path, command: str) -> None:
    found = words.read_text().split()
    words.write_text(" ".join((*found[:2], "fiets", *found[3:])))
    assert "Word 3, “fiets”" in fail(command, locked, "--recovery-file", words)
    words.write_text(" ".join(recovery.words(keys.Key(bytes(range(32)), b""))))
    assert "This sheet doesn't open “mine.coach”" in fail(command, locked, "--recovery-file", words)


def test_another_passphrase_voids_the_old_one(
    locked: Path, key: Path, new: Path, run: Run, fail: Run
) -> None:
    said = run("passphrase", locked, "--passphrase-file", key, "--new-passphrase-file", new)
    assert "older recovery sheet no longer opens it" in said
    assert run("show", locked, "--passphrase-file", new).startswith("T. Est")
    assert "doesn't open" in fail("show", locked, "--passphrase-file", key)


def test_who_lost_the_passphrase_gets_another_one_with_the_sheet(
    locked: Path, new: Path, run: Run, fail: Run, words: Path
) -> None:
    run("passphrase", locked, "--recovery-file", words, "--new-passphrase-file", new)
    assert run("show", locked, "--passphrase-file", new).startswith("T. Est")
    assert "before the passphrase was changed" in fail("show", locked, "--recovery-file", words)


def test_another_passphrase_goes_by_the_rules(locked: Path, key: Path, new: Path, fail: Run) -> None:
    new.write_text("12345678")
    before = locked.read_bytes()
    said = fail("passphrase", locked, "--passphrase-file", key, "--new-passphrase-file", new)
    assert "very easy to guess" in said
    assert locked.read_bytes() == before


def test_a_portfolio_without_a_passphrase_has_no_sheet_and_no_other_passphrase(
    tmp_path: Path, run: Run, fail: Run, key: Path
) -> None:
    plain = tmp_path / "plain.coach"
    run("new", plain, "--owner", "X", "--no-passphrase")
    assert "has no passphrase" in fail("sheet", plain, "-o", tmp_path / "sheet.pdf")
    assert "has no passphrase" in fail("passphrase", plain, "--new-passphrase-file", key)
    assert not (tmp_path / "sheet.pdf").exists()


def test_a_sheet_never_takes_the_place_of_a_portfolio(locked: Path, key: Path, fail: Run) -> None:
    before = locked.read_bytes()
    assert "is not a PDF" in fail("sheet", locked, "--passphrase-file", key, "-o", locked)
    assert locked.read_bytes() == before
