"""Values of any content, as rows and back."""

import string
from dataclasses import fields
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachapp.domain import rules
from coachapp.domain.portfolio import FORMALITY, HORIZONS, KINDS, PARTS, Item, Portfolio
from coachapp.domain.values import Cell, Hours, Stamp
from coachapp.storage import mapping
from tests import portfolios
from tests.document.drawing import OF_KIND

_IDS = st.text(string.hexdigits, min_size=1)
_STAMPS = st.builds(Stamp, st.integers(0, 2**62), _IDS)
_TEXT = st.text(max_size=40)
_CELLS = st.builds(Cell, st.text(string.ascii_letters, min_size=1), st.text(string.ascii_letters, min_size=1))
_HOURS = st.builds(
    Hours, st.decimals(0, 8784, allow_nan=False, allow_infinity=False), st.sampled_from(("week", "year"))
)
_BY_NAME: dict[str, st.SearchStrategy[Any]] = {
    "stamp": _STAMPS,
    "hours": st.none() | _HOURS,
    "cell": _CELLS,
    "origin": st.none() | _CELLS,
    "target": st.none() | _CELLS,
    "aside": st.sampled_from(("", "learning", "off")),
    "part": st.sampled_from(PARTS),
    "formality": st.sampled_from(FORMALITY),
    "horizon": st.sampled_from(HORIZONS),
    "size": st.integers(0, 50_000_000),
    **dict.fromkeys(
        (
            *("since", "until", "due", "date", "placed_on", "added_on", "ended_on", "expires_on"),
            *("returned_on", "follow_up"),
        ),
        st.sampled_from(("", "2026", "2026-08-31")),
    ),
    **dict.fromkeys(("title", "what", "name", "text"), _TEXT.map(lambda text: f"x{text}")),
    **dict.fromkeys(
        ("sectors", "profiles", "recognition", "actors", "visited"), st.lists(_TEXT, max_size=3).map(tuple)
    ),
}


def _value(kind: str, name: str) -> st.SearchStrategy[Any]:
    usual = _BY_NAME.get(name, _IDS if name.endswith("id") else _TEXT)
    return OF_KIND.get((kind, name), usual)


def _items(kind: str) -> st.SearchStrategy[list[Any]]:
    cls = KINDS[kind]
    values = {f.name: _value(kind, f.name) for f in fields(cls)}
    return st.lists(st.builds(cls, **values), max_size=5)


def _all(value: object) -> list[object]:
    """Also what a comparison of items leaves out."""
    return [getattr(value, f.name) for f in fields(value)]  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=30)
@given(data=st.data())
def test_every_item_comes_back_from_its_row(kind: str, data: st.DataObject) -> None:
    items: list[Item] = data.draw(_items(kind))
    rows = [tuple(mapping.to_row(item).values()) for item in items]
    again = mapping.to_items(KINDS[kind], rows)
    assert list(map(_all, again)) == list(map(_all, items))
    for old, new in zip(items, again, strict=True):
        if isinstance(hours := getattr(old, "hours", None), Hours):
            assert str(hours.amount) == str(new.hours.amount)


def test_hours_come_back_as_they_were_typed() -> None:
    for typed in ("12", "12.50", "0.25", "0"):
        (context,) = (portfolios.worst().contexts[0],)
        row = {**mapping.to_row(context), "hours": typed, "hours_per": "week"}
        (again,) = mapping.to_items(type(context), [tuple(row.values())])
        assert again.hours == Hours(Decimal(typed), "week")
        assert str(again.hours.amount) == typed


def test_the_portfolio_itself_comes_back() -> None:
    worst = portfolios.worst()
    kinds = {kind: getattr(worst, kind) for kind in KINDS}
    row = tuple(mapping.to_row(worst).values())
    again = mapping.to_one(Portfolio, [row], framework=worst.framework, **kinds)
    assert isinstance(again, Portfolio)
    assert _all(again) == _all(worst)
    assert list(rules.faults(again)) == []
