"""A portfolio goes to another file whole: with its history, its bin and all its evidence."""

import os
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from coachapp.document import Document
from coachapp.domain import edits
from coachapp.domain.portfolio import Activity, Evidence, Portfolio
from coachapp.domain.values import new_id
from coachapp.storage import creation, evidence, joining, past, restoring
from coachapp.storage.faults import NotCreated, NotOpen
from coachapp.storage.file import PortfolioFile, open_file
from tests import portfolios
from tests.document.copies import told

Made = Callable[[Portfolio], PortfolioFile]


def save(file: PortfolioFile, document: Document) -> None:
    file.save(document.saved, document.portfolio, document.unsaved())
    document.mark_saved(document.portfolio)


def kept(*asked: Any) -> PortfolioFile:
    """All of it, in another file."""
    file, is_whole = restoring.keep(*asked)
    assert is_whole
    return file


def worked_in(file: PortfolioFile) -> tuple[Document, str]:
    """One thing is there, one in the bin, and a letter is only in the bin; all of it is saved."""
    document, digest = Document(file.portfolio), evidence.take_bytes(file, "x", b"a letter").digest
    kept, gone = Activity(new_id(), "Kept"), Activity(new_id(), "Gone")
    letter = Evidence(new_id(), "letter.pdf", digest, 8)
    document.apply("Add", edits.add(kept, gone, letter))
    document.apply("Remove", edits.remove(Activity, (gone.id,)))
    document.apply("Remove", edits.remove(Evidence, (letter.id,)))
    save(file, document)
    return document, digest


def test_nothing_stays_behind(made: Made, tmp_path: Path) -> None:
    with closing(made(portfolios.empty())) as file:
        document, digest = worked_in(file)
        document.apply("Not saved yet", edits.add(Activity(new_id(), "Later")))
        saved, steps = document.saved, document.unsaved()
        with closing(kept(file, saved, steps, tmp_path / "copy.coach", None)) as copy:
            save(file, document)
            assert told(joining.copy_of(copy, copy.portfolio)) == told(
                joining.copy_of(file, document.portfolio)
            )
            assert b"".join(evidence.pieces(copy, digest, "x")) == b"a letter"


def test_typing_that_goes_on_is_one_step_in_the_other_file_too(made: Made, tmp_path: Path) -> None:
    with closing(made(portfolios.empty())) as file:
        document = Document(file.portfolio)
        document.apply("Type", lambda p: replace(p, question="W"), merge="question")
        save(file, document)
        document.apply("Type", lambda p: replace(p, question="Wat"), merge="question")
        saved, steps = document.saved, document.unsaved()
        with closing(kept(file, saved, steps, tmp_path / "copy.coach", None)) as copy:
            changes = joining.copy_of(copy, copy.portfolio).changes
    assert [(one.label, one.writes[0].now) for one in changes] == [("Type", {"question": "Wat"})]


def test_what_is_saved_meanwhile_is_in_it_once(made: Made, tmp_path: Path) -> None:
    with closing(made(portfolios.empty())) as file:
        document, _digest = worked_in(file)
        document.apply("Saved meanwhile", edits.add(Activity(new_id(), "Later")))
        saved, steps = document.saved, document.unsaved()
        save(file, document)
        with closing(kept(file, saved, steps, tmp_path / "copy.coach", None)) as copy:
            assert told(joining.copy_of(copy, copy.portfolio)) == told(
                joining.copy_of(file, document.portfolio)
            )


def test_what_a_guest_did_is_history_in_the_first_file(tmp_path: Path) -> None:
    document = Document(portfolios.empty())
    document.apply("Add", edits.add(Activity(new_id(), "Mine")))
    saved, steps = document.saved, document.unsaved()
    with closing(kept(None, saved, steps, tmp_path / "first.coach", None)) as file:
        assert file.portfolio == document.portfolio
        assert [one.label for one in joining.copy_of(file, file.portfolio).changes] == ["Add"]


@pytest.mark.parametrize("is_gone", [False, True])
def test_a_file_that_is_gone_comes_back_in_its_place_whole(is_gone: bool, tmp_path: Path) -> None:
    path = tmp_path / "mine.coach"
    creation.make(path, portfolios.empty(), None)
    with closing(open_file(path, None)) as file:
        document, digest = worked_in(file)
        before = told(joining.copy_of(file, document.portfolio))
        place = path if is_gone else tmp_path / "other.coach"
        if is_gone:
            path.unlink()
        with closing(kept(file, document.saved, (), place, None)) as new:
            assert told(joining.copy_of(new, new.portfolio)) == before
            assert b"".join(evidence.pieces(new, digest, "x")) == b"a letter"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_full_disk_is_told_and_leaves_nothing(made: Made, tmp_path: Path) -> None:
    import resource  # noqa: PLC0415 - Windows has none

    (tmp_path / "to").mkdir()
    with closing(made(portfolios.empty())) as file:
        evidence.take_bytes(file, "x", bytes(2_000_000))
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, before[1]))
        try:
            with pytest.raises(NotCreated, match=r"copy\.coach"):
                kept(file, file.portfolio, (), tmp_path / "to" / "copy.coach", None)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert list((tmp_path / "to").iterdir()) == []


@pytest.mark.parametrize("what", ["all", "a file"])
def test_what_cannot_be_read_stays_behind_and_that_is_said(what: str, made: Made, tmp_path: Path) -> None:
    with closing(made(portfolios.empty())) as file:
        document, _digest = worked_in(file)
        if what == "a file":
            file.put(lambda connection: connection.exec_driver_sql("UPDATE chunks SET data = x'00'"))
        else:
            file.path.write_bytes(os.urandom(file.path.stat().st_size))
        new, is_whole = restoring.keep(file, document.saved, (), tmp_path / "copy.coach", None)
        with closing(new):
            assert not is_whole
            assert new.portfolio == document.portfolio
            assert len(joining.copy_of(new, new.portfolio).changes) == (3 if what == "a file" else 0)


def test_joining_brings_the_rest_when_it_can_be_read_again(made: Made, tmp_path: Path) -> None:
    with closing(made(portfolios.empty())) as file:
        document, digest = worked_in(file)
        before, key, path = joining.copy_of(file, document.portfolio), file.key, file.path
        sound = path.read_bytes()
        path.write_bytes(os.urandom(len(sound)))
        new, _is_whole = restoring.keep(file, document.saved, (), tmp_path / "copy.coach", None)
    path.write_bytes(sound)
    with closing(new), closing(open_file(path, key, read_only=True)) as old:
        both = joining.copy_of(new, joining.join(new, new.portfolio, old, "laptop"))
        assert (both.changes, both.removed) == (before.changes, before.removed)
        assert evidence.is_sound(new, digest)


def test_what_is_to_be_forgotten_and_is_not_saved_yet_stays_out(made: Made, tmp_path: Path) -> None:
    with closing(made(portfolios.empty())) as file:
        document, _digest = worked_in(file)
        document.apply("Forget", edits.describe(history_since="9999-01-01"))
        new = kept(file, document.saved, document.unsaved(), tmp_path / "new.coach", None)
    with closing(new):
        assert past.history(new) == ()


def test_nothing_is_read_of_a_file_that_was_closed(made: Made) -> None:
    file = made(portfolios.empty())
    file.close()
    with pytest.raises(NotOpen):
        past.history(file)
