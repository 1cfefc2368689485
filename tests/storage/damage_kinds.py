"""Ways to damage a sound portfolio file or to make a hostile one; each takes its choices from `chance`."""

import random
import struct
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

import sqlcipher3.dbapi2 as sqlcipher

from coachapp.domain.portfolio import Portfolio
from coachapp.storage import creation
from coachapp.storage.keys import Key
from coachapp.storage.tables import METADATA
from tests import portfolios

KEY: Final = Key(bytes(range(32)), bytes(range(100, 116)))
PAGE: Final = 4096
_TABLES: Final = tuple(METADATA.tables)
_OLD: Final = Path(__file__).parents[1] / "data" / "files" / "v1-plain.coach"


@dataclass(frozen=True)
class Sound:
    """The bytes of good files."""

    plain: bytes
    encrypted: bytes
    old: bytes

    @classmethod
    def make(cls, folder: Path) -> "Sound":
        for name, key in (("plain", None), ("encrypted", KEY)):
            creation.make(folder / name, _portfolio(), key)
        places = (folder / "plain", folder / "encrypted", _OLD)
        return cls(*(place.read_bytes() for place in places))

    def any(self, chance: random.Random) -> bytearray:
        return bytearray(chance.choice((self.plain, self.encrypted)))


def _portfolio() -> Portfolio:
    worst, many = portfolios.worst(), portfolios.many(60)
    goals = tuple(replace(goal, ambition_id="") for goal in worst.goals)
    return replace(many, agreements=worst.agreements, goals=goals, actions=worst.actions)


Make = Callable[[Sound, Path, random.Random], None]
KINDS: dict[str, Make] = {}


def _bytes(make: Callable[[Sound, random.Random], bytes | bytearray]) -> None:
    KINDS[make.__name__] = lambda sound, path, chance: _put(path, make(sound, chance))


def _put(path: Path, content: bytes | bytearray) -> None:
    path.write_bytes(content)


def _told(make: Callable[[random.Random], Iterator[str]]) -> None:
    """What somebody with an SQL program and the key can do."""

    def tell(sound: Sound, path: Path, chance: random.Random) -> None:
        start = chance.choice((sound.plain, sound.encrypted, sound.old))
        is_plain = start is not sound.encrypted
        path.write_bytes(start)
        with closing(sqlcipher.connect(str(path), isolation_level=None)) as connection:  # pyright: ignore[reportAttributeAccessIssue]
            if not is_plain:
                connection.execute(f'PRAGMA key = "{KEY.literal}"')
            for statement in make(chance):
                with suppress(sqlcipher.Error, MemoryError):  # pyright: ignore[reportAttributeAccessIssue]
                    connection.execute(statement).fetchall()
        path.with_name(path.name + "-wal").unlink(missing_ok=True)
        path.with_name(path.name + "-shm").unlink(missing_ok=True)

    KINDS[make.__name__] = tell


@_bytes
def cut_off(sound: Sound, chance: random.Random) -> bytearray:
    whole = sound.any(chance)
    length = chance.randrange(len(whole))
    return whole[: length - length % chance.choice((1, PAGE, 512))]


@_bytes
def bits_flipped(sound: Sound, chance: random.Random) -> bytearray:
    whole = sound.any(chance)
    for _ in range(chance.choice((1, 2, 8, 64, 1000))):
        whole[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
    return whole


@_bytes
def a_run_of(sound: Sound, chance: random.Random) -> bytearray:
    """Zeros, ones or noise, as long as a sector, a page or anything."""
    whole = sound.any(chance)
    for _ in range(chance.choice((1, 1, 3, 20))):
        unit = chance.choice((1, 512, PAGE))
        start = chance.randrange(len(whole)) // unit * unit
        length = chance.choice((unit, unit, chance.randrange(1, 3 * PAGE)))
        content = chance.choice((bytes(length), b"\xff" * length, chance.randbytes(length)))
        whole[start : start + length] = content
    return whole


@_bytes
def noise(sound: Sound, chance: random.Random) -> bytes:
    start = chance.choice(
        (b"", b"SQLite format 3\0", sound.plain[:100], sound.encrypted[:16], b"PK\3\4", b"%PDF")
    )
    return start + chance.randbytes(chance.choice((0, 1, 100, PAGE - len(start), 40 * PAGE)))


@_bytes
def pages_moved(sound: Sound, chance: random.Random) -> bytes:
    whole = sound.any(chance)
    pages = [whole[at : at + PAGE] for at in range(0, len(whole), PAGE)]
    for _ in range(chance.choice((1, 2, 10))):
        pages[chance.randrange(len(pages))] = chance.choice(pages)
    if chance.random() < 0.2:
        pages *= chance.choice((2, 20))
    return b"".join(pages)


@_bytes
def pages_of_two_files(sound: Sound, chance: random.Random) -> bytearray:
    whole, other = bytearray(sound.plain), sound.encrypted
    at = chance.randrange(len(whole)) // PAGE * PAGE
    whole[at:] = other[at : at + chance.randrange(len(whole))]
    return whole


@_bytes
def header_changed(sound: Sound, chance: random.Random) -> bytearray:
    """Page size, versions, sizes, encoding, vacuum mode, version of the format, and the like."""
    whole = bytearray(sound.plain)
    for _ in range(chance.choice((1, 1, 2, 5))):
        at, length = chance.choice(((16, 2), (18, 1), (19, 1), (20, 1), *((n, 4) for n in range(24, 100, 4))))
        few = chance.randrange(10).to_bytes(length)
        whole[at : at + length] = chance.choice((few, chance.randbytes(length), b"\xff" * length))
    if chance.random() < 0.3:  # such as a file of 16 TB, or of pages that nobody makes
        whole[28:32] = whole[24:28] = whole[92:96] = chance.randbytes(4)
    return whole


@_bytes
def tree_tangled(sound: Sound, chance: random.Random) -> bytearray:
    """Pages that lead to each other in a circle, cells outside their page, chains without end."""
    whole = bytearray(sound.plain)
    count = len(whole) // PAGE
    for _ in range(chance.choice((1, 3, 10, 40))):
        page = chance.randrange(1, count) * PAGE
        number = struct.pack(">I", chance.choice((chance.randrange(count + 2), page // PAGE + 1, 2**32 - 1)))
        if whole[page] in (2, 5, 10, 13):
            at = chance.choice((page, page + 3, page + 5, page + 8, page + 8 + 2 * chance.randrange(40)))
            cell = page + struct.unpack(">H", whole[page + 12 : page + 14])[0] % PAGE
            at = chance.choice((at, cell, cell + 4))
        else:
            at = page  # the next page of a long value
        whole[at : at + 4] = number
    return whole[: count * PAGE]


@_bytes
def tree_in_a_circle(sound: Sound, chance: random.Random) -> bytearray:
    """Inner pages whose children are inner pages, so that a walk would never end."""
    whole = bytearray(sound.plain)
    inner = [at for at in range(PAGE, len(whole), PAGE) if whole[at] == 2]
    for at in inner:
        cells = struct.unpack(">H", whole[at + 3 : at + 5])[0]
        for n in range(cells):
            cell = at + struct.unpack(">H", whole[at + 12 + 2 * n : at + 14 + 2 * n])[0]
            whole[cell : cell + 4] = struct.pack(">I", chance.choice(inner) // PAGE + 1)
        whole[at + 8 : at + 12] = struct.pack(">I", chance.choice(inner) // PAGE + 1)
    return whole


_COSTLY: Final = (
    "hex(zeroblob(500000000))",
    "randomblob(1000000000)",
    "(WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r)",
    "(SELECT count(*) FROM activities a, activities b, activities c, activities d, activities e)",
    "load_extension('/tmp/none')",
    "printf('%.*c', 900000000, 'x')",
)


@_told
def schema_made_hostile(chance: random.Random) -> Iterator[str]:
    table = chance.choice(_TABLES)
    cost = chance.choice(_COSTLY)
    columns = ", ".join(f"{c.name} {c.type.compile()} NOT NULL" for c in METADATA.tables[table].columns)
    yield from chance.choice(
        (
            (f"CREATE VIEW v AS SELECT {cost} AS x",),
            (f"ALTER TABLE {table} RENAME TO old", f"CREATE VIEW {table} AS SELECT *, {cost} AS x FROM old"),
            (f"CREATE TRIGGER t AFTER INSERT ON {table} BEGIN DELETE FROM activities; END",),
            (f"CREATE TRIGGER t AFTER DELETE ON {table} BEGIN SELECT {cost}; END",),
            ("CREATE VIRTUAL TABLE f USING fts5(x)", "INSERT INTO f VALUES (hex(randomblob(1000)))"),
            (f"DROP TABLE {table}", f"CREATE VIRTUAL TABLE {table} USING fts5(id, title)"),
            (f"DROP TABLE {table}", f"CREATE VIRTUAL TABLE {table} USING rtree(id, a, b)"),
            (f"CREATE INDEX i ON {table} (id)", "ANALYZE"),
            (f"CREATE INDEX i ON {table} (length(id) + 1)",),
            (f"CREATE INDEX i ON {table} (id) WHERE {cost} IS NULL",),
            (f"ALTER TABLE {table} ADD COLUMN x AS ({cost})",),
            (f"ALTER TABLE {table} ADD COLUMN x CHECK (x IS NULL OR {cost} IS NULL)",),
            (f"DROP TABLE {table}", f"CREATE TABLE {table} ({columns}, x AS ({cost}), PRIMARY KEY (id))"),
            (f"DROP TABLE {table}", f"CREATE TABLE {table} ({columns})"),
            (
                f"DROP TABLE {table}",
                f"CREATE TABLE {table} ({columns}, CHECK (hex(zeroblob(400000000)) IS NULL))",
            ),
            tuple(f"CREATE TABLE t{n} (a, b, c)" for n in range(chance.choice((1, 300)))),
            (f"DROP TABLE {table}",),
            ("CREATE TABLE sqlite_x (a)", f"ALTER TABLE {table} RENAME COLUMN id TO id2"),
        )
    )
    if chance.random() < 0.3:
        yield f"PRAGMA user_version = {chance.choice((1, 1, 2, -1, 0, 2**31 - 1))}"


@_told
def schema_written_over(chance: random.Random) -> Iterator[str]:
    """The list of tables as SQLite would never write it."""
    table, other = chance.sample(_TABLES, 2)
    value = chance.choice(
        (
            f"rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = '{other}')",
            f"rootpage = {chance.choice((0, 1, -1, 2, 99999999, 2**40))}",
            "rootpage = 'x'",
            "type = 'view'",
            "type = x'00ff'",
            f"name = '{other}'",
            f"tbl_name = '{other}'",
            "sql = NULL",
            f"sql = replace(sql, 'NOT NULL', 'NOT NULL CHECK ({_COSTLY[0]} IS NOT NULL)')",
            f"sql = replace(sql, 'title VARCHAR', 'title VARCHAR AS ({_COSTLY[0]})')",
            f"sql = replace(sql, 'PRIMARY', 'x AS ({_COSTLY[0]}) NOT NULL, PRIMARY')",
            "sql = 'nonsense ((('",
            "sql = replace(sql, 'WITHOUT ROWID', '')",
            "sql = replace(sql, 'NOT NULL', '')",
            "sql = sql || ' -- ' || hex(zeroblob(3000000))",
            "sql = replace(sql, 'VARCHAR', 'VARCHAR DEFAULT (hex(zeroblob(400000000)))')",
            f"sql = 'CREATE TABLE {table} (' || replace(hex(zeroblob(1000)), '00', '(') || ')'",
            "sql = cast(x'fffe00' AS TEXT)",
        )
    )
    yield "PRAGMA writable_schema = ON"
    where = "1" if chance.random() < 0.3 else f"name = '{table}'"
    yield f"UPDATE sqlite_schema SET {value} WHERE {where}"
    if chance.random() < 0.1:
        yield "DELETE FROM sqlite_schema WHERE random() % 2"


@_told
def file_of_another_make(chance: random.Random) -> Iterator[str]:
    yield from chance.choice(
        (
            ("PRAGMA journal_mode = WAL", "UPDATE portfolio SET question = 'x'"),
            (f"PRAGMA page_size = {chance.choice((512, 1024, 8192, 65536))}", "VACUUM"),
            (f"PRAGMA auto_vacuum = {chance.choice((1, 2))}", "VACUUM"),
            ("PRAGMA incremental_vacuum", "DELETE FROM activities", "PRAGMA secure_delete = OFF"),
            (f"PRAGMA user_version = {chance.choice((0, 99, -1, 2**31 - 1, -(2**31)))}",),
            (f"PRAGMA application_id = {chance.choice((0, 1, -1))}",),
            ("PRAGMA schema_version = -1",),
            ("PRAGMA legacy_file_format = ON", "VACUUM"),
        )
    )


_VALUES: Final = (
    "hex(zeroblob(10000))",
    "hex(zeroblob(3000000))",
    "hex(zeroblob(6000000))",
    "replace(hex(zeroblob(200000)), '0', '[')",
    "replace(hex(zeroblob(50000)), '00', '{\"a\":')",
    "cast(x'fffe41c0' AS TEXT)",
    "cast(x'ff' AS BLOB)",
    "cast(x'6100620063' AS TEXT)",
    "-1",
    "9223372036854775807",
    "1e308",
    "1.5",
    "''",
    "' '",
    "'NaN'",
    "'1e999999999'",
    "'9' || hex(zeroblob(100000))",
    "'2026-02-30'",
    "'[]'",
    "'{}'",
    "'[[1]]'",
    "'[\"x\"]'",
    "'null'",
    "'x/y'",
    "char(8238, 55296, 1114111)",
    "'\\ud800'",
    "lower(hex(randomblob(16)))",
    "'00000000000170000000000000000000'",
)


@_told
def values_changed(chance: random.Random) -> Iterator[str]:
    for _ in range(chance.choice((1, 1, 3))):
        table = METADATA.tables[chance.choice(_TABLES)]
        column = chance.choice(list(table.columns)).name
        which = chance.choice(("1", "random() % 3 = 0", f"id IN (SELECT id FROM {table.name} LIMIT 1)"))
        yield f"UPDATE {table.name} SET {column} = {chance.choice(_VALUES)} WHERE {which}"


@_told
def rows_changed(chance: random.Random) -> Iterator[str]:
    """Some gone, some twice, far too many."""
    name = chance.choice(_TABLES)
    columns = [c.name for c in METADATA.tables[name].columns][1:]
    rest = ", ".join(columns)
    filled = ", ".join(chance.choice(("''", "0", "'x'", "zeroblob(9)")) for _ in columns)
    numbers = f"(WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r LIMIT {chance.choice((9, 999, 220_000))}) SELECT n FROM r)"  # noqa: E501
    yield chance.choice(
        (
            f"DELETE FROM {name}",
            f"DELETE FROM {name} WHERE random() % 2",
            f"INSERT INTO {name} SELECT id || 'x', {rest} FROM {name}",
            f"INSERT INTO {name} SELECT printf('%032x', n), {filled} FROM {numbers}",
            f"INSERT INTO {name} SELECT n, {filled} FROM {numbers}",
        )
    )


@_told
def framework_changed(chance: random.Random) -> Iterator[str]:
    key = chance.choice(
        ("roles", "levels", "cells", "sectors", "vocabularies", "steps", "questions", "paths", "title")
    )
    value: Any = chance.choice(("[]", "{}", "null", "1", '"x"', "[[]]", "[null]"))
    yield f"UPDATE framework SET snapshot = json_set(snapshot, '$.{key}', json('{value}'))"
    if chance.random() < 0.2:
        yield "UPDATE framework SET snapshot = substr(snapshot, 1, abs(random()) % length(snapshot))"


@_bytes
def as_it_was(sound: Sound, chance: random.Random) -> bytearray:
    return sound.any(chance)


def noise_beside(sound: Sound, path: Path, chance: random.Random) -> None:
    """A journal that no program left."""
    _put(path, sound.any(chance))
    noise = chance.choice((bytes(900), chance.randbytes(chance.choice((1, 512, 9000)))))
    path.with_name(path.name + "-journal").write_bytes(noise)


KINDS["noise_beside"] = noise_beside
