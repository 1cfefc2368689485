"""What lies beside the portfolio in its file (history, what was removed, evidence), carried over by rows."""

import json
from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, Final

from sqlalchemy import Connection, Table, delete, insert, select

from coachapp.storage.reading import BAD_ROWS
from coachapp.storage.rescue_source import shape
from coachapp.storage.rescue_sweep import Row
from coachapp.storage.tables import METADATA

_CONTENTS: Final = METADATA.tables["contents"]
_CHUNKS: Final = METADATA.tables["chunks"]
_EVIDENCE: Final = METADATA.tables["evidence"]
_JSON: Final = ("was", "now", "content")
_AT_ONCE: Final = 16  # pieces in memory
_PIECES: Final = select(_CHUNKS.c.content_id, _CHUNKS.c.data).order_by(_CHUNKS.c.id)


def put(connection: Connection, table: Table, row: Row) -> bool:
    """Whether it was whole, and so was put in."""
    if not _is_whole(table, row):
        return False
    connection.execute(insert(table).prefix_with("OR REPLACE"), row)
    return True


def torn(connection: Connection) -> tuple[str, ...]:
    """The names of evidence of which the bytes are not there, or are others."""
    digests = {digest for _content_id, digest in _whole_files(connection)}
    told = connection.execute(select(_EVIDENCE.c.name, _EVIDENCE.c.digest).order_by(_EVIDENCE.c.id))
    return tuple(name for name, digest in told if digest and digest not in digests)


def drop_torn(connection: Connection) -> None:
    """Remove what is left of files that are not whole."""
    whole = [content_id for content_id, _digest in _whole_files(connection)]
    for table, column in ((_CONTENTS, _CONTENTS.c.id), (_CHUNKS, _CHUNKS.c.content_id)):
        connection.execute(delete(table).where(column.not_in(whole)))


def _whole_files(connection: Connection) -> Iterator[tuple[int, str]]:
    """Those whose pieces are all there: they have the digest that was kept."""
    found: defaultdict[int, Any] = defaultdict(sha256)
    for content_id, data in connection.execute(_PIECES, execution_options={"yield_per": _AT_ONCE}):
        found[content_id].update(data)
    for content_id, digest in connection.execute(select(_CONTENTS.c.id, _CONTENTS.c.digest)):
        if found[content_id].hexdigest() == digest:
            yield content_id, digest


def _is_whole(table: Table, row: Row) -> bool:
    types = shape(table)
    has_types = all(type(row[name]) is kind for name, kind in types.items() if name in row)
    return has_types and all(_is_fields(row[name]) for name in _JSON if row.get(name))


def _is_fields(text: str) -> bool:
    try:
        return type(json.loads(text)) is dict
    except BAD_ROWS:
        return False
