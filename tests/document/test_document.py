"""The open portfolio: undo and redo with names, one step for one thing typed, and what is saved."""

import pytest

from coachapp.document import Document
from coachapp.domain import edits
from coachapp.domain.portfolio import Activity, Portfolio
from coachapp.domain.values import Stamp
from coachapp.errors import EmptyText
from tests.portfolios import many


@pytest.fixture
def document() -> Document:
    return Document(many(10), device="here")


def titled(document: Document, title: str, merge: str | None = None) -> None:
    first = document.portfolio.activities[0].id
    document.apply(f"Rename to {title}", edits.change(Activity, [first], title=title), merge)


def title(document: Document) -> str:
    return document.portfolio.activities[0].title


def test_nothing_is_there_to_undo_at_first(document: Document) -> None:
    before = document.portfolio
    document.undo()
    document.redo()
    assert document.portfolio is before
    assert (document.undo_label, document.redo_label, document.is_saved) == ("", "", True)


def test_each_change_can_be_undone_and_redone_by_its_name(document: Document) -> None:
    opened = document.portfolio
    titled(document, "A")
    titled(document, "B")
    assert (document.undo_label, document.redo_label) == ("Rename to B", "")
    document.undo()
    assert (title(document), document.undo_label, document.redo_label) == ("A", "Rename to A", "Rename to B")
    document.undo()
    assert document.portfolio == opened
    document.redo()
    document.redo()
    assert (title(document), document.undo_label, document.redo_label) == ("B", "Rename to B", "")


def test_a_new_change_ends_what_could_be_redone(document: Document) -> None:
    titled(document, "A")
    document.undo()
    titled(document, "B")
    assert document.redo_label == ""
    document.redo()
    assert title(document) == "B"


def test_a_change_for_good_is_no_step_and_holds_on_both_sides_of_all_others(document: Document) -> None:
    titled(document, "A")
    titled(document, "B")
    document.undo()
    document.amend("For good", edits.describe(question="Blijf ik?"))
    assert (title(document), document.undo_label, document.redo_label) == ("A", "Rename to A", "Rename to B")
    assert not document.is_saved
    document.redo()
    assert (title(document), document.portfolio.question) == ("B", "Blijf ik?")
    document.undo()
    document.undo()
    assert document.portfolio.question == "Blijf ik?"


def test_a_change_that_changes_nothing_is_no_step(document: Document) -> None:
    told: list[Portfolio] = []
    document.on_change(lambda _before, after: told.append(after))
    titled(document, title(document))
    assert (document.undo_label, told, document.is_saved) == ("", [], True)


def test_a_refused_change_leaves_everything_as_it_was(document: Document) -> None:
    titled(document, "A")
    document.undo()
    before = document.portfolio
    with pytest.raises(EmptyText):
        titled(document, " ")
    assert document.portfolio is before
    assert document.redo_label == "Rename to A"


def test_what_is_typed_in_one_go_is_one_step(document: Document) -> None:
    opened = document.portfolio
    for typed in ("L", "Le", "Les"):
        titled(document, typed, merge="title 1")
    document.undo()
    assert document.portfolio == opened
    document.redo()
    assert title(document) == "Les"


def test_typing_elsewhere_or_after_an_undo_is_a_step_of_its_own(document: Document) -> None:
    titled(document, "A", merge="one")
    titled(document, "B", merge="other")
    titled(document, "C")
    titled(document, "D")
    for expected in ("C", "B", "A"):
        document.undo()
        assert title(document) == expected
    titled(document, "E", merge="one")
    document.undo()
    assert title(document) == "A"


def test_whoever_wants_to_know_hears_of_each_change_until_they_stop(document: Document) -> None:
    told: list[tuple[str, str]] = []
    stop = document.on_change(lambda a, b: told.append((a.activities[0].title, b.activities[0].title)))
    first = title(document)
    titled(document, "A")
    document.undo()
    stop()
    document.redo()
    assert told == [(first, "A"), ("A", first)]


def test_one_listener_may_stop_while_all_are_told(document: Document) -> None:
    told: list[str] = []
    stops = [document.on_change(lambda *_: (told.append("first"), stops[0]())[0])]
    document.on_change(lambda *_: told.append("second"))
    titled(document, "A")
    titled(document, "B")
    assert told == ["first", "second", "second"]


def test_it_is_saved_only_while_the_file_has_this_very_value(document: Document) -> None:
    titled(document, "A")
    written = document.portfolio
    assert not document.is_saved
    titled(document, "B")
    document.mark_saved(written)
    assert not document.is_saved
    document.mark_saved(document.portfolio)
    assert document.is_saved
    document.undo()
    assert not document.is_saved
    assert document.saved is not document.portfolio


def test_every_step_counts_on_under_the_name_of_this_session(document: Document) -> None:
    titled(document, "A")
    document.undo()
    document.redo()
    assert document.portfolio.clock == Stamp(3, "here")
    devices = {Document(many(1)) for _ in range(2)}
    for one in devices:
        titled(one, "A")
    assert len({one.portfolio.clock.device for one in devices}) == 2
