"""Joining what another program put in the place of an open file."""

import shutil
from pathlib import Path

import pytest

from coachapp.document import Document
from coachapp.domain import edits
from coachapp.domain.copies import advanced
from coachapp.domain.portfolio import Activity
from coachapp.storage import joining
from coachapp.storage.faults import FileReplaced
from coachapp.storage.file import create
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
