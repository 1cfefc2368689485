"""History: the portfolio as on an earlier day, and an activity's life in words."""

from contextlib import suppress
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coachapp.document import Document
from coachapp.domain import edits, history, life, plain, rules
from coachapp.domain.copies import Removed
from coachapp.domain.history import Change, Write
from coachapp.domain.portfolio import KINDS, Activity, Placement
from coachapp.domain.removals import removals
from coachapp.domain.values import Cell, Stamp, new_id
from coachapp.errors import AlreadyInCell, DamagedHistory, TooManyGoals
from coachapp.packs import sample
from tests.document.drawing import CASES
from tests.portfolios import empty


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_as_on_a_day_it_is_what_it_was_at_the_end_of_that_day(data: st.DataObject) -> None:
    document = Document(sample.portfolio("en"))
    days = {"2026-01-00": document.portfolio}
    changes: list[Change] = []
    for number in range(1, data.draw(st.integers(1, 6)) + 1):
        day = f"2026-01-{number:02}"
        for _ in range(data.draw(st.integers(0, 4))):
            _step(data, document)
        changes += [_on(day, made.change()) for made in document.unsaved()]
        document.mark_saved(document.portfolio)
        days[day] = document.portfolio
    for day, then in days.items():
        assert history.as_on(document.portfolio, changes, day) == then


def _step(data: st.DataObject, document: Document) -> None:
    if way := data.draw(st.sampled_from((None, None, None, document.undo, document.redo))):
        way()
        return
    drawn = CASES[data.draw(st.sampled_from(sorted(CASES)))](document.portfolio)
    if not drawn.is_empty:
        try:
            document.apply("edit", data.draw(drawn))
        except (AlreadyInCell, TooManyGoals):
            return


def _on(day: str, change: Change) -> Change:
    return Change(change.stamp, f"{day}T12:00:00+01:00", change.label, change.writes)


def test_what_was_pruned_is_as_it_is_now() -> None:
    document = Document(empty())
    document.apply("Add", edits.add(Activity(new_id(), "Work")))
    assert history.as_on(document.portfolio, (), "2000-01-01") == document.portfolio


def test_a_change_of_what_is_not_there_makes_nothing_of_it() -> None:
    write = Write("activities", "f" * 32, {"title": "Before"}, {"title": "After"})
    change = Change(Stamp(1, "a"), "2026-01-02T10:00:00", "Rename", (write,))
    assert history.as_on(empty(), [change], "2026-01-01").activities == ()


def test_history_of_what_is_not_there_breaks_no_rule() -> None:
    """As joined or pruned histories may hold."""
    strange = Write("placements", "9", {"activity_id": "gone", "cell": "leren/micro"}, None)
    changes = (Change(Stamp(1, "a"), "2026-02-01T10:00:00", "x", (strange,)),)
    then = history.as_on(empty(), changes, "2026-01-01")
    assert list(rules.faults(then)) == []


def _hostile() -> st.SearchStrategy[Change]:
    """What JSON can hold, under the names of real fields, of items that are there and that are not."""
    some = (item.id for kind in KINDS for item in getattr(_SAMPLE, kind)[:2])
    ids = st.sampled_from(["", "9", *some, _SAMPLE.id])
    names = st.sampled_from(("activity_id", "aside", "cell", "energy", "hours", "id", "owner", "title"))
    leaf = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9) | ids
    values = st.recursive(
        leaf,
        lambda deeper: st.lists(deeper, max_size=2) | st.dictionaries(st.text(), deeper, max_size=2),
        max_leaves=4,
    )
    fields = st.none() | st.dictionaries(names | st.text(max_size=5), values, max_size=4)
    kinds = st.sampled_from((*KINDS, history.OWN, "nothing", ""))
    writes = st.builds(Write, kinds, ids, fields, fields)
    written = st.lists(writes, min_size=1, max_size=4).map(tuple)
    return st.builds(Change, st.builds(Stamp, st.integers()), st.just("2026-02-01T10:00"), st.text(), written)


_SAMPLE = sample.portfolio("en")


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(changes=st.lists(_hostile(), min_size=1, max_size=3))
def test_a_history_that_no_coachapp_wrote_gives_a_sound_portfolio_or_a_plain_message(
    changes: list[Change],
) -> None:
    with suppress(DamagedHistory):
        assert list(rules.faults(history.as_on(_SAMPLE, changes, "2026-01-01"))) == []
    ids = history.with_cards(changes, _SAMPLE.activities[0].id)
    for event in life.events(history.life(changes, ids), _SAMPLE.framework):
        assert isinstance(event.words, str)
    history.names_of(changes, ids)
    gone = [Removed("activities", a.id, changes[0].stamp, "", plain.content(a)) for a in _SAMPLE.activities]
    edits.in_order(*(removal.put_back() for removal in removals(gone, changes)))(_SAMPLE)


def test_an_activitys_life_reads_as_a_story() -> None:
    work = Activity(new_id(), "MR-lid")
    card = Placement(new_id(), work.id, Cell("leren", "micro"))
    document = Document(empty())
    for label, edit in (
        ("Add", edits.add(work)),
        ("Place", edits.place(card)),
        ("Move", edits.move([card.id], Cell("organiseren", "meso"))),
        ("Rename", edits.change(Activity, [work.id], title="MR-voorzitter")),
        ("Energy", edits.change(Placement, [card.id], energy="gives")),
        ("Energy", edits.change(Placement, [card.id], energy="")),
        ("Other", edits.add(Activity(new_id(), "Other"))),
        ("Remove", edits.remove(Activity, [work.id])),
    ):
        document.apply(label, edit)
    changes = [made.change() for made in document.unsaved()]
    told = life.events(history.life(changes, [work.id, card.id]), document.portfolio.framework)
    words = [event.words for event in told]
    assert words[0] == "Added"
    assert words[1].startswith("Placed in ")
    assert words[2].startswith("Moved from ")
    assert words[3] == "Renamed: “MR-lid” became “MR-voorzitter”"
    assert words[4].startswith("Energy: ")
    assert words[5] == "Energy: not chosen any more"
    assert words[6:] == ["Removed", words[7]]
    assert words[7].startswith("Taken out of ")


def test_a_card_that_lay_there_before_the_history_began_belongs_to_the_life_too() -> None:
    portfolio = sample.portfolio("en")
    card = portfolio.placements[0]
    document = Document(portfolio)
    document.apply("Why", edits.change(Placement, [card.id], why="because"))
    changes = history.with_steps((), document.unsaved())
    ids = history.with_cards(changes, card.activity_id, document.portfolio.placements)
    told = life.events(history.life(changes, ids), portfolio.framework)
    assert [event.words for event in told] == ["Changed: why here"]


def test_steps_that_were_saved_meanwhile_are_told_once_and_typing_as_one() -> None:
    work = Activity(new_id(), "Work")
    document = Document(replace(empty(), activities=(work,)))
    document.apply("Name", edits.change(Activity, [work.id], title="W"), "typing")
    first = document.unsaved()
    saved = [made.change() for made in first]
    document.mark_saved(document.portfolio)
    assert history.with_steps(saved, first) == tuple(saved)
    document.apply("Name", edits.change(Activity, [work.id], title="Wo"), "typing")
    (only,) = history.with_steps(saved, document.unsaved())
    assert only.writes[0].now == {"title": "Wo"}
