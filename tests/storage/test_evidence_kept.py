"""Bytes of evidence stay as long as anything can bring them back, and are the same, whatever they are."""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachapp.document import Document
from coachapp.domain import edits
from coachapp.domain.portfolio import Activity, Evidence, Portfolio
from coachapp.domain.values import new_id
from coachapp.storage import contents, creation, evidence, past
from coachapp.storage.faults import ReadOnly
from coachapp.storage.file import PortfolioFile, open_file
from coachapp.storage.keys import Key
from tests import portfolios

Made = Callable[[Portfolio], PortfolioFile]
PIECE = evidence.PIECE


def save(opened: PortfolioFile, document: Document) -> None:
    opened.save(document.saved, document.portfolio, document.unsaved())
    document.mark_saved(document.portfolio)


def whole(opened: PortfolioFile, digest: str) -> bytes:
    return b"".join(evidence.pieces(opened, digest, "x"))


@pytest.mark.parametrize("key", ["encrypted"], indirect=True)
def test_any_bytes_come_out_as_they_went_in(made: Made, tmp_path: Path) -> None:
    lengths = st.sampled_from((0, 1, PIECE - 1, PIECE, PIECE + 1, 16 * PIECE, 17 * PIECE + 5))
    texts = st.binary(max_size=400)
    source, out = tmp_path / "in", tmp_path / "out"
    with closing(made(portfolios.empty())) as opened:

        @settings(
            max_examples=25,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
        )
        @given(texts, lengths)
        def check(text: bytes, length: int) -> None:
            data = (text or b"\0") * (length // max(len(text), 1) + 1)
            source.write_bytes(data)
            taken = evidence.take_in(opened, source)
            assert evidence.take_bytes(opened, "again", data) == taken
            evidence.save_as(opened, taken.digest, out)
            assert out.read_bytes() == data

        check()


def test_undo_brings_back_the_bytes_of_what_was_removed_for_good(made: Made) -> None:
    with closing(made(portfolios.empty())) as opened:
        document = Document(opened.portfolio)
        taken = evidence.take_bytes(opened, "letter", b"Dear colleague")
        item = Evidence(new_id(), "letter", taken.digest, taken.size)
        document.apply("Add", edits.add(item))
        document.apply("Remove", edits.remove(Evidence, [item.id]))
        save(opened, document)
        past.forget(opened, [item.id])
        document.undo()
        save(opened, document)
        assert whole(opened, taken.digest) == b"Dear colleague"


def test_emptying_the_bin_keeps_what_was_just_copied_in(made: Made) -> None:
    with closing(made(portfolios.empty())) as opened:
        document = Document(opened.portfolio)
        taken = evidence.take_bytes(opened, "letter", b"Dear colleague")
        past.forget(opened, [new_id()])
        document.apply("Add", edits.add(Evidence(new_id(), "letter", taken.digest, taken.size)))
        save(opened, document)
        assert whole(opened, taken.digest) == b"Dear colleague"


@pytest.mark.parametrize(
    "lost",
    [
        ("DELETE FROM writes",),
        ("UPDATE tombstones SET content = '', written = ''", "DELETE FROM writes WHERE was = ''"),
        ("UPDATE tombstones SET content = '', written = ''", "DELETE FROM writes WHERE now = ''"),
        ("UPDATE tombstones SET content = '', written = ''", "DELETE FROM writes"),
    ],
    ids=["only the bin", "only what was", "only what became", "nothing"],
)
def test_bytes_go_only_when_neither_the_bin_nor_the_history_has_them(
    made: Made, lost: tuple[str, ...], request: pytest.FixtureRequest
) -> None:
    with closing(made(portfolios.empty())) as opened:
        document = Document(opened.portfolio)
        taken = evidence.take_bytes(opened, "letter", b"Dear colleague")
        item = Evidence(new_id(), "letter", taken.digest, taken.size)
        document.apply("Add", edits.add(item))
        document.apply("Remove", edits.remove(Evidence, [item.id]))
        save(opened, document)
        for statement in lost:
            opened.put(lambda connection, statement=statement: connection.exec_driver_sql(statement))
        evidence.tidy(opened)
        assert bool(evidence.sizes(opened)) == ("nothing" not in request.node.callspec.id)


def test_older_versions_keep_their_bytes(made: Made) -> None:
    with closing(made(portfolios.empty())) as opened:
        document = Document(opened.portfolio)
        first, second = (evidence.take_bytes(opened, "plan.txt", data) for data in (b"one", b"two"))
        old = Evidence(new_id(), "plan.txt", first.digest, first.size)
        new = Evidence(new_id(), "plan.txt", second.digest, second.size)
        document.apply("Add", edits.add(old))
        newer = edits.change(Evidence, [old.id], newer_id=new.id)
        document.apply("Newer", edits.in_order(edits.add(new), newer))
        save(opened, document)
        opened.put(contents.sweep)
        assert (whole(opened, first.digest), whole(opened, second.digest)) == (b"one", b"two")


def test_a_portfolio_that_is_open_to_look_takes_nothing_and_gives_everything(
    made: Made, path: Path, key: Key | None, tmp_path: Path
) -> None:
    with closing(made(portfolios.empty())) as opened:
        taken = evidence.take_bytes(opened, "letter", b"Dear colleague")
    with closing(open_file(path, key, read_only=True)) as opened:
        with pytest.raises(ReadOnly):
            evidence.take_bytes(opened, "other", b"other")
        evidence.save_as(opened, taken.digest, tmp_path / "out")
    assert (tmp_path / "out").read_bytes() == b"Dear colleague"


BIG = """
import resource, sys
from pathlib import Path
from coachapp.storage import evidence
from coachapp.storage.file import open_file
with __import__("contextlib").closing(open_file(Path(sys.argv[1]), None)) as opened:
    evidence.take_bytes(opened, "small", b"small")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    taken = evidence.take_in(opened, Path(sys.argv[2]))
    evidence.save_as(opened, taken.digest, Path(sys.argv[3]))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="counts memory in kilobytes")
def test_fifty_megabytes_go_in_and_out_in_a_small_part_of_that_memory(path: Path, tmp_path: Path) -> None:
    creation.make(path, portfolios.empty(), None)
    big, out = tmp_path / "big", tmp_path / "out"
    big.write_bytes(os.urandom(evidence.MOST))
    run = [sys.executable, "-c", BIG, str(path), str(big), str(out)]
    more = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    assert int(more) < 25_000
    assert out.read_bytes() == big.read_bytes()


def test_bytes_of_a_removed_activity_stay_with_it_in_the_bin_and_go_when_it_is_removed_for_good(
    made: Made,
) -> None:
    with closing(made(portfolios.many(2))) as opened:
        document = Document(opened.portfolio)
        activity = document.portfolio.activities[0]
        taken = evidence.take_bytes(opened, "letter", b"Dear colleague")
        item = Evidence(new_id(), "letter", taken.digest, taken.size, activity_id=activity.id)
        document.apply("Add", edits.add(item))
        document.apply("Remove", edits.remove(Activity, [activity.id]))
        save(opened, document)
        evidence.tidy(opened)
        assert whole(opened, taken.digest) == b"Dear colleague"
        (removal,) = past.removals(opened)
        past.forget(opened, [one.id for one in removal.items])
        evidence.tidy(opened)
        assert evidence.sizes(opened) == {}
