"""Random edits of every sort, for any portfolio: what the state machine draws from."""

from collections.abc import Callable
from dataclasses import fields
from decimal import Decimal
from typing import Any, Final

from hypothesis import strategies as st

from coachapp.domain import edits
from coachapp.domain.board_then import Laid, as_board
from coachapp.domain.conversation import (
    LONGEST_TALK,
    MOST_TALKS,
    PLACERS,
    RELATIONSHIPS,
    SHARED_AS,
    TAKEN_ALONG,
)
from coachapp.domain.edits import Edit, Link
from coachapp.domain.framework import Framework
from coachapp.domain.portfolio import (
    ACTION_KINDS,
    AGREED_AS,
    ASIDE,
    BROUGHT,
    FORMALITY,
    GRANTED,
    HORIZONS,
    KINDS,
    NAMES_AS,
    OUTCOMES,
    PARTS,
    Activity,
    Placement,
    Portfolio,
)
from coachapp.domain.reader import ALSO
from coachapp.domain.rules import BOUND, REFERENCES
from coachapp.domain.values import Cell, Hours, new_id
from tests.portfolios import HOSTILE

Case = Callable[[Portfolio], st.SearchStrategy[Edit]]

_NAMES = st.sampled_from(("Teach", "Coach", "MR-lid", *HOSTILE))
_TEXTS = st.sampled_from(("", "Because", "een\ntwee", *HOSTILE))
_DATES = st.sampled_from(("", "2026", "2026-08", "2026-08-31", "2028-02-29"))
_HOURS = st.sampled_from((None, Hours(Decimal(40)), Hours(Decimal("1.5"), "week"), Hours(Decimal("12.50"))))
_VOCABULARY: Final = {"profiles": "role_profile", "actors": "actor", "competence": "career_competence"}
_PLAIN: Final[dict[str, st.SearchStrategy[Any]]] = {
    **dict.fromkeys(("title", "what", "text", "name"), _NAMES),
    **dict.fromkeys(("since", "until", "placed_on", "added_on", "due", "date"), _DATES),
    **dict.fromkeys(("ended_on", "expires_on", "returned_on"), _DATES),
    **dict.fromkeys(("follow_up", "remind_on"), _DATES),
    "hours": _HOURS,
    "aside": st.sampled_from(ASIDE),
    "part": st.sampled_from(PARTS),
    "formality": st.sampled_from(FORMALITY),
    "horizon": st.sampled_from(HORIZONS),
    "size": st.integers(0, 50_000_000),
    "language": st.sampled_from(("nl", "en")),
    "owner": _NAMES,
    "names": st.lists(_NAMES, max_size=2).map(tuple),
    "names_as": st.sampled_from(NAMES_AS),
}
_BOARDS = st.sampled_from(
    ("[]", as_board([Laid("gone", "Weg", Cell("leren", "nano")), Laid("x", HOSTILE[0], Cell("x", "y"))]))
)
OF_KIND: Final[dict[tuple[str, str], st.SearchStrategy[Any]]] = {
    **{(kind, "status"): st.sampled_from(OUTCOMES) for kind in ("goals", "actions", "agreements")},
    ("actions", "kind"): st.sampled_from(ACTION_KINDS),
    ("actions", "granted"): st.sampled_from(GRANTED),
    ("agreements", "kind"): st.sampled_from(AGREED_AS),
    ("reflections", "bring"): st.sampled_from(BROUGHT),
    ("conversations", "relationship"): st.sampled_from(RELATIONSHIPS),
    ("conversations", "takes_along"): st.sampled_from(TAKEN_ALONG),
    ("conversations", "minutes"): st.integers(0, LONGEST_TALK),
    ("conversations", "spent"): st.integers(0, LONGEST_TALK),
    ("conversations", "talks"): st.integers(0, MOST_TALKS),
    ("views", "by"): st.sampled_from(PLACERS),
    ("snapshots", "board"): _BOARDS,
    ("shared", "kind"): st.sampled_from(SHARED_AS),
    ("readers", "left_out"): st.lists(st.sampled_from(("goals", "question", "x" * 32)), max_size=2).map(
        tuple
    ),
    ("readers", "also"): st.lists(st.sampled_from(ALSO), max_size=2).map(tuple),
}


def _value(portfolio: Portfolio, kind: str, name: str) -> st.SearchStrategy[Any]:
    """Something that fits in this field of this portfolio."""
    if to := dict(REFERENCES.get(kind, ())).get(name):
        ids = _ids(portfolio, to)
        return st.sampled_from(ids if (kind, name) in BOUND else ["", *ids])
    if (kind, name) in OF_KIND:
        return OF_KIND[kind, name]
    if name in ("cell", "origin", "target"):
        if kind == "views":
            return st.sampled_from(portfolio.framework.board)
        return st.sampled_from((None, *portfolio.framework.board))
    choices = _choices(portfolio.framework, name)
    if name in ("recognition", "profiles", "actors", "sectors", "visited"):
        return st.lists(st.sampled_from(choices), max_size=3, unique=True).map(tuple)
    return st.sampled_from(choices) if choices else _PLAIN.get(name, _TEXTS)


def _choices(framework: Framework, name: str) -> tuple[str, ...]:
    if name == "sectors":
        return tuple(sector.id for sector in framework.sectors)
    if name in ("step", "visited"):
        return tuple(step.id for step in framework.steps)
    if name == "question_id":
        return ("", *(question.id for question in framework.questions))
    return framework.choices(_VOCABULARY.get(name, name))


def _ids(portfolio: Portfolio, kind: str) -> list[str]:
    return [item.id for item in getattr(portfolio, kind)]


def _some(ids: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(ids), min_size=1, max_size=3, unique=True) if ids else st.nothing()


def _one_or_more(values: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    names = st.lists(st.sampled_from(sorted(values)), min_size=1, max_size=3, unique=True)
    return names.flatmap(lambda drawn: st.fixed_dictionaries({name: values[name] for name in drawn}))


def _fields(portfolio: Portfolio, kind: str, *, but: tuple[str, ...]) -> dict[str, st.SearchStrategy[Any]]:
    names = (f.name for f in fields(KINDS[kind]) if f.name not in ("id", "stamp", "written", *but))
    return {name: _value(portfolio, kind, name) for name in names}


def _describe(portfolio: Portfolio) -> st.SearchStrategy[Edit]:
    names = ("owner", "language", "question", "coach", "follow_up", "remind_on", "names", "names_as")
    values = {name: _value(portfolio, "", name) for name in names}
    return _one_or_more(values).map(lambda changes: edits.describe(**changes))


def _add(kind: str) -> Case:
    def case(portfolio: Portfolio) -> st.SearchStrategy[Edit]:
        if any(not _ids(portfolio, dict(REFERENCES[kind])[name]) for of, name in BOUND if of == kind):
            return st.nothing()
        items = st.builds(KINDS[kind], id=st.builds(new_id), **_fields(portfolio, kind, but=()))
        return st.lists(items, min_size=1, max_size=2).map(lambda items: edits.add(*items))

    return case


def _change(kind: str) -> Case:
    own_edit = ("cell", "activity_id") if kind == "placements" else ("aside",)

    def case(portfolio: Portfolio) -> st.SearchStrategy[Edit]:
        ids = _some(_ids(portfolio, kind))
        changes = _one_or_more(_fields(portfolio, kind, but=own_edit))
        return st.builds(lambda ids, changes: edits.change(KINDS[kind], ids, **changes), ids, changes)

    return case


def _remove(kind: str) -> Case:
    return lambda portfolio: _some(_ids(portfolio, kind)).map(lambda ids: edits.remove(KINDS[kind], ids))


def _put_back(portfolio: Portfolio) -> st.SearchStrategy[Edit]:
    """An activity with its card, and a goal, of which the ids may be there."""
    cells = st.sampled_from(portfolio.framework.board)
    ids = st.sampled_from(("", *_ids(portfolio, "activities")))
    activity = st.builds(Activity, st.builds(new_id), _NAMES, team_id=st.sampled_from(("", "gone")))

    def whole(activity: Activity, cell: Cell, other: str) -> Edit:
        cards = (Placement(new_id(), activity.id, cell), Placement(new_id(), other or "gone", cell))
        links = [Link("ambitions", a.id, "activity_id", activity.id) for a in portfolio.ambitions]
        return edits.put_back((activity, *cards), links)

    return st.builds(whole, activity, cells, ids)


def _place(portfolio: Portfolio) -> st.SearchStrategy[Edit]:
    ids, cells = _ids(portfolio, "activities"), st.sampled_from(portfolio.framework.board)
    if not ids:
        return st.nothing()
    placements = st.builds(Placement, st.builds(new_id), st.sampled_from(ids), cells)
    return st.lists(placements, min_size=1, max_size=3).map(lambda drawn: edits.place(*drawn))


def _move(portfolio: Portfolio) -> st.SearchStrategy[Edit]:
    cells = st.sampled_from(portfolio.framework.board)
    return st.builds(edits.move, _some(_ids(portfolio, "placements")), cells)


def _take_off(portfolio: Portfolio) -> st.SearchStrategy[Edit]:
    return st.builds(edits.take_off, _some(_ids(portfolio, "placements")))


def _set_aside(portfolio: Portfolio) -> st.SearchStrategy[Edit]:
    return st.builds(edits.set_aside, _some(_ids(portfolio, "activities")), _PLAIN["aside"])


# (name of the edit, kind of item) -> how to draw one
CASES: Final[dict[tuple[str, str], Case]] = {
    ("describe", ""): _describe,
    **{("add", kind): _add(kind) for kind in KINDS if kind != "placements"},
    **{("change", kind): _change(kind) for kind in KINDS},
    **{("remove", kind): _remove(kind) for kind in KINDS},
    ("put_back", ""): _put_back,
    ("place", ""): _place,
    ("move", ""): _move,
    ("take_off", ""): _take_off,
    ("set_aside", ""): _set_aside,
}
