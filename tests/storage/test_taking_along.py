"""A portfolio that goes along on a stick: whole and proved there, or here as it was."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from coachapp import paths
from coachapp.document import Document
from coachapp.domain import copies, edits
from coachapp.domain.portfolio import Activity, Evidence
from coachapp.domain.values import new_id
from coachapp.storage import check, creation, evidence, joining, taking_along
from coachapp.storage.faults import AlreadyThere, WrongPassphrase
from coachapp.storage.file import PortfolioFile, open_file
from coachapp.storage.keys import Key
from coachapp.storage.taking_along import NotTakenAlong, StaysHere
from tests import portfolios
from tests.journeys import faults
from tests.storage.kills import Call, Target, Writer

POINTS = int(os.environ.get("COACHAPP_CALLS", "3"))
SHARED = Path("/dev/shm")  # a disk of its own, for whoever may mount none

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="takes a disk that Linux has")


@pytest.fixture(autouse=True)
def _at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path / "data")


@pytest.fixture
def stick() -> Iterator[Path]:
    with TemporaryDirectory(dir=SHARED, prefix="coachapp-") as place:
        yield Path(place)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Path]:
    with faults.small_disk(tmp_path / "small") as place:
        yield place


@pytest.fixture
def opened(path: Path, key: Key | None, tmp_path: Path) -> Iterator[PortfolioFile]:
    """With a history, something in the bin, and a piece of evidence."""
    (tmp_path / "letter").write_bytes(os.urandom(600_000))
    with closing(_made(path, key)) as file:
        document = Document(file.portfolio, "dev")
        taken = evidence.take_in(file, tmp_path / "letter")
        document.apply("Add", edits.add(Evidence(new_id(), "letter", taken.digest, taken.size)))
        document.apply("Drop", edits.remove(Activity, (file.portfolio.activities[0].id,)))
        file.save(document.saved, document.portfolio, document.unsaved())
    with closing(open_file(path, key)) as file:
        yield file


def _made(path: Path, key: Key | None) -> PortfolioFile:
    creation.make(path, portfolios.many(12), key)
    return open_file(path, key)


def take(file: PortfolioFile, folder: Path) -> Path:
    there = folder / file.path.name
    taking_along.write(file, file.portfolio, there, taking_along.disk(folder))
    return there


def left_on(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_copy_holds_all_and_opens_with_the_same_key(
    opened: PortfolioFile, stick: Path, key: Key | None
) -> None:
    there = take(opened, stick)
    with closing(open_file(there, key)) as copy:
        mine, theirs = (joining.copy_of(one, opened.portfolio) for one in (opened, copy))
        assert copies.same(mine, theirs)
        assert theirs.changes
        assert theirs.removed
        digest = opened.portfolio.evidence[0].digest
        assert b"".join(evidence.pieces(copy, digest, "")) == b"".join(evidence.pieces(opened, digest, ""))
    assert check.problems(there, key) == ()
    assert left_on(stick) == [there.name]


@pytest.mark.parametrize("key", ["encrypted"], indirect=True)
def test_another_passphrase_does_not_open_it(opened: PortfolioFile, stick: Path, key: Key) -> None:
    there = take(opened, stick)
    with pytest.raises(WrongPassphrase):
        open_file(there, Key(bytes(32), key.salt))


def test_nothing_on_the_stick_is_written_over(opened: PortfolioFile, stick: Path) -> None:
    there = stick / opened.path.name
    there.write_text("holiday")
    with pytest.raises(AlreadyThere):
        take(opened, stick)
    assert there.read_text() == "holiday"
    assert left_on(stick) == [there.name]


def test_a_folder_of_this_computer_is_no_stick(opened: PortfolioFile, tmp_path: Path) -> None:
    folder = tmp_path / "usb"
    folder.mkdir()
    with pytest.raises(StaysHere, match="on a disk of this computer"):
        take(opened, folder)
    assert left_on(folder) == []


def test_a_full_stick_is_told_and_left_as_it_was(opened: PortfolioFile, small: Path) -> None:
    faults.full_disk(small / "x")
    with pytest.raises(NotTakenAlong, match=r"nothing was erased\. The disk is full"):
        take(opened, small)
    assert left_on(small) == ["film"]
    assert opened.path.exists()


def test_a_stick_that_was_taken_out_is_not_taken_for_the_folder_where_it_was(
    opened: PortfolioFile, small: Path
) -> None:
    """The empty folder is on the disk of this computer."""
    on = taking_along.disk(small)
    subprocess.run(["umount", "-l", str(small)], check=True)
    with pytest.raises(NotTakenAlong, match="no longer connected"):
        taking_along.write(opened, opened.portfolio, small / "mine.coach", on)
    assert left_on(small) == []


def test_a_stick_that_goes_before_the_erasing_is_noticed(opened: PortfolioFile, small: Path) -> None:
    on, there = taking_along.disk(small), take(opened, small)
    taking_along.look_again(opened, opened.portfolio, there, on)
    subprocess.run(["umount", "-l", str(small)], check=True)
    with pytest.raises(NotTakenAlong, match="no longer connected"):
        taking_along.look_again(opened, opened.portfolio, there, on)


def test_a_copy_that_was_changed_meanwhile_is_noticed(opened: PortfolioFile, stick: Path) -> None:
    there = take(opened, stick)
    there.write_bytes(there.read_bytes()[:8192])
    with pytest.raises(NotTakenAlong, match="Here it is as it was"):
        taking_along.look_again(opened, opened.portfolio, there, taking_along.disk(stick))


def test_a_file_that_was_opened_on_the_stick_needs_no_copy(
    stick: Path, key: Key | None, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    with closing(_made(stick / "mine.coach", key)) as file:
        assert not taking_along.on_this_computer(file.path)
        taking_along.look_again(file, file.portfolio, file.path, taking_along.disk(stick))


strace = pytest.mark.skipif(not shutil.which("strace"), reason="strace isn't installed")


@pytest.fixture
def target(path: Path, real_key: Key, stick: Path) -> Target:
    _made(path, real_key).close()
    (path.parent / "stick").symlink_to(stick)
    return Target(path, real_key, portfolios.many(12), path.read_bytes())


def judge(writer: Writer, target: Target, stick: Path, said: dict[str, object]) -> None:
    """Here it is as it was; there it is whole, or isn't, and then it goes the next time."""
    assert target.path.read_bytes() == target.whole
    there = stick / target.path.name
    if there.exists() and not there.stat().st_size:
        there.unlink()  # a stick that knows no links and then fails may be left with the bare name
    if not there.exists():
        assert "saved" not in said
        assert "saved" in writer.run(target, "take_along_once")
    with closing(open_file(there, target.key)) as copy:
        assert copy.portfolio == target.before
    assert check.problems(there, target.key) == ()
    for one in stick.iterdir():
        one.unlink()


def some(calls: list[Call]) -> list[Call]:
    step = max(1, len(calls) // POINTS)
    return calls[step - 1 :: step]


@strace
@pytest.mark.timeout(60 + 20 * POINTS)
def test_a_kill_at_any_call_loses_nothing(writer: Writer, target: Target, stick: Path) -> None:
    judge(writer, target, stick, writer.traced(target, job="take_along_once"))
    for call, number in some(writer.calls()):
        heard = writer.traced(target, f"{call}:signal=SIGKILL:when={number}", job="take_along_once")
        assert heard["ended"] == -signal.SIGKILL, (call, number)
        judge(writer, target, stick, heard)


@strace
@pytest.mark.timeout(60 + 20 * POINTS)
@pytest.mark.parametrize(("error", "says"), [("ENOSPC", "The disk is full."), ("EIO", "gives an error.")])
def test_a_stick_that_fails_from_any_call_on_loses_nothing_and_that_is_explained(
    writer: Writer, target: Target, stick: Path, error: str, says: str
) -> None:
    writer.traced(target, job="take_along_once")
    names = [name for name, _number in writer.calls()]
    judge(writer, target, stick, {})
    failing = {"pwrite64", "write", "rename", "link", *(("fsync", "fdatasync") if error == "EIO" else ())}
    for at in some([("", at) for at, name in enumerate(names) if name in failing]):
        inject = [f"{name}:error={error}:when={1 + names[: at[1]].count(name)}+" for name in sorted(failing)]
        heard = writer.traced(target, *inject, job="take_along_once")
        assert heard["ended"] == 0
        told = str(heard.get("failed", ""))
        assert "saved" in heard or ("nothing was erased" in told and says in told), told
        judge(writer, target, stick, heard)


@strace
def test_a_stick_that_knows_no_links_takes_it_too(writer: Writer, target: Target, stick: Path) -> None:
    assert "saved" in writer.traced(target, "link:error=EPERM", job="take_along_once")
    assert left_on(stick) == [target.path.name]
    judge(writer, target, stick, {"saved": True})


@strace
@pytest.mark.timeout(60 + 20 * POINTS)
@pytest.mark.parametrize("protected", [True, False])
def test_a_stick_that_says_it_wrote_what_it_did_not_is_found_out(
    writer: Writer, target: Target, stick: Path, protected: bool
) -> None:
    if not protected:
        target.path.unlink()
        _made(target.path, None).close()
        target = Target(target.path, None, target.before, target.path.read_bytes())
    writer.traced(target, job="take_along_once")
    judge(writer, target, stick, {})
    writes = [number for name, number in writer.calls() if name == "pwrite64"]
    for number in writes[1 :: max(1, len(writes) // POINTS)]:
        said = writer.traced(target, f"pwrite64:retval=4096:when={number}", job="take_along_once")
        assert "nothing was erased" in str(said.get("failed", "")) or "saved" in said
        judge(writer, target, stick, said)
