"""Backups: each a whole portfolio file with the key of the first, opened and checked after writing.

They never are the reason that work stops: `before` tells what went wrong, and the work goes on.
"""

import datetime as dt
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, ClassVar, Final, NamedTuple, Protocol

from sqlalchemy import Engine

from coachapp.domain.retention import Backup
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.storage import backup_folder as folders
from coachapp.storage import copying, proving, schema
from coachapp.storage.connection import FAULTS, to_read
from coachapp.storage.copying import Stopped
from coachapp.storage.creation import sync_folder
from coachapp.storage.faults import InUse
from coachapp.storage.form import Form
from coachapp.storage.keys import Key
from coachapp.storage.migrations import VERSION
from coachapp.storage.patience import limited
from coachapp.storage.reasons import reason

# A view or a virtual table of that name could make reading do anything.
_ID: Final = """
SELECT id FROM portfolio WHERE typeof(id) = 'text' AND length(id) < 100 AND EXISTS (
    SELECT 1 FROM sqlite_schema WHERE name = 'portfolio' AND type = 'table' AND sql LIKE 'CREATE TABLE %'
) LIMIT 1
"""


class NotBackedUp(CoachError):
    """`reason`: why, as a plain sentence."""

    def _template(self) -> str:
        return _("No backup could be made. {reason} You can go on working; it is tried again later.")


class _Of(NamedTuple):
    """The moment whose state it holds, why it is made, and how names of its kind end."""

    made: dt.datetime
    why: str
    ending: str = ".coach"


class Copied(Protocol):
    """An open file, of a portfolio or of another kind."""

    form: ClassVar[Form[Any]]

    @property
    def kept_as(self) -> str: ...

    def copy_to(self, path: Path) -> None: ...


def make(file: Copied, why: str, *, of: dt.datetime | None = None) -> Backup:
    """Make one of the file as it is now; `why`: one of REASONS. Raises NotBackedUp.

    `of`: the moment whose state it holds, when that is not now.
    """
    about = _Of(of or dt.datetime.now(), why, file.form.ending)  # noqa: DTZ005
    return _made(file.kept_as, file.copy_to, about)


def before(file: Copied, why: str, *, sparing: Path | None = None) -> NotBackedUp | None:
    """Make one before a change of much at once; what is returned may be told, and stops nobody.

    `sparing`: an earlier one that is still to be read, and stays even when its time is up.
    """
    try:
        about = _Of(dt.datetime.now(), why, file.form.ending)  # noqa: DTZ005
        _made(file.kept_as, file.copy_to, about, sparing)
    except NotBackedUp as failed:
        return failed
    return None


def before_update(database: Engine, key: Key | None) -> None:
    """Of a file of an older version, before it is brought up to date; nothing of it is trusted yet."""
    with suppress(*FAULTS, schema.UnknownSchema, NotBackedUp):
        with to_read(database) as connection, limited(connection):
            if schema.version(connection) >= VERSION:
                return
            schema.check_older(connection)
            portfolio_id = connection.exec_driver_sql(_ID).scalar()
        if portfolio_id:
            copy_to = partial(_copy_and_prove, database, key, str(portfolio_id))
            _made(str(portfolio_id), copy_to, _Of(dt.datetime.now(), "update"))  # noqa: DTZ005


def _copy_and_prove(database: Engine, key: Key | None, portfolio_id: str, path: Path) -> None:
    busy = threading.Lock()
    with busy:
        copying.copy(database, key, path, busy, lambda: True)
    proving.prove(path, key, portfolio_id)


def newest(portfolio_id: str, why: str = "") -> Backup | None:
    """The last one, or the last for this reason."""
    every = folders.found(folders.folder(portfolio_id))
    return next((one for one in every if why in ("", one.reason)), None)


def _made(held_id: str, copy_to: Callable[[Path], None], about: _Of, sparing: Path | None = None) -> Backup:
    place = folders.folder(held_id)
    try:
        with folders.writing(place):
            path = _written(place, copy_to, folders.free_name(place, *about))
            folders.tidy(place, {path, sparing})
            size = path.stat().st_size
    except Stopped:
        raise NotBackedUp(reason=_("The portfolio was closed meanwhile.")) from None
    except InUse:
        raise NotBackedUp(reason=_("Another window is making one just now.")) from None
    except CoachError as error:
        raise NotBackedUp(reason=error.text()) from None
    except (*FAULTS, OSError, ValueError) as error:  # ValueError: a name no folder can have
        raise NotBackedUp(reason=reason(error)) from None
    return Backup(about.made, size, path, about.why)


def _written(place: Path, copy_to: Callable[[Path], None], name: str) -> Path:
    """It has its name only when it is whole, checked and on the disk."""
    draft, path = folders.draft(place, name), place / name
    try:
        copy_to(draft)
        draft.rename(path)
        sync_folder(place)
    finally:
        with suppress(OSError):
            draft.unlink()
    return path
