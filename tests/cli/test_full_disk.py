"""Commands on a disk that is full: told with what to do, and the file is as it was."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.journeys import faults

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="mounts a disk")

NEXT = "The disk is full. Try it again when that is solved."


@pytest.fixture
def stick(tmp_path: Path) -> Iterator[Path]:
    with faults.small_disk(tmp_path / "stick") as place:
        yield place


def test_a_list_that_does_not_fit_changes_nothing(stick: Path, tmp_path: Path, run: Run, fail: Run) -> None:
    file, lines = stick / "mine.coach", tmp_path / "list.txt"
    run("new", file, "--owner", "T. Est", "--no-passphrase")
    lines.write_text("".join(f"- Club {number} {'with a long name ' * 9}\n" for number in range(99)))
    before = file.read_bytes()
    mend = faults.full_disk(file)
    assert fail("import", file, lines) == f"“mine.coach” is as it was: nothing was changed. {NEXT}"
    assert file.read_bytes() == before
    mend()
    assert "99" in run("import", file, lines)
