"""A file in the portfolio that was damaged on the disk: the others come out, and work goes on."""

import os
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from coachapp.document import Document
from coachapp.domain import edits
from coachapp.domain.portfolio import Activity
from coachapp.domain.values import new_id
from coachapp.errors import CoachError
from coachapp.storage import creation, evidence, evidence_faults
from coachapp.storage.connection import FAULTS
from coachapp.storage.file import PortfolioFile, open_file
from coachapp.storage.keys import Key
from tests import portfolios

PAGE = 4096
CONTENTS = [os.urandom(40_000) for _ in range(3)]


@pytest.fixture
def damaged(path: Path, key: Key | None) -> Iterator[tuple[PortfolioFile, list[str]]]:
    """An open file of which a page in the middle of the second content is noise."""
    creation.make(path, portfolios.empty(), key)
    with closing(open_file(path, key)) as file:
        digests = [evidence.take_bytes(file, "x", content).digest for content in CONTENTS]
    with path.open("r+b") as raw:
        raw.seek((path.stat().st_size // PAGE - 15) * PAGE)
        raw.write(os.urandom(PAGE))
    with closing(open_file(path, key)) as file:
        yield file, digests


def _read(file: PortfolioFile, digest: str) -> bytes:
    return b"".join(evidence.pieces(file, digest, "letter.pdf"))


def test_only_the_damaged_one_is_lost_and_it_is_called_by_its_name(
    damaged: tuple[PortfolioFile, list[str]],
) -> None:
    file, digests = damaged
    with pytest.raises(evidence_faults.Lost, match=r"letter\.pdf"):
        _read(file, digests[1])
    assert [_read(file, digest) for digest in (digests[0], digests[2])] == [CONTENTS[0], CONTENTS[2]]
    assert [evidence.is_sound(file, digest) for digest in digests] == [True, False, True]


def test_what_is_changed_after_a_look_at_it_is_saved(
    damaged: tuple[PortfolioFile, list[str]], path: Path, key: Key | None
) -> None:
    file, digests = damaged
    assert not evidence.is_sound(file, digests[1])
    document = Document(file.portfolio)
    for title in ("One", "Two"):
        document.apply("Add", edits.add(Activity(new_id(), title)))
        file.save(document.saved, document.portfolio, document.unsaved())
        document.mark_saved(document.portfolio)
    file.close()
    with closing(open_file(path, key)) as again:
        assert [one.title for one in again.portfolio.activities] == ["One", "Two"]


def test_the_sound_ones_go_along_with_a_copy(
    damaged: tuple[PortfolioFile, list[str]], tmp_path: Path
) -> None:
    file, digests = damaged
    creation.make(tmp_path / "copy.coach", file.portfolio, None)
    with closing(open_file(tmp_path / "copy.coach", None)) as copy:
        evidence.bring(file, copy)
        assert [evidence.is_sound(copy, digest) for digest in digests] == [True, False, True]


def test_work_is_saved_after_a_backup_that_met_the_damage(
    damaged: tuple[PortfolioFile, list[str]], tmp_path: Path
) -> None:
    file, digests = damaged
    with suppress(CoachError, *FAULTS):
        file.copy_to(tmp_path / "backup.coach")
    document = Document(file.portfolio)
    document.apply("Add", edits.add(Activity(new_id(), "Later")))
    file.save(document.saved, document.portfolio, document.unsaved())
    assert [evidence.is_sound(file, digest) for digest in digests] == [True, False, True]
