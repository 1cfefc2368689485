"""The board over the years: which days, what became otherwise, and a card's own line."""

from dataclasses import replace
from decimal import Decimal

from coachapp.domain import years
from coachapp.domain.board_then import Laid, Snapshot, as_board
from coachapp.domain.conversation import Conversation
from coachapp.domain.portfolio import Activity, Placement
from coachapp.domain.values import Cell, Hours
from tests import portfolios

GROUP, SCHOOL, BEYOND = Cell("leren", "micro"), Cell("leren", "meso"), Cell("leren", "macro")
LINE = Laid("a", "Leerlijn", GROUP, "doing")


def kept(number: int, day: str, *cards: Laid, talk: str = "") -> Snapshot:
    return Snapshot(f"{number:032x}", day, as_board(cards), talk)


def test_the_days_are_in_order_and_end_with_today() -> None:
    talk = Conversation("c" * 32, "2025-11-20")
    late, early = kept(1, "2025-11-20", talk=talk.id), kept(2, "2024")
    portfolio = replace(portfolios.empty(), conversations=(talk,), snapshots=(late, early))

    days = years.days(portfolio, "2026-03-01")

    assert [one.day for one in days] == ["2024", "2025-11-20", "2026-03-01"]
    assert [one.conversation for one in days] == [None, talk, None]
    assert days[-1].snapshot is None


def test_a_snapshot_without_a_date_has_that_of_its_conversation() -> None:
    talk = Conversation("c" * 32, "2025-11-20")
    portfolio = replace(portfolios.empty(), conversations=(talk,), snapshots=(kept(1, "", talk=talk.id),))

    assert years.days(portfolio, "2026-03-01")[0].day == "2025-11-20"


def test_today_is_the_board_as_it_lies() -> None:
    activity = Activity("a", "Leerlijn", hours=Hours(Decimal(40)))
    portfolio = replace(
        portfolios.empty(), activities=(activity,), placements=(Placement("p", "a", SCHOOL, energy="gives"),)
    )

    (board,) = years.boards(portfolio, years.days(portfolio, "2026-03-01"))

    (card,) = board.values()
    assert (card.title, card.cell, card.energy, card.hours) == ("Leerlijn", SCHOOL, "gives", "40 year")


def test_what_moved_came_left_and_changed_is_told_in_that_order() -> None:
    before = (
        LINE,
        Laid("b", "Weg", SCHOOL),
        Laid("c", "Anders", SCHOOL, "doing"),
        Laid("d", "Zelfde", GROUP),
    )
    after = (
        LINE._replace(cell=SCHOOL),
        Laid("c", "Anders", SCHOOL, "done"),
        Laid("d", "Zelfde", GROUP),
        Laid("e", "Nieuw", BEYOND),
    )

    found = years.differences(*years.followed([before, after]))

    assert [one.card.title for one in found] == ["Leerlijn", "Nieuw", "Weg", "Anders"]
    assert [one.moved for one in found] == [True, False, False, False]
    assert found[3].fields == ("status",)


def test_what_was_only_filled_in_is_no_change() -> None:
    first, second = years.followed([(LINE,), (LINE._replace(energy="gives", hours="40 year"),)])

    assert years.differences(first, second) == ()


def test_of_an_activity_in_two_cells_the_card_that_stayed_is_known() -> None:
    two = (LINE, LINE._replace(cell=SCHOOL))
    later = (LINE._replace(cell=SCHOOL), LINE._replace(cell=BEYOND))

    (moved,) = years.differences(*years.followed([two, later]))

    assert moved.before
    assert moved.after
    assert (moved.before.cell, moved.after.cell) == (GROUP, BEYOND)


def test_a_card_that_comes_back_goes_on_with_its_own_line() -> None:
    first, between, last = years.followed([(LINE,), (), (LINE._replace(cell=BEYOND),)])

    assert not between
    assert list(first) == list(last)


def test_an_activity_has_a_line_from_its_first_day_on_the_board() -> None:
    boards = years.followed([(), (LINE,), (LINE,), (LINE._replace(cell=SCHOOL),), ()])

    assert years.line(boards, "a") == ((1, 2, (GROUP,)), (3, 3, (SCHOOL,)), (4, 4, ()))


def test_a_day_stands_in_time_as_exactly_as_it_is_known() -> None:
    in_order = ["2024", "2024-02", "2024-02-01", "2024-02-02", "2025"]

    found = [years.ordinal(day) for day in in_order]

    assert found == sorted(found)
    assert years.ordinal("2024", end=True) == years.ordinal("2024-12-31")
    assert years.ordinal("2024", end=True) < years.ordinal("2025")


def test_sixty_conversations_with_two_hundred_cards_are_followed() -> None:
    cells = portfolios.empty().framework.board
    rows = [
        [Laid(f"{n}", f"Werk {n}", cells[(n + day) % len(cells)]) for n in range(200)] for day in range(60)
    ]

    boards = years.followed(rows)

    assert len(boards) == 60
    assert all(list(board) == list(boards[0]) for board in boards)
    assert len(years.differences(boards[0], boards[1])) == 200
