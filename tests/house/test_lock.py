"""The lock is what pyproject.toml asks for, and says nothing about where it came from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / "requirements.lock.txt").read_text()
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
WANTED = [
    Requirement(line) for line in PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]
]
PINNED = [Requirement(line.rstrip("\\ ")) for line in LOCK.splitlines() if re.match(r"[a-z]", line)]


def test_the_lock_names_no_registry() -> None:
    assert "://" not in LOCK
    assert "--index" not in LOCK


def test_every_package_is_pinned_and_hashed() -> None:
    for entry in re.split(r"\n(?=[a-z])", LOCK):
        assert re.match(r"[\w.-]+==[\w.]+", entry), entry
        assert "--hash=sha256:" in entry, entry


@pytest.mark.parametrize("python", ["3.11.0", "3.12.0", "3.13.0"])
def test_the_lock_gives_what_the_project_asks_for(python: str) -> None:
    here = {"python_version": python.rsplit(".", 1)[0], "python_full_version": python}
    versions = {pin.name: pin.specifier for pin in PINNED if not pin.marker or pin.marker.evaluate(here)}
    for wanted in WANTED:
        if not wanted.marker or wanted.marker.evaluate(here):
            pinned = next(iter(versions[wanted.name.lower()])).version
            assert wanted.specifier.contains(pinned), wanted
