"""An activity's life in plain sentences, from the history of it and its cards."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from coachapp.domain.framework import Framework
from coachapp.domain.history import Change, Write
from coachapp.domain.values import Cell
from coachapp.domain.wording import field_word
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _


class Event(NamedTuple):
    """What happened on this day (ISO)."""

    day: str
    words: str


def events(changes: Iterable[Change], framework: Framework) -> tuple[Event, ...]:
    """Of changes that touched one activity and its cards (`history.life`), oldest first."""
    return tuple(Event(c.day, words) for c in changes for words in _told(c.writes, framework))


def _told(writes: tuple[Write, ...], framework: Framework) -> Iterator[str]:
    for write in writes:
        if write.kind == "activities":
            yield from _of_activity(write)
        elif write.kind == "placements":
            yield from _of_card(write, framework)


def _of_activity(write: Write) -> Iterator[str]:
    was, now = write.was, write.now
    if was is None:
        yield _("Added")
    elif now is None:
        yield _("Removed")
    else:
        if "title" in now:
            yield _("Renamed: “{before}” became “{after}”").format(
                before=was.get("title", ""), after=now["title"]
            )
        if now.get("aside"):
            yield _("Laid under my own learning") if now["aside"] == "learning" else _("Laid off the board")
        yield from _others(write, ("title", "aside"))


def _of_card(write: Write, framework: Framework) -> Iterator[str]:
    was, now = write.was, write.now
    if was is None:
        yield _("Placed in {cell}").format(cell=_cell(now, framework))
    elif now is None:
        yield _("Taken out of {cell}").format(cell=_cell(was, framework))
    else:
        if "cell" in now:
            yield _("Moved from {before} to {after}").format(
                before=_cell(was, framework), after=_cell(now, framework)
            )
        for name in ("status", "energy"):
            if name in now:
                word = framework.word(name, str(now[name])) if now[name] else _("not chosen any more")
                yield f"{_capital(field_word('placements', name))}: {word}"
        yield from _others(write, ("cell", "status", "energy", "placed_on"))


def _others(write: Write, told: tuple[str, ...]) -> Iterator[str]:
    names = dict.fromkeys(field_word(write.kind, name) for name in write.now or () if name not in told)
    if names:
        yield _("Changed: {fields}").format(fields=", ".join(names))


def _cell(fields: Any, framework: Framework) -> str:
    """A cell that is not on the board, as only a damaged file has, reads as it is written."""
    text = str((fields or {}).get("cell", ""))
    try:
        return framework.cell_title(Cell.parse(text))
    except (StopIteration, CoachError):
        return text


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
