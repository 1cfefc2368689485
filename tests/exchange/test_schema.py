"""The description of portfolio.json: sound, complete, and as strict as restoring is."""

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any, get_args, get_type_hints

import jsonschema
import pytest

from coachapp.domain import plain
from coachapp.domain.copies import Copy, Removed
from coachapp.domain.framework import Framework
from coachapp.domain.history import Change, Write
from coachapp.domain.portfolio import ASIDE, FORMALITY, HORIZONS, KINDS, PARTS, Portfolio, Variant
from coachapp.domain.values import TEXT_LENGTH, TITLE_LENGTH, Stamp
from coachapp.exchange import exports
from coachapp.exchange.document import Bytes
from coachapp.packs import sample
from tests.document.copies import of

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "portfolio.schema.json").read_text("utf-8"))
DEFS = SCHEMA["$defs"]
OPTIONAL = {"licence", "look", "logo_text", "footer"}  # older frameworks have none
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
STAMP = Stamp(3, "desk")


def _properties(name: str) -> set[str]:
    return set(DEFS[name]["properties"])


def _def_of(kind: str) -> str:
    return SCHEMA["properties"][kind]["items"]["$ref"].rpartition("/")[2]


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    portfolio = sample.portfolio("nl")
    first = portfolio.activities[0]
    copy = Copy(
        replace(portfolio, variants=(Variant("activities", first.id, "title", '"x"', STAMP),)),
        (Removed("goals", "a" * 32, STAMP, "2026-11-26", {"title": "x"}),),
        {"desk": 3},
        (Change(STAMP, "2026-11-26T10:00:00", "x", (Write("goals", first.id, None, {"title": "x"}),)),),
    )
    out = io.BytesIO()
    nothing = exports.Source({}, lambda _digest, _told: False, lambda _digest, _name: iter(()))
    exports.write(out, exports.Form(".zip"), copy, nothing)
    found = json.loads(zipfile.ZipFile(out).read("portfolio.json"))
    found["files"] = [{"digest": "a" * 64, "size": 3, "path": f"evidence/{'a' * 64}-x.pdf"}]
    return found


def _objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Each description of something with named properties."""
    if isinstance(schema, dict):
        if "properties" in schema and schema.get("type") == "object":
            yield schema
        for inner in schema.values():
            yield from _objects(inner)


def test_it_is_sound_and_closed() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    for one in _objects(SCHEMA):
        assert one["additionalProperties"] is False, one
        assert set(one["required"]) == set(one["properties"]) - OPTIONAL, one
    assert all("description" in one for one in DEFS.values())


def test_it_knows_every_field_of_every_kind() -> None:
    marks = {"id", "stamp", "written"}
    for kind, cls in KINDS.items():
        assert _properties(_def_of(kind)) == marks | set(plain.hints(cls))
    assert _properties("portfolio") == marks | {"clock"} | set(plain.hints(Portfolio))
    beside = {"variants": Variant, "history": Change}
    for name, cls in beside.items():
        assert _properties(_def_of(name)) == {field.name for field in fields(cls)}
    assert _properties("write") == {field.name for field in fields(Write)}
    assert _properties("file") == set(Bytes._fields)
    assert _properties("removed") == {field.name for field in fields(Removed)} - {"on"} | {"removed_on"}


def test_it_knows_every_field_of_the_framework() -> None:
    waiting, seen = [Framework], set[type]()
    while waiting:
        cls = waiting.pop()
        seen.add(cls)
        assert _properties(f"framework-{cls.__name__}") == {field.name for field in fields(cls)}
        hints = get_type_hints(cls).values()
        inner = (one for hint in hints for one in (hint, *get_args(hint)) if is_dataclass(one))
        waiting += [one for one in inner if isinstance(one, type) and one not in seen]
    assert {f"framework-{cls.__name__}" for cls in seen} == {n for n in DEFS if n.startswith("framework-")}


def test_its_choices_and_lengths_are_those_of_the_program() -> None:
    choices = {
        ("activity", "aside"): ASIDE,
        ("activity", "formality"): FORMALITY,
        ("placement", "part"): PARTS,
    }
    for (name, field), values in {**choices, ("ambition", "horizon"): HORIZONS}.items():
        assert DEFS[name]["properties"][field]["enum"] == list(values)
    assert DEFS["title"]["maxLength"] == DEFS["line"]["maxLength"] == TITLE_LENGTH
    assert DEFS["prose"]["maxLength"] == TEXT_LENGTH
    assert [*KINDS] == DEFS["removed"]["properties"]["kind"]["enum"]
    assert ["portfolio", *KINDS] == DEFS["write"]["properties"]["kind"]["enum"]
    assert ["portfolio", *KINDS] == DEFS["variant"]["properties"]["kind"]["enum"]


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_export_keeps_to_it(language: str, document: dict[str, Any]) -> None:
    VALIDATOR.validate(document)
    out = io.BytesIO()
    nothing = exports.Source({}, lambda _digest, _told: False, lambda _digest, _name: iter(()))
    exports.write(out, exports.Form(".zip"), of(sample.portfolio(language)), nothing)
    VALIDATOR.validate(json.loads(zipfile.ZipFile(out).read("portfolio.json")))


def _first_of_all(given: Any) -> Any:
    """The document with one of everything; pairs stay pairs."""
    if isinstance(given, dict):
        return {name: _first_of_all(inner) for name, inner in given.items()}
    if isinstance(given, list) and not all(isinstance(one, str) for one in given):
        return [_first_of_all(given[0])]
    return given


def _places(given: Any) -> Iterator[tuple[Any, Any]]:
    """A first of everything in the document: what holds it, and its name or number there."""
    if isinstance(given, dict):
        for name in given:
            yield given, name
            yield from _places(given[name])
    elif isinstance(given, list) and given:
        yield given, 0
        yield from _places(given[0])


def _free(holder: Any, name: Any) -> bool:
    """`seen` and the fields in history and bin have names of their own."""
    return isinstance(holder, dict) and (name == "desk" or holder.keys() == {"title"})


BAD: dict[str, Callable[[Any, Any], object]] = {
    "gone": lambda holder, name: holder.pop(name),
    "another name": lambda holder, name: holder.update({f"{name}x": holder[name]}),
    "another type": lambda holder, name: holder.update({name: 0.5}),
}


@pytest.mark.parametrize("bad", BAD)
def test_nothing_may_be_missing_more_or_of_another_type(bad: str, document: dict[str, Any]) -> None:
    small, tried = _first_of_all(document), 0
    for at in range(sum(1 for _place in _places(small))):
        changed = json.loads(json.dumps(small))
        holder, name = list(_places(changed))[at]
        may_go = name in OPTIONAL and bad == "gone"
        if isinstance(holder, dict) and not (_free(holder, name) and bad != "another type") and not may_go:
            BAD[bad](holder, name)
            tried += 1
            assert not VALIDATOR.is_valid(changed), (bad, name)
    assert tried > 150


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        *(("activities", "title", ""), ("activities", "title", "x" * 301), ("activities", "aside", "x")),
        *(("activities", "since", "soon"), ("activities", "id", "../x"), ("activities", "hours", "many")),
        *(("placements", "part", "x"), ("placements", "cell", "x"), ("ambitions", "horizon", 2)),
        *(("goals", "stamp", "x"), ("actions", "actors", "x"), ("reflections", "text", "x" * 20_001)),
    ],
)
def test_values_that_cannot_be_are_refused(
    kind: str, field: str, value: object, document: dict[str, Any]
) -> None:
    changed = json.loads(json.dumps(document))
    changed[kind][0][field] = value
    assert not VALIDATOR.is_valid(changed)
