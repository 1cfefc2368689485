"""JSON from elsewhere, within what memory and the file can hold."""

import json
from typing import Any, Final, NoReturn

MOST_BYTES: Final = 64_000_000
_MOST_VALUES: Final = 3_000_000
_DEEPEST: Final = 12
LARGEST: Final = 2**53


def parsed(data: bytes) -> dict[str, Any]:
    """Raises ValueError, TypeError or RecursionError."""
    if len(data) > MOST_BYTES or sum(map(data.count, (b",", b"[", b"{"))) > _MOST_VALUES:
        raise ValueError(len(data))
    given = json.loads(
        data.decode("utf-8-sig"), object_pairs_hook=_once, parse_float=_refused, parse_constant=_refused
    )
    if type(given) is not dict:
        raise TypeError(given)
    _check(given)
    return given


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError(pairs[0][0])
    return found


def _refused(text: str) -> NoReturn:
    raise ValueError(text)


def _check(given: Any) -> None:
    """Level by level: not too deep, whole numbers that fit, texts that can be written."""
    level = [given]
    for _depth in range(_DEEPEST):
        texts = [one for one in level if isinstance(one, str)]
        texts += [name for one in level if isinstance(one, dict) for name in one]
        if "\0" in "".join(texts).encode().decode():  # encode: no half characters
            raise ValueError("\0")
        if any(isinstance(one, int) and abs(one) > LARGEST for one in level):
            raise ValueError(LARGEST)
        level = [
            inner
            for one in level
            if isinstance(one, dict | list)
            for inner in (one.values() if isinstance(one, dict) else one)
        ]
        if not level:
            return
    raise ValueError(_DEEPEST)
