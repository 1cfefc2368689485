"""The course of reading one pack: where we are, what was named, what was wrong."""

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from coachapp.i18n import gettext as _
from coachapp.packs.faults import Fault

_SHOWN: Final = 120


@dataclass(slots=True)
class Reading:
    """What one reading of one pack has met so far, over all its files."""

    languages: tuple[str, ...] = ()
    folder: Path = Path()
    faults: list[Fault] = field(default_factory=list)
    _named: dict[str, dict[str, "Spot"]] = field(default_factory=dict)
    _references: list[tuple["Spot", str, str]] = field(default_factory=list)

    def name(self, kind: str, name: str, spot: "Spot") -> None:
        """This id stands for a thing of this kind; no other may have it."""
        first = self._named.setdefault(kind, {}).setdefault(name, spot)
        if first is not spot:
            where = f"{first.file}, {first.place}"
            spot.expect(
                _("Something of its own: “{id}” is used already ({where}).").format(id=name, where=where)
            )

    def refer(self, kind: str, name: str, spot: "Spot") -> None:
        """A thing of this kind with this id must turn up somewhere in the pack."""
        self._references.append((spot, kind, name))

    def settle(self) -> None:
        """All is read: note the references to what did not turn up."""
        for spot, kind, name in self._references:
            known = self._named.get(kind, {})
            if name not in known:
                spot.expect(one_of(known, name))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a file of the pack that is being read; the items of a list are counted from 1."""

    reading: Reading
    file: str
    place: str = ""

    def at(self, key: str | int) -> "Spot":
        if isinstance(key, int):
            return Spot(self.reading, self.file, f"{self.place}[{key}]")
        return Spot(self.reading, self.file, f"{self.place}.{shown(key)}" if self.place else shown(key))

    def expect(self, expected: str) -> None:
        """Note that something else should stand here."""
        self.reading.faults.append(Fault(self.file, self.place, expected))


def one_of(choices: Collection[str], found: str) -> str:
    """A fault's words: one of these was expected, and this was found."""
    return _("One of these: {choices}. “{found}” is not among them.").format(
        choices=shown(", ".join(choices)), found=shown(found)
    )


def shown(text: str) -> str:
    """What the author wrote, fit for one line of a message."""
    visible = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text[: _SHOWN + 1])
    return visible if len(visible) <= _SHOWN else visible[:_SHOWN] + "…"
