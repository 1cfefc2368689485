"""Files for the person: whole and on the disk before they have their name."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from coachapp.report import saving
from coachapp.storage import drafts


def _draft(path: Path) -> None:
    with drafts.written(path) as out:
        out.write(b"all of it")


@pytest.mark.parametrize("write", [_draft, lambda path: saving.save(b"all of it", path)])
def test_a_file_is_on_the_disk_before_it_has_its_name(
    write: Callable[[Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, synced, sync = tmp_path / "plan.pdf", list[bool](), os.fsync

    def fsync(descriptor: int) -> None:
        sync(descriptor)
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            synced.append(os.fstat(descriptor).st_size > 0 and not path.exists())

    monkeypatch.setattr(os, "fsync", fsync)
    write(path)
    assert synced == [True]
    assert path.read_bytes() == b"all of it"
    assert list(tmp_path.iterdir()) == [path]
