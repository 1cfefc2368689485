"""Failures that a person can do something about.

Each class says in `text` what happened and what to do next, in the reader's language. Anything
else that is raised is a bug.
"""

from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext


class CoachError(Exception):
    """Base of all expected failures; `fields` fill the message."""

    def __init__(self, **fields: object) -> None:
        super().__init__(fields)
        self.fields = fields

    def text(self) -> str:
        """One plain message: what happened, what to do next."""
        return self._template().format(**self.fields)

    def _template(self) -> str:
        raise NotImplementedError

    def __str__(self) -> str:
        return self.text()


class EmptyText(CoachError):
    """A title or name without a single visible character."""

    def _template(self) -> str:
        return _("Type at least one letter or number.")


class TextTooLong(CoachError):
    """`limit`: the most characters, `length`: what was given."""

    def _template(self) -> str:
        return _("This text has {length} characters; {limit} fit here. Make it shorter.")


class NotAValue(CoachError):
    """`value` is not one of the words `field` can have."""

    def _template(self) -> str:
        return _("“{value}” can't be chosen for {field}. Choose one of the words in the list.")


class NotADate(CoachError):
    """`value` is not a year, a month or a day."""

    def _template(self) -> str:
        return _("“{value}” is not a date. Type a year (2026), a month (2026-08) or a day (2026-08-31).")


class NotHours(CoachError):
    """`value` is not an amount of hours."""

    def _template(self) -> str:
        return _("“{value}” is not a number of hours. Type a number such as 12 or 12.5.")


class NotThere(CoachError):
    """`id` names nothing in this portfolio."""

    def _template(self) -> str:
        return _("This is no longer in the portfolio. It may have been removed.")


class UnknownCell(CoachError):
    """`cell` is not on the portfolio's board."""

    def _template(self) -> str:
        return _("“{cell}” is not a cell of this board. Choose a role and a reach that are on it.")


class AlreadyInCell(CoachError):
    """`title` lies in the cell it should go to."""

    def _template(self) -> str:
        return _("“{title}” is already in that cell. Choose another cell.")


class TooManyGoals(CoachError):
    """`limit`: how many goals fit in a plan at a time."""

    def _template(self) -> str:
        limit = int(str(self.fields["limit"]))
        return ngettext(
            "A plan has at most {limit} goal at a time. Change it, or remove it first.",
            "A plan has at most {limit} goals at a time. Change one, or remove one first.",
            limit,
        )


class EmptyPassphrase(CoachError):
    def _template(self) -> str:
        return _("The passphrase is empty. Type at least one character.")


class DamagedHistory(CoachError):
    def _template(self) -> str:
        return _(
            "The history has values that CoachApp never writes, so that day can't be shown. "
            "The portfolio of today is whole. To see an earlier one, go back to a backup."
        )
