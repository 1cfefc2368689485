"""Which backups need another passphrase than the file that is open."""

from pathlib import Path
from typing import Final

from coachapp.errors import CoachError
from coachapp.storage import header, pages
from coachapp.storage.keys import Key

_SEVERAL: Final = 100  # pages, of which one tells


def needs_another(backup: Path, key: Key | None) -> bool:
    """Whether this key, or none, is not the one; what can't be looked at is told when it is opened."""
    try:
        return header.sniff(backup) and not (key and pages.fits(backup, key, _SEVERAL))
    except (CoachError, OSError):
        return False


def needs_an_older(backup: Path, key: Key | None) -> bool:
    """Whether it is of the file of this key, which changed since; the salt stays."""
    try:
        of_this = key is not None and header.read(backup)[: header.SALT_LENGTH] == key.salt
    except (CoachError, OSError):
        return False
    return of_this and needs_another(backup, key)
