"""A framework as JSON text and back, for the portfolio that keeps the one it was made with."""

import json
from collections.abc import Callable
from dataclasses import asdict, fields, is_dataclass
from functools import cache
from types import GenericAlias, UnionType
from typing import Any, get_args, get_type_hints

from coachapp.domain.framework import Framework

Build = Callable[[Any], Any]


def to_json(framework: Framework) -> str:
    """What is optional and isn't there is left out, as in frameworks from before there was such a thing."""
    return json.dumps(
        asdict(framework, dict_factory=_without_nothing), ensure_ascii=False, separators=(",", ":")
    )


def from_json(text: str) -> Framework:
    """Raises ValueError, KeyError or TypeError for anything `to_json` did not write."""
    try:
        return _builder(Framework)(json.loads(text))
    except RecursionError as error:
        raise ValueError("too deep") from error


def _without_nothing(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value for name, value in pairs if value is not None}


@cache
def _builder(kind: Any) -> Build:
    """What makes a value of this kind of what JSON gave; made once for each kind, as there are few."""
    if is_dataclass(kind):
        return _item_builder(kind)
    if _optional(kind):
        return _builder(get_args(kind)[0])
    if isinstance(kind, GenericAlias):
        return _list_builder(kind)

    def exactly(value: Any) -> Any:
        if type(value) is not kind:
            raise TypeError(kind, value)
        return value

    return exactly


def _item_builder(cls: Any) -> Build:
    hints = get_type_hints(cls)
    kinds = {field.name: hints[field.name] for field in fields(cls)}
    builders = {name: _builder(kind) for name, kind in kinds.items()}
    optional = {name for name, kind in kinds.items() if _optional(kind)}

    def build(value: Any) -> Any:
        there = ((n, b) for n, b in builders.items() if n not in optional or n in value)
        return cls(**{name: builder(value[name]) for name, builder in there})

    return build


def _list_builder(kind: GenericAlias) -> Build:
    first, *others = map(_builder, (inner for inner in get_args(kind) if inner is not ...))
    many = get_args(kind)[-1] is ...

    def build(value: Any) -> Any:
        if type(value) is not list:
            raise TypeError(kind, value)
        if many:
            return tuple(map(first, value))
        return tuple(builder(item) for builder, item in zip((first, *others), value, strict=True))

    return build


def _optional(kind: Any) -> bool:
    return isinstance(kind, UnionType)
