"""What can be done in a coach book, and what it shows without being asked."""

import datetime as dt

import pytest

from coachapp.domain.coach_book import edits
from coachapp.domain.coach_book.book import (
    KINDS,
    Ask,
    Check,
    CoachBook,
    Coachee,
    QuestionSet,
    Trajectory,
    WorkingNote,
    stamped,
)
from coachapp.domain.coach_book.finding import found
from coachapp.domain.coach_book.week import this_week
from coachapp.errors import CoachError, EmptyText, NotADate, NotAValue, NotThere
from tests import coach_books

BOOK = coach_books.small()
ROOS, BAS = BOOK.coachees
TODAY = dt.date(2026, 11, 26)


def test_a_note_needs_somebody_it_is_about() -> None:
    with pytest.raises(NotThere):
        edits.add(WorkingNote("f" * 32, "0" * 32, "x"))(BOOK)


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (lambda: Coachee("1", "  "), EmptyText),
        (lambda: Coachee("1", "Roos", next_on="soon"), NotADate),
        (lambda: Trajectory("1", ROOS.id, talks=100), NotAValue),
        (lambda: Trajectory("1", ROOS.id, held=-1), NotAValue),
        (lambda: Check("1", ""), EmptyText),
    ],
)
def test_what_makes_no_sense_is_refused_in_plain_words(make: object, fault: type[CoachError]) -> None:
    with pytest.raises(fault) as refused:
        make()  # type: ignore[operator]
    assert refused.value.text()


def test_who_is_removed_goes_with_all_that_is_about_her() -> None:
    after = edits.remove(Coachee, (ROOS.id,))(BOOK)
    assert after.coachees == (BAS,)
    left = [item for kind in KINDS for item in getattr(after, kind)]
    assert not [item for item in left if ROOS.id in (item.id, getattr(item, "coachee_id", ""))]
    assert after.question_sets == BOOK.question_sets
    assert [check.text for check in after.checks] == ["Notities nalezen"]


def test_what_does_not_change_stays_the_same_object() -> None:
    after = stamped(BOOK, edits.change(Coachee, (BAS.id,), about="Belt liever")(BOOK), "b")
    assert after.clock > BOOK.clock
    assert after.coachees[0] is ROOS
    assert after.notes[0] is BOOK.notes[0]


def test_a_talk_that_was_had_counts_and_makes_room_for_the_next() -> None:
    after = edits.talk_held(ROOS.id)(BOOK)
    roos = after.coachee(ROOS.id)
    assert roos
    assert (roos.next_on, roos.next_where, roos.checked) == ("", "", ())
    assert after.trajectories[0].held == 3


def test_what_is_ticked_can_be_unticked() -> None:
    own = BOOK.checks[1]
    ticked = edits.tick(own, ROOS.id, on=True)(BOOK)
    assert ticked.coachees[0].checked == (BOOK.checks[0].id, own.id)
    assert edits.tick(own, ROOS.id, on=False)(ticked).coachees[0].checked == (BOOK.checks[0].id,)


def test_own_questions_are_lines_with_words() -> None:
    made = QuestionSet("1", "Mine", questions=("  What  now? ", "", "\t"))
    assert made.questions == ("What now?",)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("rd", "Roos D."),
        ("ro", "Roos D."),
        ("bh", "Bas H."),
        ("as", "Bas H."),
        ("BÁ", "Bas H."),
        ("h", "Bas H."),
    ],
)
def test_two_keys_find_one(typed: str, first: str) -> None:
    assert found(BOOK, typed)[0].alias == first


def test_two_keys_bring_any_of_two_hundred_near_the_top_and_her_who_comes_this_week_on_top() -> None:
    book = coach_books.many()
    for one in book.coachees:
        initials = "".join(word[0] for word in one.alias.split())[:2]
        near = found(book, initials)[:10] if len(one.alias.split()) == 2 else found(book, one.alias[:2])
        assert one in near, one.alias
    soonest = min(book.coachees, key=lambda one: (one.next_on, one.alias))
    assert found(book, soonest.alias[:2])[0] is soonest
    assert found(book, "") == tuple(
        sorted(book.coachees, key=lambda one: (one.next_on, one.alias.casefold()))
    )
    assert found(book, "zz") == ()


def test_the_week_tells_talks_what_to_ask_and_what_need_not_be_kept() -> None:
    assert [(due.kind, due.date, due.coachee.alias, due.text) for due in this_week(BOOK, TODAY)] == [
        ("keep", "2026-10-01", "Roos D.", "Najaar"),
        ("talk", "2026-11-30", "Roos D.", "10:30, lokaal 2.14"),
        ("ask", "2026-11-30", "Roos D.", "Sprak ze haar leidinggevende?"),
    ]


@pytest.mark.parametrize(
    ("day", "shown"),
    [("2026-12-02", True), ("2026-12-03", False), ("2026-11-01", True), ("2026-12", True), ("2027", False)],
)
def test_a_week_is_today_and_six_days_and_what_is_left_from_before(day: str, shown: bool) -> None:
    book = edits.change(Coachee, (BAS.id,), next_on=day)(BOOK)
    assert shown == any(due.coachee.id == BAS.id for due in this_week(book, TODAY))


@pytest.mark.parametrize(
    ("until", "due"),
    [("2026", False), ("2026-10", True), ("2026-11", False), ("2026-11-25", True), ("", False)],
)
def test_a_date_to_keep_until_has_passed_when_all_of_it_has(until: str, due: bool) -> None:
    book = edits.change(Trajectory, (BOOK.trajectories[0].id,), keep_until=until)(BOOK)
    assert due == any(one.kind == "keep" for one in this_week(book, TODAY))


def test_what_was_asked_is_asked_no_more() -> None:
    (open_,) = (one for one in BOOK.asks if not one.asked_on)
    book = edits.change(Ask, (open_.id,), asked_on="2026-11-26")(BOOK)
    assert not [due for due in this_week(book, TODAY) if due.kind == "ask"]


def test_a_book_that_no_edits_make_is_seen() -> None:
    with pytest.raises(ValueError):
        edits.verify(CoachBook("1", notes=BOOK.notes))
    with pytest.raises(ValueError):
        edits.verify(CoachBook("1", coachees=(ROOS, ROOS)))
