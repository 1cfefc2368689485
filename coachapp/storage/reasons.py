"""Why the computer could not write, as one plain sentence: the `reason` in a fault's message."""

import errno
from pathlib import Path
from typing import Final

from coachapp.i18n import gettext as _
from coachapp.storage.connection import Code, code
from coachapp.storage.rights import may_write

_FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN: Final = (errno.EACCES, errno.EPERM, errno.EROFS)
_GONE: Final = (errno.ENOENT, errno.ENOTDIR)
_UNPLUGGED: Final = (
    *(errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ENOTCONN, errno.ETIMEDOUT),
    *(errno.EHOSTDOWN, errno.EHOSTUNREACH, errno.ENETDOWN, errno.ENETUNREACH),
)


def reason(error: Exception, place: Path | None = None) -> str:
    """Takes OSError and SQLAlchemy's DBAPIError.

    SQLite doesn't tell everything: a look at the file's place, if it is given, tells more.
    """
    said, number = code(error), getattr(error, "errno", 0)
    if said == Code.FULL or number in _FULL:
        return _("The disk is full.")
    if seen := _seen(place) if place else "":
        return seen
    if said == Code.READ_ONLY or number in _FORBIDDEN:
        return _("You may not write in this folder, or the file is read-only.")
    if said in (Code.CORRUPT, Code.NOT_A_DATABASE):
        return _("A part of the file is damaged.")
    if said == Code.BUSY:
        return _("Another program is reading the file just now.")
    return _by_number(number) or _("The disk, stick or network folder gives an error.")


def _seen(place: Path) -> str:
    """What a look at the place of a file tells."""
    try:
        if not place.parent.exists():
            return _("Its folder is no longer there. Look whether the stick or network drive is connected.")
        if not place.exists():
            return _("The file is no longer in its folder.")
        if not may_write(place):
            return _("The file has been made read-only.")
        if not may_write(place.parent):
            return _("You may no longer write in its folder.")
    except OSError as error:
        return _by_number(error.errno or 0)
    return ""


def _by_number(number: int) -> str:
    if number in _GONE:
        return _("The file or its folder is no longer there.")
    if number in _UNPLUGGED:
        return _("The stick or network drive is no longer connected.")
    return ""
