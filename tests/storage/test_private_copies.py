"""A copy for another program is for its owner only, and goes again; also after the program was killed."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from coachapp import paths
from coachapp.storage import creation, evidence, evidence_faults, private_copies
from coachapp.storage.faults import NotCreated
from coachapp.storage.file import PortfolioFile, open_file
from tests import portfolios

HOLDS = """
import sys
from pathlib import Path
from coachapp import paths
paths.data_dir = lambda: Path(sys.argv[2])
from coachapp.storage import evidence, private_copies
from coachapp.storage.file import open_file
opened = open_file(Path(sys.argv[1]), None)
taken = evidence.take_bytes(opened, "letter.txt", b"Dear colleague")
print(private_copies.make(opened, taken.digest, "letter.txt"), flush=True)
sys.stdin.read()
"""


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "data"
    monkeypatch.setattr(paths, "data_dir", lambda: folder)
    yield folder
    private_copies.remove()


@pytest.fixture
def opened(path: Path) -> Iterator[PortfolioFile]:
    creation.make(path, portfolios.empty(), None)
    with closing(open_file(path, None)) as file:
        yield file


def everything(folder: Path) -> list[Path]:
    return [one for one in folder.rglob("*") if one.name != "open"]


def test_a_copy_is_the_same_and_for_its_owner_only(opened: PortfolioFile, data: Path) -> None:
    taken = evidence.take_bytes(opened, "x", b"Dear colleague")
    made = private_copies.make(opened, taken.digest, "letter.txt")
    assert made.read_bytes() == b"Dear colleague"
    assert made.name == "letter.txt"
    if os.name == "posix":
        assert stat.S_IMODE(made.stat().st_mode) == 0o400
        folders = [data / "open", *(one for one in made.parents if data / "open" in one.parents)]
        assert {stat.S_IMODE(folder.stat().st_mode) for folder in folders} == {0o700}


def test_a_hostile_name_stays_in_its_folder(opened: PortfolioFile, data: Path) -> None:
    taken = evidence.take_bytes(opened, "x", b"Dear colleague")
    for name in ("../../letter.txt", "/etc/letter.txt", "a\x00b.txt", "x" * 300 + ".txt", "CON"):
        assert data / "open" in private_copies.make(opened, taken.digest, name).parents


def test_all_copies_go_with_what_another_program_put_beside_them(opened: PortfolioFile, data: Path) -> None:
    taken = evidence.take_bytes(opened, "x", b"Dear colleague")
    for _turn in range(2):
        made = private_copies.make(opened, taken.digest, "letter.odt")
        private_copies.make(opened, taken.digest, "letter.odt")
        (made.parent / ".~lock.letter.odt#").touch()
        private_copies.remove()
        assert everything(data) == []


def test_what_is_damaged_leaves_no_copy(opened: PortfolioFile, data: Path) -> None:
    taken = evidence.take_bytes(opened, "x", b"Dear colleague")
    opened.put(lambda c: c.exec_driver_sql("UPDATE chunks SET data = x'00'"))
    with pytest.raises(evidence_faults.Lost):
        private_copies.make(opened, taken.digest, "letter.txt")
    assert not any(one.is_file() and one.suffix != ".lock" for one in everything(data))


def test_a_folder_that_can_not_be_made_is_explained(opened: PortfolioFile, data: Path) -> None:
    taken = evidence.take_bytes(opened, "x", b"Dear colleague")
    data.mkdir()
    (data / "open").touch()
    with pytest.raises(NotCreated, match=r"letter\.txt"):
        private_copies.make(opened, taken.digest, "letter.txt")
    private_copies.remove_left()


def test_a_lock_that_was_left_without_a_folder_goes_too(data: Path) -> None:
    (data / "open").mkdir(parents=True)
    (data / "open" / "0a1b2c3d.lock").touch()
    private_copies.remove_left()
    assert everything(data) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_the_next_start_removes_what_a_killed_program_left_and_only_that(path: Path, data: Path) -> None:
    creation.make(path, portfolios.empty(), None)
    other = [sys.executable, "-c", HOLDS, str(path), str(data)]
    with subprocess.Popen(other, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout
        left = Path(program.stdout.readline().strip())
        private_copies.remove_left()
        assert left.read_bytes() == b"Dear colleague"
        program.send_signal(signal.SIGKILL)
        program.wait()
    private_copies.remove_left()
    assert everything(data) == []
