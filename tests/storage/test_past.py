"""History and bin in a real file: what is kept, how long, and what is forgotten for good."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, text, update

from coachapp.document import Document
from coachapp.domain import edits, history
from coachapp.domain.board_then import Snapshot, snapshot_of
from coachapp.domain.portfolio import Activity, Placement, Variant
from coachapp.domain.removals import forgotten
from coachapp.domain.values import Cell, Stamp, new_id
from coachapp.storage import file, mapping, past
from coachapp.storage.faults import DamagedFile
from coachapp.storage.file import PortfolioFile
from coachapp.storage.statements import put
from coachapp.storage.tables import METADATA
from tests.portfolios import empty

WORK = Activity("a" * 32, "MR-lid")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[PortfolioFile]:
    opened = file.create(tmp_path / "mine.coach", replace(empty(), activities=(WORK,)), None)
    yield opened
    opened.close()


@pytest.fixture
def document(store: PortfolioFile) -> Document:
    return Document(store.portfolio)


def save(document: Document, store: PortfolioFile) -> None:
    store.save(document.saved, document.portfolio, document.unsaved())
    document.mark_saved(document.portfolio)


def describe(document: Document, words: str) -> None:
    document.apply("Describe", edits.change(Activity, [WORK.id], description=words), "typing")


def test_typing_that_goes_on_over_several_saves_is_one_change(
    document: Document, store: PortfolioFile
) -> None:
    for words in ("A", "A w", "A wo"):
        describe(document, words)
        save(document, store)
    describe(document, "A wor")
    document.unsaved()
    describe(document, "A word")
    save(document, store)
    (change,) = past.history(store)
    (write,) = change.writes
    assert (write.was, write.now) == ({"description": ""}, {"description": "A word"})
    assert history.as_on(document.portfolio, [change], "2000-01-01").activities == (WORK,)


def test_typing_after_an_undo_is_a_change_of_its_own(document: Document, store: PortfolioFile) -> None:
    describe(document, "A")
    save(document, store)
    document.undo()
    describe(document, "B")
    save(document, store)
    assert [change.label for change in past.history(store)] == ["Describe", "Undo: Describe", "Describe"]


def long_ago(connection: Connection) -> None:
    day = dt.date.today() - dt.timedelta(days=91)  # noqa: DTZ011 - the owner's day
    connection.execute(update(METADATA.tables["tombstones"]).values(removed_on=day.isoformat()))


def in_bin(store: PortfolioFile) -> list[str]:
    """What can be put back, by what the file holds."""
    query = text("select id from tombstones where content != ''")
    return list(store.read(lambda connection: connection.execute(query).scalars().all()))


def after_a_save_in_another_session(store: PortfolioFile) -> list[str]:
    store.close()
    again = file.open_file(store.path, None)
    later = Document(again.portfolio)
    later.apply("Name", edits.describe(owner="Else"))
    save(later, again)
    again.close()
    with_bin = file.open_file(store.path, None, read_only=True)
    found = in_bin(with_bin)
    with_bin.close()
    return found


def test_the_first_save_of_a_session_empties_the_bin_of_what_lay_there_too_long(
    document: Document, store: PortfolioFile
) -> None:
    document.apply("Remove", edits.remove(Activity, [WORK.id]))
    save(document, store)
    store.put(long_ago)
    assert in_bin(store) == [WORK.id]
    assert after_a_save_in_another_session(store) == []


def test_what_was_removed_lately_stays_in_the_bin(document: Document, store: PortfolioFile) -> None:
    document.apply("Remove", edits.remove(Activity, [WORK.id]))
    save(document, store)
    assert after_a_save_in_another_session(store) == [WORK.id]


def test_a_card_that_waits_for_what_was_removed_stays_as_long_as_that(
    document: Document, store: PortfolioFile
) -> None:
    document.apply("Remove", edits.remove(Activity, [WORK.id]))
    save(document, store)
    store.put(lambda c: c.exec_driver_sql("UPDATE tombstones SET removed_on = '', waits = 1"))
    assert after_a_save_in_another_session(store) == [WORK.id]


def test_what_is_still_to_choose_stays_in_the_bin(document: Document, store: PortfolioFile) -> None:
    document.apply("Remove", edits.remove(Activity, [WORK.id]))
    save(document, store)
    store.put(long_ago)
    choice = Variant("activities", WORK.id, "", "true", Stamp(1, "b"))
    row = {"id": choice.id, **mapping.to_row(choice)}
    store.put(lambda connection: put(connection, METADATA.tables["variants"], (row,)))
    assert after_a_save_in_another_session(store) == [WORK.id]


def test_what_is_removed_for_good_is_nowhere_in_the_file_not_even_its_name(
    document: Document, store: PortfolioFile
) -> None:
    card = Placement(new_id(), WORK.id, Cell("leren", "micro"), why="Because I like chairs")
    document.apply("Place “MR-lid”", edits.place(card))
    document.apply("Why", edits.change(Placement, [card.id], why="Because of cupboards"))
    document.apply("Take “MR-lid” off", edits.take_off([card.id]))
    document.apply("Rename “MR-lid”", edits.change(Activity, [WORK.id], title="Voorzitter"))
    document.apply("Place “Other”", edits.add(Activity(new_id(), "Other")))
    document.apply("Remove “Voorzitter”", edits.remove(Activity, [WORK.id]))
    save(document, store)
    removal = next(one for one in past.removals(store) if one.name == "Voorzitter")
    past.forget(store, [item.id for item in removal.items])
    assert "Place “Other”" in [change.words for change in past.history(store)]
    assert [one.name for one in past.removals(store)] == []
    store.close()
    content = store.path.read_bytes()
    left = [words for words in ("MR-lid", "Voorzitter", "chairs", "cupboards") if words.encode() in content]
    assert left == []


def test_what_is_removed_for_good_is_on_no_board_of_an_earlier_day(
    document: Document, store: PortfolioFile
) -> None:
    """Not in the snapshots, their history, the bin, or what another copy said of them."""
    other = Activity(new_id(), "Excursie")
    document.apply("Add", edits.add(other))
    document.apply(
        "Place", edits.place(*(Placement(new_id(), a.id, Cell("leren", "micro")) for a in (WORK, other)))
    )
    kept, gone = (snapshot_of(document.portfolio, f"2025-0{n}-01") for n in (1, 2))
    document.apply("Keep", edits.add(kept, gone))
    document.apply("Drop", edits.remove(Snapshot, [gone.id]))
    save(document, store)
    variant = Variant("snapshots", kept.id, "board", json.dumps(kept.board), Stamp(1, "b"))
    document.adopt("Join", replace(document.portfolio, variants=(variant,)))
    document.apply("Remove “MR-lid”", edits.remove(Activity, [WORK.id]))
    save(document, store)
    removal = next(one for one in past.removals(store) if one.name == "MR-lid")
    ids = [item.id for item in removal.items]
    document.amend("Remove for good", forgotten(ids))
    save(document, store)

    past.forget(store, ids)

    assert [card.title for card in document.portfolio.snapshots[0].cards] == ["Excursie"]
    assert document.portfolio.variants == ()
    assert "Keep" in [change.words for change in past.history(store)]
    store.close()
    content = store.path.read_bytes()
    assert b"Excursie" in content
    assert b"MR-lid" not in content
    document.undo()
    assert WORK in document.portfolio.activities
    assert [card.title for card in document.portfolio.snapshots[0].cards] == ["Excursie"]


@pytest.mark.parametrize("at", ["", "2026", "2026-13-01T10:00", "2026-W01-1T10:00", "x" * 20])
def test_a_moment_that_does_not_exist_is_damage(document: Document, store: PortfolioFile, at: str) -> None:
    describe(document, "A")
    save(document, store)
    store.put(lambda connection: connection.execute(update(METADATA.tables["changes"]).values(made_at=at)))
    with pytest.raises(DamagedFile):
        past.history(store)


def test_a_name_of_a_change_that_fills_the_memory_is_damage(document: Document, store: PortfolioFile) -> None:
    describe(document, "A")
    save(document, store)
    store.put(lambda c: c.exec_driver_sql("UPDATE changes SET label = hex(zeroblob(3000000))"))
    with pytest.raises(DamagedFile):
        past.history(store)
