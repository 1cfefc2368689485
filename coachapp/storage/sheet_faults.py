"""What can be wrong with the words of a recovery sheet, and with changing a passphrase."""

from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext


class UnknownWord(CoachError):
    """`word` at place `number` is not among those that sheets are made of."""

    def _template(self) -> str:
        return _(
            "Word {number}, “{word}”, is on no recovery sheet. "
            "Compare it with your sheet letter by letter; four letters of each word are enough."
        )


class WrongNumberOfWords(CoachError):
    """`count`: how many there are instead of 24."""

    def _template(self) -> str:
        count = int(str(self.fields["count"]))
        return ngettext(
            "There is {count} word here; the sheet has 24. Type all of them.",
            "There are {count} words here; the sheet has 24. Look which one is missing or stands here twice.",
            count,
        )


class ChecksumFails(CoachError):
    def _template(self) -> str:
        return _(
            "These are 24 words, but they don't belong together: one is wrong, or two changed places. "
            "Compare them with your sheet, in the order of the numbers."
        )


class WrongSheet(CoachError):
    """Sound words, but another key than the file's."""

    def _template(self) -> str:
        return _(
            "This sheet doesn't open “{name}”. It belongs to another portfolio, or it was made before "
            "the passphrase was changed. Look at the name and the date on the sheet."
        )


class NotEncrypted(CoachError):
    def _template(self) -> str:
        return _(
            "“{name}” has no passphrase: anyone with the file can read it. There is no key to keep or change."
        )


class NotProven(CoachError):
    """Who wants another passphrase must know the one there is."""

    def _template(self) -> str:
        return _("That is neither the passphrase of “{name}” nor its recovery sheet. Type it again.")


class SamePassphrase(CoachError):
    def _template(self) -> str:
        return _("That is the passphrase it has already. Choose another one.")


class KeyNotChanged(CoachError):
    """Nothing was changed; `reason`: why, as a plain sentence."""

    def _template(self) -> str:
        return _(
            "The passphrase of “{name}” was not changed; the old one still opens it. {reason} "
            "Try it again when that is solved."
        )


class KeyInDoubt(CoachError):
    """The file could not be looked at any more; `reason`: why, as a plain sentence."""

    def _template(self) -> str:
        return _(
            "It is not sure whether the passphrase of “{name}” was changed. {reason} "
            "Keep both: one of the two will open it."
        )
