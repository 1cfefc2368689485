"""What can be wrong with a pack, told to the person who wrote it."""

from typing import NamedTuple

from coachapp.errors import CoachError
from coachapp.i18n import ngettext


class Fault(NamedTuple):
    """`place` is a line or a name such as "questions[12].scope", counted from 1; empty: the whole file."""

    file: str
    place: str
    expected: str

    def __str__(self) -> str:
        return (
            f"{self.file}, {self.place}: {self.expected}" if self.place else f"{self.file}: {self.expected}"
        )


class BadPack(CoachError):
    """`path` is the pack, `faults` all that must be put right before it can be used."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        return self.fields["faults"]  # type: ignore[return-value]

    def text(self) -> str:
        count = len(self.faults)
        return ngettext(
            "The pack “{path}” can't be used yet. Put this right first: {first}",
            "The pack “{path}” can't be used yet: {count} things must be put right. The first: {first}",
            count,
        ).format(path=self.fields["path"], count=count, first=self.faults[0])
