"""How a file of an older version becomes one of this version; imports nothing heavy.

A migration gets SQLAlchemy's Connection, changes tables and rows, and never looks at the table
classes, which are those of the newest version. All that are needed run in one transaction.
"""

from collections.abc import Callable
from typing import Any, Final

Migration = Callable[[Any], None]

MIGRATIONS: Final[tuple[Migration, ...]] = ()
VERSION: Final = 1 + len(MIGRATIONS)
APPLICATION_ID: Final = int.from_bytes(b"Coac")
