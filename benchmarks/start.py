"""The start: from the command to the first paint, and how the window answers while the rest is loaded."""

from typing import Any, Final

from benchmarks.figures import figure, median
from benchmarks.fresh import surroundings

_ROUNDS: Final = 15


def run() -> list[dict[str, Any]]:
    with surroundings() as around:
        rounds = [(around.run("bare_window"), around.run("start_page")) for _round in range(_ROUNDS + 1)]
    floor = median(bare["painted"] for bare, _ours in rounds[1:])
    ours = median(our["painted"] for _bare, our in rounds[1:])
    stalls = [our["stall"] for _bare, our in rounds[1:]]
    return [
        figure(
            "start to first paint of the start page / a bare window",
            ours / floor,
            1.5,
            ms=round(ours),
            bare_window=round(floor),
            screen=around.screen,
        ),
        figure(
            "longest stall of the window while the rest is loaded (ms)",
            median(stalls),
            50,
            worst_of_all=round(max(stalls), 1),
            screen=around.screen,
        ),
    ]
