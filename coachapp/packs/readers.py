"""Readers: what may stand somewhere in a pack, and the value it becomes.

A reader gets what TOML found, and the spot where it stands. It returns the value; or it notes a
fault at the spot and returns nothing of use, so that one reading finds every fault.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from coachapp.domain import values
from coachapp.domain.values import Cell
from coachapp.domain.words import Words
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.packs.reading import Spot, one_of

ID_LENGTH: Final = 40
TITLE: Final = 120
PROSE: Final = 1000
LISTED: Final = 500

Reader = Callable[[Any, Spot], Any]

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True, slots=True)
class Optional:
    """What may be left out, and what holds then."""

    reader: Reader
    default: Any


def text(limit: int = TITLE) -> Reader:
    """One line of text that shows something."""

    def read(value: Any, spot: Spot) -> str:
        if not isinstance(value, str):
            spot.expect(_("A text between quotes."))
            return ""
        if len(value) > limit:
            spot.expect(_("A text of at most {limit} characters.").format(limit=limit))
        elif not value.strip() or not value.replace("\u200d", "").isprintable():
            spot.expect(_("One line of text that can be seen."))
        return value

    return read


def flag(value: Any, spot: Spot) -> bool:
    if not isinstance(value, bool):
        spot.expect(_("true or false, without quotes."))
    return value


def whole(least: int, most: int) -> Reader:
    def read(value: Any, spot: Spot) -> int:
        if type(value) is not int or not least <= value <= most:
            spot.expect(_("A whole number from {least} to {most}.").format(least=least, most=most))
        return value

    return read


def day(value: Any, spot: Spot) -> str:
    """A date between quotes, as exact as it is known."""
    try:
        good = bool(values.date(text()(value, spot)))
    except CoachError:
        good = False
    if isinstance(value, str) and not good:
        spot.expect(_("A date between quotes, such as “2026-11” or “2026-11-26”."))
    return value


def identifier(value: Any, spot: Spot) -> str:
    if not isinstance(value, str) or len(value) > ID_LENGTH or not _ID.fullmatch(value):
        spot.expect(_("An id: at most {limit} small letters, digits and hyphens.").format(limit=ID_LENGTH))
    return value


def id_of(kind: str) -> Reader:
    """The id by which the rest of the pack, and portfolios, refer to a thing of this kind."""

    def read(value: Any, spot: Spot) -> str:
        if isinstance(identifier(value, spot), str):
            spot.reading.name(kind, value, spot)
        return value

    return read


def language(value: Any, spot: Spot) -> str:
    if not isinstance(value, str) or not _LANGUAGE.fullmatch(value):
        spot.expect(_("A language as two or three small letters, such as “nl”."))
    else:
        spot.reading.name("language", value, spot)
    return value


def reference(kind: str) -> Reader:
    """The id of a thing of this kind in this pack."""

    def read(value: Any, spot: Spot) -> str:
        spot.reading.refer(kind, text()(value, spot), spot)
        return value

    return read


def cell(value: Any, spot: Spot) -> Cell:
    """A place on the board, such as "leren/nano"; its level may be off."""
    found = Cell.parse(text()(value, spot))
    if str(found) != value or "/" in found.level:
        spot.expect(
            _("A role and a level with “/” between them, such as “{example}”.").format(example="leren/nano")
        )
    else:
        spot.reading.refer("role", found.role, spot)
        spot.reading.refer("level", found.level, spot)
    return found


def words(limit: int = TITLE) -> Reader:
    """A text in every language of the pack."""

    def read(value: Any, spot: Spot) -> Words:
        languages = spot.reading.languages
        found = fields(value, spot, dict.fromkeys(languages, text(limit)))
        return Words(tuple(found.items()))

    return read


def several(reader: Reader, least: int = 1) -> Reader:
    """A list of such things."""

    def read(value: Any, spot: Spot) -> tuple[Any, ...]:
        if not isinstance(value, list):
            spot.expect(_("A list."))
            return ()
        if not least <= len(value) <= LISTED:
            spot.expect(_("A list of {least} to {most} items.").format(least=least, most=LISTED))
        return tuple(reader(item, spot.at(i)) for i, item in enumerate(value[:LISTED], 1))

    return read


def table(build: Callable[..., Any], inline: Reader | None = None, **readers: Reader | Optional) -> Reader:
    """A table with these names; `inline` reads the text whose languages stand in the table itself."""

    def read(value: Any, spot: Spot) -> Any:
        languages = spot.reading.languages if inline else ()
        own = value if isinstance(value, dict) else {}
        found = fields(value, spot, readers, beside=languages)
        if inline:
            found["text"] = inline({name: own[name] for name in languages if name in own}, spot)
        return build(**found)

    return read


def fields(
    value: Any, spot: Spot, readers: dict[str, Reader | Optional], beside: tuple[str, ...] = ()
) -> dict[str, Any]:
    """What each reader makes of the name it is for; names for which there is none are faults."""
    if not isinstance(value, dict):
        spot.expect(_("A table with these names: {names}.").format(names=", ".join((*readers, *beside))))
        return dict.fromkeys(readers)
    for name in value:
        if name not in readers and name not in beside:
            spot.at(name).expect(one_of((*readers, *beside), name))
    return {name: _field(reader, value, name, spot.at(name)) for name, reader in readers.items()}


def _field(reader: Reader | Optional, table: dict[str, Any], name: str, spot: Spot) -> Any:
    if isinstance(reader, Optional):
        return reader.reader(table[name], spot) if name in table else reader.default
    if name in table:
        return reader(table[name], spot)
    spot.expect(_("This is needed, and it is not here."))
    return None
