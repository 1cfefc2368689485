"""Taking a portfolio along: a copy on her own stick, read back there, before anything goes here."""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from coachapp import paths
from coachapp.domain import copies
from coachapp.domain.portfolio import Portfolio
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.storage import creation, evidence, faults, joining
from coachapp.storage.connection import FAULTS
from coachapp.storage.copying import Stopped
from coachapp.storage.file import PortfolioFile, open_file
from coachapp.storage.reasons import reason


class NotTakenAlong(CoachError):
    """`reason`: why, as a plain sentence."""

    def _template(self) -> str:
        return _(
            "“{name}” was not taken along. Here it is as it was; nothing was erased. {reason} "
            "Try it again when that is solved, or choose another stick."
        )


class StaysHere(CoachError):
    def _template(self) -> str:
        return _(
            "“{folder}” is on a disk of this computer, so the portfolio would stay here. "
            "Choose a stick or another drive."
        )


def disk(folder: Path) -> int:
    """Tells a disk or stick from others, as long as it is connected. Raises NotTakenAlong."""
    try:
        return folder.stat().st_dev
    except OSError as error:
        raise NotTakenAlong(name=folder.name, reason=reason(error)) from None


def on_this_computer(path: Path) -> bool:
    """Whether it lies on the disk where this program keeps what it knows."""
    home = next(one for one in (paths.data_dir(), *paths.data_dir().parents) if one.exists())
    return disk(path) == disk(home)


def write(file: PortfolioFile, saved: Portfolio, path: Path, on: int) -> None:
    """Copy the file, which holds `saved`, with its key to this disk; it has its name when it is proved.

    Raises AlreadyThere, StaysHere or NotTakenAlong: then there is nothing of that name there, and what
    is here is as it was.
    """
    with _told(path, on):
        _refuse_if_gone(path, on)
        if on == disk(file.path) or on_this_computer(path.parent):
            raise StaysHere(folder=path.parent)
        with creation.drafted(path) as draft:
            file.copy_to(draft)
            if not _is_same(file, saved, draft):
                raise NotTakenAlong(name=path.name, reason=_not_the_same())
    look_again(file, saved, path, on)


def look_again(file: PortfolioFile, saved: Portfolio, path: Path, on: int) -> None:
    """Whether it still is there, on that disk, just before it goes here. Raises NotTakenAlong."""
    with _told(path, on):
        _refuse_if_gone(path, on)
        if path.resolve() == file.path.resolve():  # it was opened on the stick itself
            is_there = _is_whole(file, saved)
        else:
            with closing(open_file(path, file.key, read_only=True)) as copy:
                is_there = copy.portfolio == saved and copy.portfolio.clock == saved.clock
        if not is_there:
            raise NotTakenAlong(name=path.name, reason=_not_the_same())


def _is_same(file: PortfolioFile, saved: Portfolio, there: Path) -> bool:
    """Whether the copy gives back all of the file: history, bin, and each piece of evidence."""
    _forget_cached(there)
    with closing(open_file(there, file.key, read_only=True)) as copy:
        if not copies.same(joining.copy_of(copy, copy.portfolio), joining.copy_of(file, saved)):
            return False
        digests = evidence.sizes(file)
        return digests == evidence.sizes(copy) and all(
            evidence.is_sound(copy, digest) or not evidence.is_sound(file, digest) for digest in digests
        )


def _is_whole(file: PortfolioFile, saved: Portfolio) -> bool:
    joining.copy_of(file, saved)
    return all(evidence.is_sound(file, digest) for digest in evidence.sizes(file))


def _forget_cached(path: Path) -> None:
    """What is read then comes from the stick itself, where the system can be told so."""
    if not hasattr(os, "posix_fadvise"):
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(descriptor)


def _refuse_if_gone(path: Path, on: int) -> None:
    """Where a stick was taken out, its folder can stay: an empty one, on the disk of this computer."""
    if _is_gone(path, on):
        raise NotTakenAlong(name=path.name, reason=unplugged())


def _is_gone(path: Path, on: int) -> bool:
    try:
        return path.parent.stat().st_dev != on
    except OSError:
        return True


@contextmanager
def _told(path: Path, on: int) -> Iterator[None]:
    """Whatever goes wrong there, told with what is sure here."""
    try:
        yield
    except (NotTakenAlong, StaysHere, faults.AlreadyThere):
        raise
    except Stopped:
        raise faults.NotOpen(name=path.name) from None
    except (CoachError, *FAULTS, OSError) as error:
        if _is_gone(path, on):
            why = unplugged()
        elif isinstance(error, CoachError):
            why = str(error.fields.get("reason") or error.text())
        else:
            why = reason(error)
        raise NotTakenAlong(name=path.name, reason=why) from None


def _not_the_same() -> str:
    return _("What is read there is not what was written.")


def unplugged() -> str:
    return _("The stick or network drive is no longer connected.")
