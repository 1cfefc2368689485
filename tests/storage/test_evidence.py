"""Files that are copied in: the same bytes come out, once for each content, whole or not at all."""

import os
import sys
import tracemalloc
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from coachapp.document import Document
from coachapp.domain import edits
from coachapp.domain.portfolio import Activity, Evidence, Portfolio
from coachapp.domain.values import new_id
from coachapp.storage import check, contents, creation, evidence, evidence_faults, joining
from coachapp.storage.faults import AFolder, NoSuchFile, NotAFile
from coachapp.storage.file import PortfolioFile, open_file
from coachapp.storage.keys import Key
from tests import portfolios

Made = Callable[[Portfolio], PortfolioFile]
LARGE = 5 * evidence.PIECE * evidence.PIECES_AT_A_TIME // 4 + 17


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.pdf"
    path.write_bytes(os.urandom(LARGE))
    return path


def sparse(path: Path, size: int) -> None:
    with path.open("wb") as file:
        file.truncate(size)


def counts(file: PortfolioFile) -> tuple[int, int]:
    def look(connection: object) -> tuple[int, int]:
        count = "SELECT count(*) FROM {}"
        run = connection.exec_driver_sql  # type: ignore[attr-defined]
        return tuple(run(count.format(name)).scalar_one() for name in ("contents", "chunks"))  # type: ignore[return-value]

    return file.read(look)


def test_the_same_bytes_come_out(made: Made, letter: Path, tmp_path: Path) -> None:
    told: list[int] = []
    with closing(made(portfolios.empty())) as opened:
        taken = evidence.take_in(opened, letter, told.append)
        evidence.save_as(opened, taken.digest, tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").read_bytes() == letter.read_bytes()
    assert taken.size == LARGE
    assert told == sorted(told)
    assert told[-1] == LARGE


@pytest.mark.parametrize("size", [0, 1, evidence.PIECE, evidence.PIECE + 1])
def test_a_file_of_any_size_comes_out_as_it_was(made: Made, tmp_path: Path, size: int) -> None:
    path = tmp_path / "in"
    path.write_bytes(os.urandom(size))
    with closing(made(portfolios.empty())) as opened:
        taken = evidence.take_in(opened, path)
        assert b"".join(evidence.pieces(opened, taken.digest, "in")) == path.read_bytes()


def test_equal_content_is_kept_once(made: Made, letter: Path, tmp_path: Path) -> None:
    with closing(made(portfolios.empty())) as opened:
        first = evidence.take_in(opened, letter)
        before = counts(opened)
        assert evidence.take_bytes(opened, "again", letter.read_bytes()) == first
        assert counts(opened) == before


def test_changes_are_saved_while_a_file_is_copied_in(
    made: Made, path: Path, key: Key | None, letter: Path
) -> None:
    with closing(made(portfolios.empty())) as opened:
        document = Document(opened.portfolio)

        def save(_done: int) -> None:
            document.apply("Add", edits.add(Activity(new_id(), "Meanwhile")))
            opened.save(document.saved, document.portfolio, document.unsaved())
            document.mark_saved(document.portfolio)

        evidence.take_in(opened, letter, save)
    with closing(open_file(path, key)) as again:
        assert again.portfolio == document.portfolio


def test_who_stops_leaves_nothing(made: Made, letter: Path) -> None:
    with closing(made(portfolios.empty())) as opened:
        goes_on = iter([True] * 10)
        with pytest.raises(evidence_faults.Stopped):
            evidence.take_in(opened, letter, may_go_on=lambda: next(goes_on, False))
        assert counts(opened) == (0, 0)


def leave_unfinished(opened: PortfolioFile) -> None:
    opened.put(lambda c: c.exec_driver_sql("INSERT INTO contents VALUES (7, '', 0)"))
    opened.put(lambda c: c.exec_driver_sql(f"INSERT INTO chunks VALUES ({7 * 2**20}, 7, x'00')"))


def test_what_was_left_unfinished_goes_at_the_next_one(made: Made, tmp_path: Path) -> None:
    (tmp_path / "small").write_bytes(b"small")
    with closing(made(portfolios.empty())) as opened:
        leave_unfinished(opened)
        evidence.take_in(opened, tmp_path / "small")
        assert counts(opened) == (1, 1)


def test_what_was_left_unfinished_goes_at_closing(made: Made) -> None:
    with closing(made(portfolios.empty())) as opened:
        leave_unfinished(opened)
        evidence.tidy(opened)
        assert counts(opened) == (0, 0)


def test_a_file_that_changes_meanwhile_is_not_taken(made: Made, letter: Path) -> None:
    def grow(_done: int) -> None:
        with letter.open("ab") as more:
            more.write(b"more")

    with closing(made(portfolios.empty())) as opened:
        with pytest.raises(evidence_faults.ChangedMeanwhile):
            evidence.take_in(opened, letter, grow)
        assert counts(opened) == (0, 0)


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (lambda path: path.mkdir(), AFolder),
        (lambda _path: None, NoSuchFile),
        (os.mkfifo, NotAFile),
        (lambda path: sparse(path, evidence.MOST + 1), evidence_faults.TooLarge),
    ],
    ids=["folder", "nothing", "fifo", "too large"],
)
@pytest.mark.skipif(sys.platform == "win32", reason="no FIFOs there")
def test_what_can_not_be_taken_is_explained(
    made: Made, tmp_path: Path, make: Callable[[Path], object], fault: type[Exception]
) -> None:
    make(tmp_path / "x")
    with closing(made(portfolios.empty())) as opened, pytest.raises(fault):
        evidence.take_in(opened, tmp_path / "x")


def test_a_large_file_needs_little_memory(path: Path, tmp_path: Path) -> None:
    creation.make(path, portfolios.empty(), None)
    big = tmp_path / "big"
    sparse(big, evidence.MOST)
    with closing(open_file(path, None)) as opened:
        tracemalloc.start()
        evidence.take_in(opened, big)
        _now, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert most < 20_000_000


def test_a_damaged_piece_is_told(made: Made, tmp_path: Path) -> None:
    (tmp_path / "small").write_bytes(b"small")
    with closing(made(portfolios.empty())) as opened:
        taken = evidence.take_in(opened, tmp_path / "small")
        opened.put(lambda c: c.exec_driver_sql("UPDATE chunks SET data = x'00'"))
        with pytest.raises(evidence_faults.Lost):
            evidence.save_as(opened, taken.digest, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_bytes_go_when_nothing_refers_to_them(made: Made, tmp_path: Path) -> None:
    (tmp_path / "small").write_bytes(b"small")
    (tmp_path / "other").write_bytes(b"other")
    with closing(made(portfolios.empty())) as opened:
        taken = evidence.take_in(opened, tmp_path / "small")
        evidence.take_in(opened, tmp_path / "other")
        document = Document(opened.portfolio)
        item = Evidence(new_id(), "small", taken.digest, taken.size)
        document.apply("Add", edits.add(item))
        document.apply("Remove", edits.remove(Evidence, [item.id]))
        opened.save(document.saved, document.portfolio, document.unsaved())
        opened.put(contents.sweep)
        assert counts(opened) == (1, 1)
        opened.put(lambda c: [c.exec_driver_sql(f"DELETE FROM {name}") for name in ("tombstones", "writes")])
        opened.put(contents.sweep)
        assert counts(opened) == (0, 0)


def test_joining_brings_the_bytes(made: Made, path: Path, key: Key | None, tmp_path: Path) -> None:
    other = tmp_path / "other.coach"
    creation.make(other, portfolios.empty(), None)
    (tmp_path / "small").write_bytes(b"small")
    with closing(open_file(other, None)) as there:
        taken = evidence.take_in(there, tmp_path / "small")
        document = Document(there.portfolio)
        document.apply("Add", edits.add(Evidence(new_id(), "small", taken.digest, taken.size)))
        there.save(document.saved, document.portfolio, document.unsaved())
    with closing(made(portfolios.empty())) as here:
        with closing(open_file(other, None, read_only=True)) as there:
            joining.join(here, here.portfolio, there, "joint")
        assert b"".join(evidence.pieces(here, taken.digest, "small")) == b"small"
    assert check.problems(path, key) == ()
