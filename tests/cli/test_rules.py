"""Commands go by the rules for this computer."""

from collections.abc import Callable
from pathlib import Path

import pytest

from coachapp import cli
from tests.cli.conftest import Run


def test_where_encryption_is_required_no_portfolio_is_made_without_a_passphrase(
    tmp_path: Path, fail: Run, rules: Callable[[str], Path]
) -> None:
    rules("encryption_required = true")
    path = tmp_path / "x.coach"
    assert "must have a passphrase" in fail("new", path, "--owner", "X", "--no-passphrase")
    assert not path.exists()


def test_a_passphrase_that_is_too_easy_is_refused(
    tmp_path: Path, run: Run, fail: Run, rules: Callable[[str], Path]
) -> None:
    path, key = tmp_path / "x.coach", tmp_path / "key"
    rules("minimum_strength = 3")
    key.write_text("welkom01\n")
    new = ("new", path, "--owner", "X", "--passphrase-file", key)
    said = fail(*new)
    assert "too easy to guess; at least “strong”" in said
    assert "welkom" not in said
    rules("minimum_strength = 0")
    run(*new)


def test_rules_that_cannot_be_read_are_told_and_do_not_stop_a_command(
    tmp_path: Path, rules: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    rules("minimum_strength = 'strong'")
    key = tmp_path / "key"
    key.write_text("vier losse woorden samen\n")
    words = ["new", str(tmp_path / "x.coach"), "--owner", "X", "--passphrase-file", str(key)]
    assert cli.main(words) == 0
    assert "minimum_strength: A whole number from 0 to 4" in capsys.readouterr().err
