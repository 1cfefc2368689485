"""A new portfolio file of a whole copy with its evidence."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from coachapp.domain.copies import Copy
from coachapp.i18n import gettext as _
from coachapp.storage import creation, evidence, joining, whole
from coachapp.storage.faults import DamagedFile
from coachapp.storage.file import open_file
from coachapp.storage.keys import Key


def restore(copy: Copy, contents: Iterable[Iterator[bytes]], path: Path, key: Key | None) -> None:
    """It is read back before it gets its name. Raises a CoachError, and then nothing was made."""
    shown = copy.portfolio
    with creation.drafted(path) as draft:
        creation.make(draft, shown, key, lambda connection: whole.write(connection, shown, copy, shown))
        with closing(open_file(draft, key)) as file:
            for pieces in contents:
                evidence.take_pieces(file, pieces)
            if joining.copy_of(file, file.portfolio) != copy:
                raise DamagedFile(name=path.name, fault=_("It doesn't hold what the export holds."))
