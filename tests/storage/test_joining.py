"""Joining what another program put in the place of an open file."""

import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from coachapp.document import Document
from coachapp.domain import edits
from coachapp.domain.copies import advanced
from coachapp.domain.for_reader import starting_point
from coachapp.domain.merging import joined
from coachapp.domain.portfolio import Activity, Evidence
from coachapp.domain.remembered import chosen_for, remember
from coachapp.domain.values import new_id
from coachapp.storage import evidence, joining
from coachapp.storage.faults import FileReplaced
from coachapp.storage.file import PortfolioFile, create, open_file
from tests import portfolios
from tests.document.copies import told


def test_a_window_that_is_closed_meanwhile_leaves_the_replaced_file_as_it_is(tmp_path: Path) -> None:
    opened = create(tmp_path / "a.coach", portfolios.many(5), None)
    shutil.copyfile(opened.path, tmp_path / "other")
    (tmp_path / "other").replace(opened.path)
    before = opened.path.read_bytes()
    opened.close()
    with pytest.raises(FileReplaced):
        joining.go_on_in_its_place(opened, opened.portfolio, (), "0" * 8)
    assert opened.path.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["a.coach"]


def test_a_copy_with_steps_that_are_not_saved_is_what_the_file_holds_after_them(tmp_path: Path) -> None:
    """Typing goes on in a step that was saved, in one whose save is under way, and in one that waits."""
    opened = create(tmp_path / "a.coach", portfolios.many(5), None)
    document = Document(opened.portfolio, "here")
    first, second, *_others = (activity.id for activity in opened.portfolio.activities)

    def type_on(text: str) -> None:
        document.apply("Type", edits.change(Activity, [first], title=text), merge="typing")

    type_on("a")
    opened.save(document.saved, document.portfolio, document.unsaved())
    document.mark_saved(document.portfolio)
    for text in ("ab", "abc"):
        type_on(text)
    document.unsaved()  # handed over to a save that fails
    type_on("abcd")
    document.apply("Remove", edits.remove(Activity, [second]))
    steps = document.unsaved()
    assert len({step.replaces for step in steps} - {None}) == 2
    ahead = advanced(joining.copy_of(opened, document.saved), document.portfolio, steps)
    opened.save(document.saved, document.portfolio, steps)
    assert told(ahead) == told(joining.copy_of(opened, document.portfolio))
    opened.close()


def _worked_in(file: PortfolioFile, device: str) -> None:
    """Something is there, something in the bin, and a letter with it."""
    document, taken = Document(file.portfolio, device), evidence.take_bytes(file, "x", device.encode())
    document.apply("Add", edits.add(Evidence(new_id(), "letter", taken.digest, taken.size)))
    document.apply("Remove", edits.remove(Activity, [document.portfolio.activities[-1].id]))
    file.save(document.saved, document.portfolio, document.unsaved())
    file.portfolio = document.portfolio


def test_a_joined_file_holds_all_that_two_copies_know_and_joining_again_changes_nothing(
    tmp_path: Path,
) -> None:
    create(tmp_path / "a.coach", portfolios.many(5), None).close()
    shutil.copyfile(tmp_path / "a.coach", tmp_path / "b.coach")
    with (
        closing(open_file(tmp_path / "a.coach", None)) as a,
        closing(open_file(tmp_path / "b.coach", None)) as b,
    ):
        _worked_in(a, "desk")
        _worked_in(b, "phone")
        _worked_in(b, "stick")
        both = joined(joining.copy_of(a, a.portfolio), joining.copy_of(b, b.portfolio))
        after = joining.join(a, a.portfolio, b, "desk")
        copy = joining.copy_of(a, after)
        assert (after.activities, after.evidence) == (both.portfolio.activities, both.portfolio.evidence)
        assert (copy.removed, copy.changes) == (both.removed, both.changes)
        assert copy.seen == {**both.seen, "desk": after.clock.counter}
        assert all(evidence.is_sound(a, item.digest) for item in after.evidence)
        content = a.path.read_bytes()
        assert joining.join(a, after, b, "desk") is after
        assert a.path.read_bytes() == content


def test_history_that_one_copy_forgot_is_forgotten_in_what_is_joined(tmp_path: Path) -> None:
    create(tmp_path / "a.coach", portfolios.many(5), None).close()
    shutil.copyfile(tmp_path / "a.coach", tmp_path / "b.coach")
    with (
        closing(open_file(tmp_path / "a.coach", None)) as a,
        closing(open_file(tmp_path / "b.coach", None)) as b,
    ):
        _worked_in(a, "desk")
        document = Document(b.portfolio, "stick")
        document.apply("Forget", edits.describe(history_since="2999-01-01"))
        b.save(document.saved, document.portfolio, document.unsaved())
        b.portfolio = document.portfolio
        after = joining.join(a, a.portfolio, b, "desk")
        assert joining.copy_of(a, after).changes == ()


def test_what_either_of_two_files_leaves_out_for_a_reader_stays_out_when_they_are_joined(
    tmp_path: Path,
) -> None:
    create(tmp_path / "a.coach", portfolios.many(5), None).close()
    shutil.copyfile(tmp_path / "a.coach", tmp_path / "b.coach")
    with (
        closing(open_file(tmp_path / "a.coach", None)) as a,
        closing(open_file(tmp_path / "b.coach", None)) as b,
    ):
        for file, name in ((a, "goals"), (b, "actions")):
            start = starting_point("coach")
            document = Document(file.portfolio, name)
            document.apply("Choose", remember(replace(start, left_out=start.left_out | {name})))
            file.save(document.saved, document.portfolio, document.unsaved())
            file.portfolio = document.portfolio
        joining.join(a, a.portfolio, b, "desk")
    with closing(open_file(tmp_path / "a.coach", None)) as again:
        assert chosen_for(again.portfolio, "coach").left_out >= {"goals", "actions"}
