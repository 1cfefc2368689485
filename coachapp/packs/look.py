"""An institute's look in a pack: a colour that can be read, and sections of a plan that there are."""

from decimal import Decimal
from typing import Any, Final

from coachapp import formats
from coachapp.domain.for_reader import SECTIONS
from coachapp.domain.look import LEAST_CONTRAST, LONGEST_FOOTER, Look, contrast, is_colour
from coachapp.i18n import gettext as _
from coachapp.packs.logo import logo
from coachapp.packs.readers import Optional, Reader, fields, several, words
from coachapp.packs.reading import Spot, one_of


def accent(value: Any, spot: Spot) -> str:
    """A colour that can be read on paper."""
    if not isinstance(value, str) or not is_colour(value):
        spot.expect(_("A colour such as “#1F5F8B”."))
    elif contrast(value) < LEAST_CONTRAST:
        spot.expect(
            _(
                "A darker colour: headings in {colour} have a contrast of {ratio} to 1 with the paper, and "
                "{least} to 1 is needed to read them."
            ).format(colour=value, ratio=_number(contrast(value)), least=_number(LEAST_CONTRAST))
        )
    return value


def _number(contrast: float) -> str:
    """Rounded down, as 4.49 is not enough."""
    return formats.number(Decimal(int(contrast * 10)) / 10)


def section(value: Any, spot: Spot) -> str:
    if value in SECTIONS:
        spot.reading.name("section", value, spot)
    else:
        spot.expect(one_of(SECTIONS, str(value)))
    return value


_READERS: Final[dict[str, Reader | Optional]] = {
    "logo": Optional(logo, default=""),
    "logo_text": Optional(words(), default=None),
    "accent": Optional(accent, default=""),
    "footer": Optional(words(LONGEST_FOOTER), default=None),
    "sections": Optional(several(section), default=()),
}


def look(value: Any, spot: Spot) -> Look | None:
    before = len(spot.reading.faults)
    found = fields(value, spot, _READERS)
    if isinstance(value, dict) and ("logo" in value) != ("logo_text" in value):
        spot.expect(_("Both “logo” and “logo_text”, which is read out where the logo stands; or neither."))
    return Look(**found) if len(spot.reading.faults) == before else None
