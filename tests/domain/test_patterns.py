"""The program describes what is on the board, in neutral sentences and in both languages."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachapp import i18n
from coachapp.domain import competences, patterns
from coachapp.domain.conversation import Note
from coachapp.domain.portfolio import Activity, Placement, Portfolio, Reflection, Team
from coachapp.domain.values import Cell, Hours
from tests import portfolios

GROUP, SCHOOL, PEERS = Cell("leren", "micro"), Cell("ontwikkelen", "meso"), Cell("collegas", "nano")
LEAVE = Cell("collegas", "meso")

# Words of a judge: scores, shares, ranks, gaps and what would be missing.
FORBIDDEN = re.compile(
    r"%|\b(score\w*|gap|gaps|percent\w*|incomplete|only|merely|best|better|worse|worst|rank\w*|less|fewer"
    r"|lack\w*|miss\w*|should|must|need\w*|too few|too many|strong\w*|weak\w*|enough"
    r"|kloof|gat|gaten|procent\w*|onvolledig\w*|slechts|beste|beter|slecht\w*|rangorde|ranglijst|minder"
    r"|mist|ontbre\w*|tekort\w*|moet\w*|zou|hoort|te weinig|te veel|sterk\w*|zwak\w*|genoeg|enige)\b",
    re.IGNORECASE,
)


def board(
    *cards: Placement, hours: dict[str, Hours] | None = None, team: str = "", **more: object
) -> Portfolio:
    """A portfolio with these cards; activities of which the id begins with `team` belong to one."""
    ids = dict.fromkeys(card.activity_id for card in cards)
    activities = tuple(
        Activity(
            one,
            one,
            hours=(hours or {}).get(one),
            team_id="team" if team and one.startswith(team) else "",
        )
        for one in ids
    )
    teams = (Team("team", "Team blauw"),)
    return replace(portfolios.empty(), activities=activities, placements=cards, teams=teams, **more)  # type: ignore[arg-type]


def cards(count: int, cell: Cell, start: int = 0, **more: object) -> tuple[Placement, ...]:
    return tuple(Placement(f"p{n}", f"a{n}", cell, **more) for n in range(start, start + count))  # type: ignore[arg-type]


def said(portfolio: Portfolio, view: str, language: str = "en") -> tuple[str, ...]:
    with i18n.speaking(language):
        return patterns.sentences(portfolio, view)


@pytest.mark.parametrize("view", [view for view in patterns.VIEWS if view != "competence"])
def test_of_an_empty_board_is_said_that_nothing_lies_there(view: str) -> None:
    assert said(portfolios.empty(), view) == ("No cards lie on the board.",)
    assert said(portfolios.empty(), view, "nl") == ("Er liggen geen kaartjes op het bord.",)


def test_of_a_board_about_which_nothing_was_said_that_is_told() -> None:
    plain = board(*cards(3, GROUP))
    for view, words in {
        "energy": "Nothing is said about energy on this board.",
        "recognition": "Nothing is said about who sees it.",
        "hours": "No hours are written with what is done now.",
        "part": "Nothing is said about leading or taking part.",
        "competence": "No note is about one of the career competences.",
    }.items():
        assert said(plain, view) == (words,)


def test_one_card_is_told_as_one() -> None:
    one = board(Placement("p", "a", GROUP, energy="gives", recognition=("unseen",), part="lead"))
    where = "it lies in Helping students learn · Group."
    assert said(one, "energy") == (f"The one card on the board gives energy; {where}",)
    assert said(one, "recognition") == (f"The one card on the board is seen by nobody yet; {where}",)
    assert said(one, "part") == (f"You lead the one card on the board; {where}",)
    assert said(one, "together") == (f"You do the one card on the board alone; {where}",)
    assert said(one, "energy", "nl") == (
        "Het ene kaartje op het bord geeft energie; het ligt bij Leerlingen helpen leren · Groep.",
    )


def test_energy_is_counted_and_where_more_than_half_of_it_lies() -> None:
    nine = board(
        *cards(2, PEERS, energy="gives"),
        *cards(1, LEAVE, 2, energy="gives"),
        *cards(1, GROUP, 3, energy="gives"),
        *cards(1, SCHOOL, 4, energy="costs"),
        *cards(4, GROUP, 5),
    )
    assert said(nine, "energy") == (
        "Four of nine cards give energy; three of those lie in Helping colleagues learn.",
        "One of nine cards costs energy; it lies in Developing education · School.",
    )
    assert said(nine, "energy", "nl") == (
        "Vier van de negen kaartjes geven energie; drie daarvan liggen bij Collega's helpen leren.",
        "Eén van de negen kaartjes kost energie; het ligt bij Onderwijs ontwikkelen · School.",
    )


def test_what_half_or_less_of_them_share_is_not_told() -> None:
    spread = board(
        *cards(1, GROUP, energy="gives"), *cards(1, SCHOOL, 1, energy="gives"), *cards(1, PEERS, 2)
    )
    assert said(spread, "energy") == ("Two of three cards give energy.",)


def test_all_both_and_one_cell_are_said_so() -> None:
    assert said(board(*cards(2, GROUP, energy="neutral")), "energy") == (
        "Both cards are neutral; they lie in Helping students learn · Group.",
    )
    many = board(*cards(9, GROUP, energy="costs"), *cards(5, Cell("leren", "nano"), 9, energy="costs"))
    assert said(many, "energy") == ("All 14 cards cost energy; they lie in Helping students learn.",)


def test_recognition_tells_by_whom_and_what_nobody_sees_yet() -> None:
    three = board(
        Placement("p0", "a0", GROUP, recognition=("colleagues", "formal")),
        Placement("p1", "a1", SCHOOL, recognition=("unseen",)),
        Placement("p2", "a2", SCHOOL, recognition=("unseen",)),
    )
    assert said(three, "recognition") == (
        "One of three cards is recognised by colleagues; it lies in Helping students learn · Group.",
        "One of three cards is recognised formally; it lies in Helping students learn · Group.",
        "Two of three cards are seen by nobody yet; they lie in Developing education · School.",
    )
    assert said(three, "recognition", "nl")[::2] == (
        "Eén van de drie kaartjes wordt door collega's gezien; het ligt bij Leerlingen helpen leren · Groep.",
        (
            "Twee van de drie kaartjes worden nog door niemand gezien; "
            "ze liggen bij Onderwijs ontwikkelen · School."
        ),
    )


def test_leading_and_taking_part_are_told_alike() -> None:
    four = board(*cards(1, GROUP, part="lead"), *cards(2, SCHOOL, 1, part="take-part"), *cards(1, PEERS, 3))
    assert said(four, "part") == (
        "You lead one of four cards; it lies in Helping students learn · Group.",
        "You take part in two of four cards; they lie in Developing education · School.",
    )


def test_what_a_team_does_together_is_told_by_team() -> None:
    four = board(*cards(2, GROUP), *cards(2, SCHOOL, 2), team="a3")
    assert said(four, "together") == (
        "You do three of four cards alone; two of those lie in Helping students learn.",
        "You do one of four cards with a team; it lies in Developing education · School.",
        "With Team blauw: one card.",
    )


def test_most_hours_lie_where_more_than_half_of_them_do() -> None:
    hours = {"a0": Hours(Decimal(300)), "a1": Hours(Decimal(100)), "a2": Hours(Decimal(50))}
    three = board(*cards(1, GROUP), *cards(1, SCHOOL, 1), *cards(1, Cell("leren", "nano"), 2), hours=hours)
    assert said(three, "hours") == (
        "Most hours per year lie in Group.",
        "Most hours per year lie in Helping students learn.",
    )
    assert said(three, "hours", "nl")[0] == "De meeste uren per jaar liggen bij Groep."


def test_hours_without_most_are_told_by_where_they_lie() -> None:
    hours = {"a0": Hours(Decimal(100)), "a1": Hours(Decimal(100))}
    two = board(*cards(1, GROUP), *cards(1, Cell("leren", "meso"), 1), hours=hours)
    assert said(two, "hours") == (
        "Hours per year lie in Group and School.",
        "All hours per year lie in Helping students learn.",
    )


def test_hours_of_one_cell_and_of_a_week_are_told_apart() -> None:
    hours = {"a0": Hours(Decimal(100)), "a1": Hours(Decimal(2), "week")}
    two = board(*cards(1, GROUP), *cards(1, SCHOOL, 1), hours=hours)
    assert said(two, "hours") == (
        "All hours per year lie in Helping students learn · Group.",
        "All hours per week lie in Developing education · School.",
    )


def test_hours_in_several_cells_are_given_to_none_of_them() -> None:
    hours = {"a0": Hours(Decimal(300)), "a1": Hours(Decimal(100))}
    two = board(*cards(1, GROUP), *cards(1, SCHOOL, 1), hours=hours)
    wide = replace(two, placements=(*two.placements, Placement("p9", "a0", PEERS)))
    assert said(wide, "hours") == (
        "Hours per year lie in School.",
        "Hours per year lie in Developing education.",
        "The hours of one activity lie over several cells.",
    )


def test_hours_of_what_is_over_or_still_a_wish_are_not_counted() -> None:
    hours = {"a0": Hours(Decimal(300)), "a1": Hours(Decimal(300))}
    past = board(*cards(1, GROUP, status="done"), *cards(1, SCHOOL, 1, status="exploring"), hours=hours)
    assert said(past, "hours") == ("No hours are written with what is done now.",)


def test_notes_and_reflections_are_told_by_competence_with_their_cards() -> None:
    two = board(
        *cards(1, GROUP),
        *cards(2, SCHOOL, 1),
        notes=(
            Note("n1", "Uitleggen", question_id="meaning-2", activity_id="a0"),
            Note("n2", "", question_id="meaning-2", activity_id="a1"),
            Note("n3", "In deze plek", question_id="look-back-2", cell=SCHOOL),
            Note("n4", "Eigen vraag", question="Hoe was het?", activity_id="a0"),
        ),
        reflections=(Reflection("r1", "Vragen stellen", competence="qualities"),),
    )
    assert said(two, "competence") == (
        "One note is about “what drives me”; two cards go with that.",
        "Two notes are about “what I am good at”; one card goes with that.",
    )
    assert competences.cards(two, "motives") == {"p1", "p2"}
    assert competences.cards(two, "qualities") == {"p0"}
    assert competences.cards(two, "steering") == frozenset()


_CELLS = st.sampled_from(portfolios.empty().framework.board)
_WORDS = portfolios.empty().framework


@st.composite
def _boards(draw: st.DrawFn) -> Portfolio:
    found = [
        Placement(
            f"p{n}",
            f"a{draw(st.integers(0, 15))}",
            draw(_CELLS),
            status=draw(st.sampled_from(_WORDS.choices("status"))),
            energy=draw(st.sampled_from(("", *_WORDS.choices("energy")))),
            recognition=tuple(draw(st.sets(st.sampled_from(_WORDS.choices("recognition"))))),
            part=draw(st.sampled_from(("", "lead", "take-part"))),
        )
        for n in range(draw(st.integers(0, 16)))
    ]
    amounts = st.sampled_from((None, Hours(Decimal(40)), Hours(Decimal("1.5"), "week"), Hours(Decimal(0))))
    questions = st.sampled_from([question.id for question in _WORDS.questions])
    notes = tuple(
        Note(f"n{n}", "x", question_id=draw(questions), activity_id=f"a{n}")
        for n in range(draw(st.integers(0, 4)))
    )
    hours = {f"a{n}": draw(amounts) for n in range(16)}
    return board(*found, hours=hours, team=draw(st.sampled_from(("", "a1", "a"))), notes=notes)  # type: ignore[arg-type]


@pytest.mark.filterwarnings("ignore:Generating overly large repr")  # a whole framework is in each example
@settings(max_examples=60, deadline=None)
@given(_boards(), st.sampled_from(tuple(patterns.VIEWS)), st.sampled_from(("nl", "en")))
def test_no_sentence_ever_judges_scores_or_ranks(portfolio: Portfolio, view: str, language: str) -> None:
    found = said(portfolio, view, language)
    assert found
    for sentence in found:
        assert not FORBIDDEN.search(sentence), sentence
        assert "{" not in sentence
        assert sentence[0].isupper()
        assert sentence.endswith(".")
