"""What is said while the portfolio goes along."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from coachapp.domain.whereabouts import Copy
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext


def first(*, encrypted: bool) -> tuple[str, str]:
    """Before anything happens."""
    what = _(
        "All of it is written to the teacher's stick: history, bin and files too. It is read back from "
        "there, and only then you choose whether it is erased here."
    )
    key = (
        _("It opens with the same passphrase and recovery sheet as here.")
        if encrypted
        else _("It has no passphrase: whoever finds the stick can read it.")
    )
    return what, key


def wait(path: Path, here: Path) -> str:
    if path == here:
        return _("“{name}” is read, where it is…").format(name=path.name)
    words = _("“{name}” is written to {folder} and read back. Leave the stick in…")
    return words.format(name=path.name, folder=path.parent)


def there(path: Path, *, stays: bool) -> str:
    if stays:
        return _("“{name}” is whole, and stays in {folder}.").format(name=path.name, folder=path.parent)
    words = _("“{name}” is in {folder} now. All of it was read back from there.")
    return words.format(name=path.name, folder=path.parent)


def lines(copies: Sequence[Copy], *, stays: bool) -> Iterator[str]:
    """What goes here, and what doesn't."""
    if not stays:
        yield f"• {copies[0].path}"
    if backups := [one for one in copies if one.kind == "backup"]:
        count = ngettext("{count} backup in {folders}", "{count} backups in {folders}", len(backups))
        folders = ", ".join(dict.fromkeys(str(one.path.parent) for one in backups))
        yield "• " + count.format(count=len(backups), folders=folders)
    yield "• " + _("What CoachApp remembers on this computer of where it was")
    if others := [one for one in copies if one.kind == "copy"]:
        yield _("These copies stay; open and erase them one by one") + ":"
        yield from (f"• {one.path}" for one in others)
