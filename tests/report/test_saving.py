"""A plan is written whole or not at all."""

import errno
import os
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from coachapp.errors import CoachError
from coachapp.report.faults import DiskFull, NoFolder, NotWritable
from tests import portfolios
from tests.report.reading import text, written

_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs /dev/full or modes")


def test_a_written_plan_is_alone_in_its_folder(tmp_path: Path) -> None:
    written(portfolios.empty(), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["plan.pdf"]


def test_a_new_plan_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    written(portfolios.empty("A. Old"), tmp_path)
    plan = text(written(portfolios.empty("B. New"), tmp_path).path)
    assert "B. New" in plan
    assert "A. Old" not in plan


@_linux
def test_only_the_writer_can_read_it(tmp_path: Path) -> None:
    assert written(portfolios.empty(), tmp_path).path.stat().st_mode & 0o777 == 0o600


def test_a_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoFolder, match="gone"):
        written(portfolios.empty(), tmp_path / "gone")


def test_a_plan_cannot_replace_a_folder(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").mkdir()
    with pytest.raises(NotWritable, match=r"plan\.pdf"):
        written(portfolios.empty(), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["plan.pdf"]


def test_a_full_disk_leaves_the_old_plan_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = written(portfolios.empty(), tmp_path).path.read_bytes()

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull, match="no room left"):
        written(portfolios.empty("Someone else"), tmp_path)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("plan.pdf", old)]


def test_plans_can_be_written_side_by_side_each_in_its_language(tmp_path: Path) -> None:
    plans: dict[str, Path] = {}
    faults: list[Any] = []

    def write_one(language: str) -> None:
        folder = tmp_path / language
        folder.mkdir()
        try:
            plans[language] = written(portfolios.many(40), folder, language).path
        except CoachError as error:
            faults.append(error)

    threads = [threading.Thread(target=write_one, args=(language,)) for language in ("nl", "en")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults
    assert "Leerlingen helpen leren" in text(plans["nl"])
    assert "Helping students learn" in text(plans["en"])
