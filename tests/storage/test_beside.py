"""Copies that sync programs leave are known by their names, and nothing else is."""

import platform
from pathlib import Path

import pytest

from coachapp.storage import beside

LEFT = (
    "Work (Jan's conflicted copy 2026-11-26).coach",
    "Work (conflicted copy 2026-11-26 140512).coach",
    "Work (conflicterend exemplaar van Jan 2026-11-26).coach",
    "Work (Jan's conflicterend exemplaar 2026-11-26).coach",
    "Work (conflicterende kopie 2026-11-26 140512).coach",
    "Work (Conflict).coach",
    "Work[Conflict].coach",
    "Work (SFConflict jan@school.nl 2026-01-01-12-00-00).coach",
    "Work_conflict-20260101-120000.coach",
    "Work_NAS_Jan-01-1200-2026_Conflict.coach",
    "Work.sync-conflict-20260101-120000-ABCDEFG.coach",
    "Work-DESKTOP-1234.coach",
    "Work-LAPTOP-AB12CD-2.coach",
    f"Work-{platform.node()}.coach",
    "Work (1).coach",
    "Work (kopie van Jan).coach",
    "Work (copy).coach",
)
OTHERS = (
    "Work.coach",
    "Work 2.coach",
    "Work-2026.coach",
    "Work (2026).coach",
    "Work conflict at school.coach",
    "Workshop (1).coach",
    "Work (1).txt",
    "Work.coach.lock",
    "Work (1).coach-journal",
    "other.coach",
)


@pytest.mark.parametrize("name", LEFT)
def test_a_copy_is_known_by_its_name_and_leads_to_the_first(name: str) -> None:
    assert beside.among("Work.coach", [*OTHERS, name]) == [name]
    assert beside.among(name, OTHERS) == ["Work.coach"]


def test_all_in_the_folder_are_found_and_none_where_there_is_no_folder(tmp_path: Path) -> None:
    for name in (*LEFT, *OTHERS):
        (tmp_path / name).touch()
    found = beside.conflict_copies(tmp_path / "Work.coach")
    assert {path.name for path in found} == set(LEFT)
    assert beside.conflict_copies(tmp_path / "gone" / "Work.coach") == ()
