"""A screen reader's side of the story: reads the program, and works with it, by what it says of itself.

Runs in a process of its own, with the system's Python: it knows nothing of Qt or of CoachApp's code.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import pyatspi  # type: ignore[import-not-found]

HOME, LEFT, RIGHT, DOWN = 0xFF50, 0xFF51, 0xFF53, 0xFF54
SPACE, RETURN, F2 = 0x20, 0xFF0D, 0xFFBF
_PATIENCE = 15  # seconds


def main() -> None:
    told: dict[str, Any] = {}
    program = wait(lambda: next((app for app in pyatspi.Registry.getDesktop(0) if app), None))
    board = wait(lambda: find(program, "list", "Board"))
    told["board"] = [item.name for item in board]
    told["placed"] = place_a_card(board)
    wait(lambda: find(program, "list", "Pages")).querySelection().selectChild(1)
    table = wait(lambda: find(program, "table", "Activities"))
    told |= read_headers(table)
    told["row"] = edit_a_row(table)
    wait(lambda: find(program, "menu item", "Quit")).queryAction().doAction(0)
    json.dump(told, sys.stdout)


def read_conversation() -> None:
    """All that is said on the screen of a conversation, in the order in which it is met."""
    program = wait(lambda: next((app for app in pyatspi.Registry.getDesktop(0) if app), None))
    wait(lambda: find(program, "list", "Board"))
    note = wait(lambda: find(program, "text", "Our shared note"))
    wait(lambda: has_focus(note))
    pyatspi.Registry.generateKeyboardEvent(0, "Hier begint het", pyatspi.KEY_STRING)
    wait(lambda: "Hier begint het" in note.queryText().getText(0, -1))
    said = [(one.getRoleName(), one.name) for one in walk(program) if is_shown(one) and one.name]
    json.dump({"said": said, "asked": note.description}, sys.stdout)


def is_shown(one: Any) -> bool:
    return one.getState().contains(pyatspi.STATE_SHOWING)


def place_a_card(board: Any) -> str:
    """From those to place to the first cell; what is said of it then."""
    board.queryComponent().grabFocus()
    press(HOME)
    wait(lambda: focused(board).startswith("Helping students learn, One to one"))
    press(LEFT)
    wait(lambda: focused(board).startswith("To place"))
    press(DOWN)
    card = wait(lambda: "" if focused(board).startswith("To place") else focused(board))
    title = card.removesuffix(", To place")
    press(SPACE, RIGHT, SPACE)
    return wait(lambda: next((i.name for i in board if i.name.startswith(f"{title}, Helping")), ""))


def read_headers(table: Any) -> dict[str, Any]:
    cells = table.queryTable()
    return {
        "columns": [cells.getColumnHeader(column).name for column in range(cells.nColumns)],
        "rows": [cells.getRowHeader(row).name for row in range(cells.nRows)],
    }


def edit_a_row(table: Any) -> list[str]:
    """Another title and another status for the first row; what it says then."""
    cells = table.queryTable()

    def read() -> list[str]:
        return [cells.getAccessibleAt(0, column).name for column in range(cells.nColumns)]

    table.queryComponent().grabFocus()
    wait(lambda: has_focus(table))
    press(HOME, F2)
    wait(lambda: not has_focus(table))
    pyatspi.Registry.generateKeyboardEvent(0, "Biologie", pyatspi.KEY_STRING)
    press(RETURN)
    wait(lambda: read()[0] == "Biologie")
    status = read()[3]
    wait(lambda: has_focus(table))
    press(RIGHT, RIGHT, RIGHT, F2)
    wait(lambda: not has_focus(table))
    press(DOWN, RETURN)
    wait(lambda: read()[3] != status)
    return read()


def press(*keys: int) -> None:
    for key in keys:
        pyatspi.Registry.generateKeyboardEvent(key, None, pyatspi.KEY_SYM)


def focused(view: Any) -> str:
    return next((item.name for item in view if has_focus(item)), "")


def has_focus(one: Any) -> bool:
    return one.getState().contains(pyatspi.STATE_FOCUSED)


def find(above: Any, role: str, name: str) -> Any:
    """The first of this role and name below it, or None."""
    return next((o for o in walk(above) if o.name == name and o.getRoleName() == role), None)


def walk(above: Any) -> Iterator[Any]:
    for one in above:
        if one is not None:
            yield one
            yield from walk(one)


def wait(until: Callable[[], Any]) -> Any:
    """What comes, as soon as it is there; things may come and go meanwhile."""
    end, met = time.monotonic() + _PATIENCE, None
    while time.monotonic() < end:
        try:
            found = until()
        except Exception as gone:  # noqa: BLE001 - D-Bus has many words for "no longer there"
            found, met = None, gone
        if found:
            return found
        time.sleep(0.02)
    raise TimeoutError from met


if __name__ == "__main__":
    read_conversation() if sys.argv[1:] == ["conversation"] else main()
