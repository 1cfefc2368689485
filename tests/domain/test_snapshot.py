"""The framework that a portfolio carries with it."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coachapp.domain.framework import CellContent, Framework, Level, Path, Sector, Step, Vocabulary
from coachapp.domain.snapshot import from_json, to_json
from coachapp.domain.words import Words
from coachapp.packs import default_framework

_PAIRS = st.lists(st.tuples(st.text(), st.text()), min_size=1, max_size=2)
st.register_type_strategy(Words, _PAIRS.map(tuple).map(Words))


def test_the_default_framework_comes_back_the_same() -> None:
    again = from_json(to_json(default_framework()))
    assert again == default_framework()
    assert again.board == default_framework().board


def _some(cls: type) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(st.from_type(cls), max_size=1).map(tuple)


@settings(max_examples=25)
@given(
    st.builds(
        replace,
        st.just(default_framework()),
        version=st.text(),
        levels=_some(Level),
        cells=_some(CellContent),
        sectors=_some(Sector),
        vocabularies=_some(Vocabulary),
        steps=_some(Step),
        paths=_some(Path),
    )
)
def test_any_framework_comes_back_the_same(framework: Framework) -> None:
    assert from_json(to_json(framework)) == framework


def test_a_framework_from_before_there_were_licences_comes_back_as_it_was() -> None:
    told = json.loads(to_json(default_framework()))
    for sector in told["sectors"]:
        del sector["licence"]
    older = from_json(json.dumps(told))
    assert all(sector.licence is None for sector in older.sectors)
    assert json.loads(to_json(older)) == told


@pytest.mark.parametrize(
    "text",
    [
        *("", "nothing", "{}", "[]", "1", '"text"', "null", "{" * 5, "[" * 100_000, '{"id": 1}'),
        to_json(default_framework())[:-200],
        to_json(default_framework()).replace('"minutes":25', '"minutes":"25"'),
        to_json(default_framework()).replace('"enabled":false', '"enabled":0'),
        to_json(default_framework()).replace('"version":"1"', '"version":null'),
        to_json(default_framework()).replace('["nl",', '["nl","x",', 1),
        to_json(default_framework()).replace('"paths":[', '"paths":"x","were":[', 1),
        to_json(default_framework()).replace('"licence":{', '"licence":null,"was":{', 1),
        to_json(default_framework()).replace('"dated":"2026-11"', '"dated":null', 1),
    ],
    ids=range(18),
)
def test_what_is_no_framework_is_refused(text: str) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        from_json(text)
