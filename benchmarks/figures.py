"""A measured figure and the limit it has to keep."""

import statistics
import time
from collections.abc import Callable, Iterable
from typing import Any


def figure(name: str, value: float, limit: float, **more: Any) -> dict[str, Any]:
    """`more` tells what the value is made of, such as the floor."""
    return {"name": name, "value": round(value, 3), "limit": limit, "met": value <= limit, **more}


def milliseconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def percentile(values: Iterable[float], part: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


median = statistics.median
