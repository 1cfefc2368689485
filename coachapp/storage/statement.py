"""What a person keeps after she had a portfolio erased: when, what, and what that doesn't mean."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from coachapp import formats
from coachapp.domain.whereabouts import Left
from coachapp.i18n import gettext as _


def text(
    owner: str, gone: Sequence[Path], left: Sequence[Left], others: Sequence[Path], *, encrypted: bool
) -> str:
    """Nothing of the portfolio but the owner's name."""
    when = formats.moment(dt.datetime.now())  # noqa: DTZ005 - for a person, by her computer's clock
    head = _("CoachApp removed the portfolio of {owner} from this computer on {when}.")
    parts = [
        head.format(owner=owner, when=when),
        _listed(_("Removed:"), gone),
        _listed(_("Could not be removed. Remove it yourself:"), [f"{one.path} – {one.why}" for one in left]),
        _listed(_("Other copies that were opened on this computer and are still there:"), others),
        *honest(encrypted=encrypted),
    ]
    return "\n\n".join(part for part in parts if part)


def taken(along: Path) -> str:
    """What comes before it when the owner took the portfolio along."""
    words = _("The portfolio is in {path}. That was read back, whole, before anything was removed here.")
    return words.format(path=along)


def honest(*, encrypted: bool) -> tuple[str, str]:
    """What erasing can't do."""
    old = (
        _(
            "On an SSD, on a stick, or on a disk that keeps earlier versions, the old bytes may stay for "
            "a while. Nobody can read them without the passphrase or the recovery sheet: "
            "destroy that sheet too."
        )
        if encrypted
        else _(
            "On an SSD, on a stick, or on a disk that keeps earlier versions, the old bytes may stay for "
            "a while. This portfolio had no passphrase: who finds those bytes can read them."
        )
    )
    elsewhere = _(
        "CoachApp can't know of copies elsewhere: on sticks and other computers, in e-mail, in a cloud, "
        "or in the school's own backups. Remove those yourself, or ask who keeps them."
    )
    return old, elsewhere


def _listed(head: str, what: Sequence[object]) -> str:
    return "\n".join((head, *map(str, what))) if what else ""
