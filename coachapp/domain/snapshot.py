"""A framework as JSON text and back, for the portfolio that keeps the one it was made with."""

import json
from dataclasses import asdict, fields, is_dataclass
from functools import cache
from types import GenericAlias, UnionType
from typing import Any, get_args, get_type_hints

from coachapp.domain.framework import Framework


def to_json(framework: Framework) -> str:
    """What is optional and isn't there is left out, as in frameworks from before there was such a thing."""
    return json.dumps(
        asdict(framework, dict_factory=_without_nothing), ensure_ascii=False, separators=(",", ":")
    )


def from_json(text: str) -> Framework:
    """Raises ValueError, KeyError or TypeError for anything `to_json` did not write."""
    try:
        return _built(Framework, json.loads(text))
    except RecursionError as error:
        raise ValueError("too deep") from error


def _without_nothing(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value for name, value in pairs if value is not None}


@cache
def _hints(cls: type) -> dict[str, Any]:
    hints = get_type_hints(cls)
    return {field.name: hints[field.name] for field in fields(cls)}


def _built(kind: Any, value: Any) -> Any:
    if is_dataclass(kind):
        hints = ((name, hint) for name, hint in _hints(kind).items() if name in value or not _optional(hint))
        return kind(**{name: _built(hint, value[name]) for name, hint in hints})  # type: ignore[operator]
    if _optional(kind):
        return _built(get_args(kind)[0], value)
    if isinstance(kind, GenericAlias):
        inner = get_args(kind)
        if type(value) is not list:
            raise TypeError(kind, value)
        if inner[-1] is ...:
            return tuple(_built(inner[0], item) for item in value)
        return tuple(_built(hint, item) for hint, item in zip(inner, value, strict=True))
    if type(value) is not kind:
        raise TypeError(kind, value)
    return value


def _optional(kind: Any) -> bool:
    return isinstance(kind, UnionType)
