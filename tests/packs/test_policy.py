"""Rules for portfolios: those of the program, an institute's over them, and what if these are broken."""

from collections.abc import Callable
from pathlib import Path

import pytest

from coachapp import paths
from coachapp.domain.policy import STRICT, Policy
from coachapp.packs import policy

Lay = Callable[[str], Path]


def test_the_shipped_rules_are_read_whole_and_say_what_a_policy_says_without_them() -> None:
    assert policy.read() == (Policy(), ())
    shipped = paths.resource("policy.toml").read_text("utf-8")
    for name in Policy.__dataclass_fields__:
        assert f"\n{name} = " in shipped


def test_an_institute_changes_what_it_names_and_nothing_else(rules: Lay, tmp_path: Path) -> None:
    rules(f"encryption_required = true\nbackup_folder = '{tmp_path}'\nidle_lock_minutes = 3\n")
    expected = Policy(encryption_required=True, backup_folder=str(tmp_path), idle_lock_minutes=3)
    assert policy.read() == (expected, ())


@pytest.mark.parametrize(
    ("line", "key", "expected"),
    [
        ("encryption_required = 'yes'", "encryption_required", "true or false"),
        ("exports_allowed = 0", "exports_allowed", "true or false"),
        ("minimum_strength = 5", "minimum_strength", "from 0 to 4"),
        ("minimum_strength = true", "minimum_strength", "from 0 to 4"),
        ("minimum_strength = 2.0", "minimum_strength", "from 0 to 4"),
        ("backup_folder = 'here'", "backup_folder", "A whole path"),
        ("backup_folder = 7", "backup_folder", "between quotes"),
        ("idle_lock_minutes = -1", "idle_lock_minutes", "from 0 to 1440"),
        ("retention_reminder_months = []", "retention_reminder_months", "from 0 to 600"),
        ("encryption_requird = true", "encryption_requird", "One of these"),
    ],
)
def test_a_line_that_cannot_be_read_is_told_and_counts_as_the_strict_one(
    rules: Lay, line: str, key: str, expected: str
) -> None:
    rules(f"idle_lock_minutes = 7\n{line}\n" if "idle" not in key else line)
    found, (problem,) = policy.read()
    (fault,) = problem.faults
    assert (fault.file, fault.place) == ("policy.toml", key)
    assert expected in fault.expected
    assert key in problem.text()
    meant = key.replace("requird", "required")
    assert getattr(found, meant) == getattr(STRICT, meant)
    if "idle" not in key:
        assert found.idle_lock_minutes == 7


def test_every_fault_is_told(rules: Lay) -> None:
    rules("encryption_required = 1\nminimum_strength = 9\nunheard_of = 3\n")
    found, (problem,) = policy.read()
    assert [fault.place for fault in problem.faults] == [
        "encryption_required",
        "minimum_strength",
        "unheard_of",
    ]
    assert found == Policy(encryption_required=True, minimum_strength=3)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"encryption_required = ", "Correct TOML"),
        (b"encryption_required = true # \xe9", "UTF-8"),
        (b"\xff\xfee\x00", "UTF-8"),
        (b"# " + b"x\n# " * 100_000, "at most 256 KB"),
        (b"x = " + b"[" * 2000, "lie less deep"),
        (b"x = " + b"9" * 3999, "at most 4000"),
    ],
)
def test_a_file_that_is_no_rules_at_all_makes_everything_strict(
    rules: Lay, content: bytes, expected: str
) -> None:
    place = rules("")
    place.write_bytes(content)
    found, (problem,) = policy.read()
    assert expected in problem.text()
    assert found == STRICT


def test_a_folder_in_the_place_of_the_rules_is_told(rules: Lay) -> None:
    place = rules("")
    place.unlink()
    place.mkdir()
    found, (problem,) = policy.read()
    assert found == STRICT
    assert "not a folder" in problem.text()


@pytest.mark.parametrize("name", ["ring", "ring/policy.toml"])
def test_rules_that_may_not_be_looked_at_are_not_taken_for_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "ring").symlink_to(tmp_path / "ring")  # it is there, and nobody can read it
    monkeypatch.setattr(paths, "system_policy", lambda: tmp_path / name)
    found, (problem,) = policy.read()
    assert found == STRICT
    assert "can be read" in problem.text()
