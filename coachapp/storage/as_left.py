"""Whether a file that is open is still as we left it, or another program has been there."""

import errno
from pathlib import Path

from sqlalchemy import Connection

from coachapp.storage import header, schema
from coachapp.storage.rights import may_write


class AsLeft:
    """`version` changes as soon as another program writes in the file; None: we don't know it now."""

    def __init__(self, place: Path) -> None:
        self.version: int | None = None
        self._place = place
        self._mark: tuple[int, int, int] | None = header.mark(place)
        self._identity = header.identity(place)

    def note(self) -> None:
        """We have just written in it."""
        self._mark = header.mark_if_there(self._place)

    def is_in_place(self) -> bool:
        """Whether it is this file that has its name; raises OSError."""
        return header.identity(self._place) == self._identity

    def is_of(self, version: int) -> bool:
        return self.version in (None, version)

    def is_same(self, connection: Connection) -> bool:
        """Whether nobody wrote or replaced the file since we did; raises OSError."""
        self.refuse_if_protected()
        return self.is_of(schema.number(connection, "data_version")) and self.is_in_place()

    def is_newer(self) -> bool:
        """The same as far as it can be seen from outside; raises OSError."""
        return header.mark(self._place) != self._mark

    def is_untouched(self) -> bool:
        """Whether it is the very file that we left: what can't be read in it is damaged, not another's."""
        return self._mark is not None and header.mark_if_there(self._place) == self._mark

    def refuse_if_protected(self) -> None:
        """SQLite would still write in a file that is open."""
        if not all(may_write(path) for path in (self._place, self._place.parent)):
            raise PermissionError(errno.EACCES, "protected")
