"""What can be wrong with a pack, told to the person who wrote it."""

from typing import NamedTuple

from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
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


class BadPolicy(CoachError):
    """`path` of the rules for this computer, `faults` all that is wrong with them."""

    @property
    def faults(self) -> tuple[Fault, ...]:
        return self.fields["faults"]  # type: ignore[return-value]

    def text(self) -> str:
        return _(
            "The rules in {path} can't all be read, so the strict choice holds there. "
            "Ask who looks after this computer to put this right: {faults}"
        ).format(path=self.fields["path"], faults=" ".join(map(str, self.faults)))


class PassphraseRequired(CoachError):
    def _template(self) -> str:
        return _("On this computer a portfolio must have a passphrase. Choose one.")


class WeakPassphrase(CoachError):
    """`needed`: the words for the strength that is asked, or empty if only the worst is refused."""

    def _template(self) -> str:
        if not self.fields["needed"]:
            return _(
                "This passphrase is very easy to guess. "
                "Four words that don't belong together are strong and easy to keep."
            )
        return _(
            "This passphrase is too easy to guess; at least “{needed}” is asked here. "
            "Four words that don't belong together are strong and easy to keep."
        )
