"""Whether a copy that was just written can be relied on."""

from pathlib import Path
from typing import Any

from coachapp.i18n import gettext as _
from coachapp.storage import header, reading
from coachapp.storage.connection import engine
from coachapp.storage.faults import DamagedFile, TooOldToRead
from coachapp.storage.form import Form
from coachapp.storage.keys import Key
from coachapp.storage.portfolio_form import PORTFOLIO


def prove(path: Path, key: Key | None, held_id: str, form: Form[Any] = PORTFOLIO) -> None:
    """Open it, check each page, and read what it holds; raises a CoachError or one of FAULTS."""
    place = path.resolve()
    with header.remembered(place):
        database = engine(place, key, read_only=True)
        try:
            with database.begin() as connection:
                for pragma in (*(["cipher_integrity_check"] if key else []), "quick_check(1)"):
                    told = connection.exec_driver_sql(f"PRAGMA {pragma}").scalars()
                    _refuse(path, set(told) - {"ok"})
            found = reading.read(database, path, form, encrypted=key is not None, read_only=True)
            _refuse(path, found.value.id != held_id)
        except TooOldToRead:
            pass  # it is that of a file which is brought up to date next; its pages are sound
        finally:
            database.dispose()


def _refuse(path: Path, wrong: object) -> None:
    if wrong:
        raise DamagedFile(name=path.name, fault=_("It is not what was written."))
