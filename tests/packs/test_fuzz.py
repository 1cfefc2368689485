"""Packs spoiled by chance: either nothing is wrong with them, or BadPack tells what is."""

import json
import math
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from coachapp import packs, paths
from coachapp.domain import rules
from coachapp.domain.framework import VOCABULARIES, Framework
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.snapshot import from_json, to_json
from coachapp.packs import BadPack

GOOD = {file.name: file.read_bytes() for file in paths.resource("packs", "leraarsbord").iterdir()}
TABLES = {name: tomllib.loads(data.decode()) for name, data in GOOD.items()}

_leaves = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(),
    st.text(max_size=8),
    st.sampled_from(("leren", "leren/nano", "*/macro", "nl", "doing", "x" * 2000, "../..", "\0", "\u202e")),
)
_odd = st.recursive(
    _leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
)


def _toml(value: Any) -> str:
    match value:
        case bool():
            return str(value).lower()
        case float():
            return repr(value) if math.isfinite(value) else str(value)
        case str():
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
        case list():
            return "[" + ",\n".join(map(_toml, value)) + "]"
        case dict():
            return "{" + ", ".join(f"{_toml(key)} = {_toml(item)}" for key, item in value.items()) + "}"
    return str(value or 0)


@st.composite
def _spoiled(draw: st.DrawFn, value: Any) -> Any:
    """The same with something in it replaced, taken away, doubled or put beside it."""
    how = draw(st.sampled_from(("down", "down", "down", "replace", "remove", "double", "beside")))
    if how == "replace" or not isinstance(value, dict | list) or not value:
        return draw(_odd)
    keys = list(value) if isinstance(value, dict) else list(range(len(value)))
    key = draw(st.sampled_from(keys))
    new = value.copy()
    if how == "down":
        new[key] = draw(_spoiled(value[key]))
    elif how == "remove":
        del new[key]
    elif isinstance(new, dict):
        new[draw(st.text(max_size=6))] = value[key]
    else:
        new.insert(key, value[key])
    return new


def _check_use(framework: Framework) -> None:
    """All that the program asks of a framework."""
    assert from_json(to_json(framework)) == framework
    assert framework.board
    assert all(framework.choices(name) for name in VOCABULARIES)
    assert {"doing", "done", "exploring", "leaving"} <= set(framework.choices("status"))
    for cell in framework.board:
        assert framework.cell_title(cell)
        for there in (framework.examples, framework.questions_for, framework.paths_through, framework.beside):
            there(cell)
    assert list(rules.faults(Portfolio("1", "T. Est", framework))) == []


def _try(files: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            Path(folder, name).write_bytes(data)
        try:
            found = packs.load(Path(folder))
        except BadPack as bad:
            found = bad
    if isinstance(found, BadPack):
        assert found.text()
        assert all(str(fault).isprintable() for fault in found.faults)
    else:
        _check_use(found)


@settings(max_examples=80)
@given(data=st.data(), name=st.sampled_from(sorted(GOOD)))
def test_any_value_anywhere_is_read_or_told(data: st.DataObject, name: str) -> None:
    spoiled = data.draw(_spoiled(TABLES[name]))
    text = "\n".join(f"{_toml(key)} = {_toml(value)}" for key, value in dict(_pairs(spoiled)).items())
    _try({**GOOD, name: text.encode("utf-8", "surrogatepass")})


def _pairs(value: Any) -> list[tuple[str, Any]]:
    return list(value.items()) if isinstance(value, dict) else [("value", value)]


@settings(max_examples=60)
@given(data=st.data(), name=st.sampled_from(sorted(GOOD)))
def test_any_bytes_anywhere_are_read_or_told(data: st.DataObject, name: str) -> None:
    good = GOOD[name]
    start = data.draw(st.integers(0, len(good)))
    end = data.draw(st.integers(start, min(len(good), start + 40)))
    new = data.draw(
        st.binary(max_size=12) | st.sampled_from((b"[", b"]]", b'"', b"\n", b"= ", b'"""', b"\r", b"{"))
    )
    _try({**GOOD, name: good[:start] + new + good[end:]})
