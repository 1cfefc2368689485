"""Joining what another program put in the place of an open file."""

import shutil
from pathlib import Path

import pytest

from coachapp.storage import joining
from coachapp.storage.faults import FileReplaced
from coachapp.storage.file import create
from tests import portfolios


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
