"""How backups and copies are told."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from coachapp import formats
from coachapp.domain.retention import Backup
from coachapp.domain.whereabouts import Copy
from coachapp.i18n import gettext as _


def reason(why: str) -> str:
    """Why a backup was made; a word that this CoachApp doesn't know is told as it is."""
    return {
        "day": _("after a day's work"),
        "asked": _("by your wish"),
        "update": _("before the file was brought up to date"),
        "merge": _("before copies were joined"),
        "rekey": _("before the passphrase was changed"),
        "go-back": _("before going back"),
    }.get(why, why)


def backup(one: Backup, *, another_key: bool = False) -> str:
    """Such as "26 November 2026, 14:05", "after a day's work" and "249.9 kB", each on a line."""
    parts = (formats.moment(one.made), reason(one.reason), formats.size(one.size), _key(another=another_key))
    return "\n".join(part for part in parts if part)


def copy(one: Copy, *, another_key: bool = False) -> str:
    """When it was last written or made, why, and its size; or that it is gone."""
    if one.changed is None:
        return _("It is no longer there.")
    key = _key(another=another_key)
    parts = (formats.moment(one.changed), reason(one.reason), formats.size(one.size), key)
    return " · ".join(part for part in parts if part)


def _key(*, another: bool) -> str:
    return _("needs another passphrase") if another else ""


def show_in_folder(path: Path) -> Callable[[], object]:
    return lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
