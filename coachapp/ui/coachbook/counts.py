"""Reading a small number that is typed, such as how many talks were agreed."""

from coachapp.domain.coach_book.book import MOST_TALKS
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _


class NotACount(CoachError):
    """`value`: what was typed; `most`: the most there can be."""

    def _template(self) -> str:
        return _("“{value}” is not a number of talks. Type a whole number up to {most}.")


def read(text: str) -> int:
    """Nothing typed is none. Raises NotACount."""
    clean = text.strip()
    if clean and not (clean.isascii() and clean.isdigit() and int(clean[:9]) <= MOST_TALKS):
        raise NotACount(value=clean, most=MOST_TALKS)
    return int(clean or 0)


def write(count: object) -> str:
    return str(count or "")
