"""The rows of what was copied in: each content once, and its bytes in pieces."""

from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, delete, insert, select, update

from coachapp.storage.evidence_source import PIECE
from coachapp.storage.tables import METADATA

APART: Final = 2**20  # ids of pieces of one content follow each other

_CONTENTS: Final = METADATA.tables["contents"]
_CHUNKS: Final = METADATA.tables["chunks"]

Row = dict[str, Any]


class Taken(NamedTuple):
    """`digest`: SHA-256, hexadecimal; `size` in bytes."""

    digest: str
    size: int


def begin(connection: Connection) -> int:
    """A place for a new content; what an earlier one left unfinished goes."""
    for (left,) in connection.execute(select(_CONTENTS.c.id).where(_CONTENTS.c.digest == "")).all():
        drop(connection, left)
    last = connection.execute(select(_CONTENTS.c.id).order_by(_CONTENTS.c.id.desc())).scalars().first()
    content = (last or 0) + 1
    connection.execute(insert(_CONTENTS), {"id": content, "digest": "", "size": 0})
    return content


def add(connection: Connection, waiting: list[Row]) -> None:
    """More pieces."""
    if waiting:
        connection.execute(insert(_CHUNKS), waiting)


def end(connection: Connection, content: int, waiting: list[Row], taken: Taken) -> None:
    """From now on it is there; the same content is kept once."""
    if found(connection, taken.digest) is not None:
        drop(connection, content)
        return
    add(connection, waiting)
    done = update(_CONTENTS).where(_CONTENTS.c.id == content)
    connection.execute(done.values(digest=taken.digest, size=taken.size))


def drop(connection: Connection, content: int) -> None:
    """Remove it with its pieces."""
    of = _CHUNKS.c.id.between(content * APART, (content + 1) * APART - 1)
    connection.execute(delete(_CHUNKS).where(of))
    connection.execute(delete(_CONTENTS).where(_CONTENTS.c.id == content))


def are_there(connection: Connection) -> bool:
    """Whether there is any, also one that was left unfinished."""
    return connection.execute(select(_CONTENTS.c.id).limit(1)).first() is not None


def sizes(connection: Connection) -> dict[str, int]:
    """Of all that is there, by digest."""
    query = select(_CONTENTS.c.digest, _CONTENTS.c.size).where(_CONTENTS.c.digest != "")
    return {row.digest: row.size for row in connection.execute(query)}


def found(connection: Connection, digest: str) -> int | None:
    """The id of this content."""
    return connection.execute(select(_CONTENTS.c.id).where(_CONTENTS.c.digest == digest)).scalars().first()


def piece(connection: Connection, at: int) -> bytes:
    """Of a sound file no piece is longer; of a hostile one only so much is read."""
    query = f"SELECT substr(data, 1, {PIECE * 4}) FROM chunks WHERE id = ?"  # noqa: S608 - a number of ours
    row = connection.exec_driver_sql(query, (at,)).first()
    return bytes(row[0]) if row and isinstance(row[0], bytes) else b""


def sweep(connection: Connection) -> None:
    """Remove the bytes that nothing refers to: no evidence or shared file, nothing in the bin, no history."""
    used = """
        WITH kinds (kind) AS (VALUES ('evidence'), ('shared'))
        SELECT digest FROM evidence UNION SELECT digest FROM shared
        UNION SELECT json_extract(content, '$.digest') FROM tombstones JOIN kinds USING (kind)
            WHERE content != ''
        UNION SELECT json_extract(was, '$.digest') FROM writes JOIN kinds USING (kind) WHERE was != ''
        UNION SELECT json_extract(now, '$.digest') FROM writes JOIN kinds USING (kind) WHERE now != ''
    """
    named = {str(row[0]) for row in connection.exec_driver_sql(used)}
    for content_id, digest in connection.execute(select(_CONTENTS.c.id, _CONTENTS.c.digest)).all():
        if digest not in named:
            drop(connection, content_id)
