"""Files that are no sound portfolio, and the fault each has to be called by."""

import io
import os
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from coachapp.errors import CoachError
from coachapp.storage import faults
from coachapp.storage.keys import Key
from tests import portfolios

Make = Callable[[Path, Key | None], None]


def written(content: bytes) -> Make:
    return lambda path, _key: _put(path, content)


def cut(length: int) -> Make:
    """Keep so many bytes (from the end if negative)."""
    return lambda path, _key: _put(path, path.read_bytes()[:length])


def changed(offset: int, content: bytes) -> Make:
    def change(path: Path, _key: Key | None) -> None:
        whole = bytearray(path.read_bytes())
        whole[offset : offset + len(content)] = content
        _put(path, bytes(whole))

    return change


def told(*statements: str) -> Make:
    """As someone with the key and an SQL program would leave it."""

    def tell(path: Path, key: Key | None) -> None:
        with _opened(path, key) as connection:
            for statement in statements:
                connection.execute(statement)

    return tell


def interrupted(path: Path, key: Key | None) -> None:
    """As a save leaves it that is killed halfway: with the journal that tells how its pages were."""
    journal = path.with_name(path.name + "-journal")
    with _opened(path, key) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE activities SET title = 'half done', description = hex(zeroblob(3000))")
        halfway = path.read_bytes(), journal.read_bytes()
    path.write_bytes(halfway[0])
    journal.write_bytes(halfway[1])


@contextmanager
def _opened(path: Path, key: Key | None) -> Iterator[Any]:
    with closing(sqlcipher.connect(str(path), isolation_level=None)) as connection:  # pyright: ignore[reportAttributeAccessIssue]
        if key:
            connection.execute(f'PRAGMA key = "{key.literal}"')
        yield connection


def archive(path: Path, _key: Key | None) -> None:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w") as made:
        made.writestr("xl/workbook.xml", "x" * 9000)
    _put(path, memory.getvalue())


def foreign(path: Path, _key: Key | None) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE books (title)")
    connection.commit()
    connection.close()


def folder(path: Path, _key: Key | None) -> None:
    path.unlink()
    path.mkdir()


def fifo(path: Path, _key: Key | None) -> None:
    path.unlink()
    os.mkfifo(path)


def device(path: Path, _key: Key | None) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def missing(path: Path, _key: Key | None) -> None:
    path.unlink()


def loop(path: Path, _key: Key | None) -> None:
    path.unlink()
    path.symlink_to(path.name)


def _put(path: Path, content: bytes) -> None:
    path.write_bytes(content)


TEXT = "Taak;Uren\nMentoraat;12,5\nLeerlijn é;40\n" * 200
LAST = portfolios.many(30).activities[-1].id
FRAMEWORK = "UPDATE framework SET snapshot = "

# What happens to a sound file, plain or encrypted -> what it is then called.
ANY: dict[str, tuple[Make, type[CoachError]]] = {
    "missing": (missing, faults.NoSuchFile),
    "empty": (written(b""), faults.EmptyFile),
    "a folder": (folder, faults.AFolder),
    "a FIFO": (fifo, faults.NotAFile),
    "a device": (device, faults.NotAFile),
    "a link to itself": (loop, faults.NotReadable),
    "a ZIP": (archive, faults.AnotherKind),
    "a PDF": (written(b"%PDF-1.7\n" + os.urandom(9000)), faults.AnotherKind),
    "a Word file of long ago": (
        written(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(8184)),
        faults.AnotherKind,
    ),
    "a picture": (written(b"\x89PNG\r\n\x1a\n" + os.urandom(8184)), faults.AnotherKind),
    "a list": (written(TEXT.encode()), faults.TextFile),
    "a list of a page exactly": (written(TEXT.encode("latin-1")[:4096]), faults.TextFile),
    "a list in UTF-16": (written(TEXT.encode("utf-16")), faults.TextFile),
    "one letter": (written(b"x"), faults.TextFile),
    "zeros": (written(bytes(40960)), faults.NoPortfolio),
    "a sparse binary": (written(bytes(range(64)) * 128), faults.NoPortfolio),
    "another database": (foreign, faults.ForeignDatabase),
    "cut off within the first page": (cut(2000), faults.CutOff),
    "cut off within the salt": (cut(10), faults.CoachError),
    "cut off within a page": (cut(-1000), faults.CutOff),
    "a page more than half missing": (cut(4096 * 3), faults.CoachError),
    "a newer version": (told("PRAGMA user_version = 99"), faults.TooNew),
    "no version": (told("PRAGMA user_version = 0"), faults.ForeignDatabase),
    "a negative version": (told("PRAGMA user_version = -5"), faults.CoachError),
    "another program's id": (told("PRAGMA application_id = 7"), faults.ForeignDatabase),
    "a view in place of a table": (
        told("DROP TABLE actions", "CREATE VIEW actions AS SELECT 1 AS id"),
        faults.ForeignDatabase,
    ),
    "one more view": (told("CREATE VIEW v AS SELECT randomblob(1e9)"), faults.ForeignDatabase),
    "a trigger": (
        told("CREATE TRIGGER t AFTER INSERT ON goals BEGIN DELETE FROM activities; END"),
        faults.ForeignDatabase,
    ),
    "a virtual table": (told("CREATE VIRTUAL TABLE v USING fts5(x)"), faults.ForeignDatabase),
    "one more index": (told("CREATE INDEX i ON activities (title)"), faults.ForeignDatabase),
    "a table less": (told("DROP TABLE actions"), faults.ForeignDatabase),
    "a column more": (told("ALTER TABLE actions ADD COLUMN x"), faults.ForeignDatabase),
    "a column that computes": (
        told(
            "DROP TABLE agreements",
            "CREATE TABLE agreements (id VARCHAR NOT NULL, stamp_counter INTEGER NOT NULL, "
            "stamp_device VARCHAR NOT NULL, text VARCHAR NOT NULL, due VARCHAR AS (hex(zeroblob(1e9))), "
            "PRIMARY KEY (id)) WITHOUT ROWID",
        ),
        faults.ForeignDatabase,
    ),
    "a column that fills the memory": (
        told(
            "PRAGMA writable_schema = ON",
            "UPDATE sqlite_schema SET sql = replace(sql, 'VARCHAR', "
            "'VARCHAR DEFAULT (hex(zeroblob(400000000)))')",
        ),
        faults.ForeignDatabase,
    ),
    "a rule that fills the memory": (
        told(
            "PRAGMA writable_schema = ON",
            "UPDATE sqlite_schema SET sql = replace(sql, 'NOT NULL', "
            "'NOT NULL CHECK (hex(zeroblob(400000000)) IS NOT NULL)')",
        ),
        faults.ForeignDatabase,
    ),
    "a text of twenty million letters": (
        told("UPDATE portfolio SET question = hex(zeroblob(10000000))"),
        faults.DamagedFile,
    ),
    "more teams than a life has": (
        told(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 200001) "
            "INSERT INTO teams (id, stamp_counter, stamp_device, name, context_id, since, until, written) "
            "SELECT printf('%032x', i), 0, '', 'team', '', '', '', '' FROM n"
        ),
        faults.DamagedFile,
    ),
    "a text too long for a title": (
        told("UPDATE activities SET title = hex(zeroblob(900))"),
        faults.DamagedFile,
    ),
    "no title": (told("UPDATE activities SET title = ' '"), faults.DamagedFile),
    "bytes for text": (told("UPDATE activities SET title = x'ff00'"), faults.DamagedFile),
    "text that is no UTF-8": (
        told("UPDATE activities SET title = cast(x'fffe41' AS TEXT)"),
        faults.DamagedFile,
    ),
    "text that is no UTF-8 in the last row": (
        told(f"UPDATE activities SET title = cast(x'fffe41' AS TEXT) WHERE id = '{LAST}'"),
        faults.DamagedFile,
    ),
    "text for a number": (told("UPDATE activities SET stamp_counter = 'many'"), faults.DamagedFile),
    "a number with a fraction": (told("UPDATE activities SET stamp_counter = 1.5"), faults.DamagedFile),
    "hours that are none": (told("UPDATE activities SET hours = 'NaN'"), faults.DamagedFile),
    "hours without end": (told("UPDATE activities SET hours = '1e999999999'"), faults.DamagedFile),
    "a date that is none": (told("UPDATE activities SET since = '31-12-2026'"), faults.DamagedFile),
    "a stamp of a field that nobody wrote": (
        told("UPDATE activities SET written = '3.a title=x'"),
        faults.DamagedFile,
    ),
    "a choice about a field that is none": (
        told(
            "INSERT INTO variants (id, stamp_counter, stamp_device, kind, item_id, field, value) "
            "VALUES ('x', 1, 'a', 'activities', 'x', 'nothing', '1')"
        ),
        faults.DamagedFile,
    ),
    "a list that is none": (told("UPDATE activities SET profiles = '{}'"), faults.DamagedFile),
    "a list of numbers": (told("UPDATE activities SET profiles = '[1]'"), faults.DamagedFile),
    "a list in lists without end": (
        told("UPDATE activities SET profiles = replace(hex(zeroblob(500000)), '0', '[')"),
        faults.DamagedFile,
    ),
    "a cell that is not on the board": (told("UPDATE placements SET cell = 'x/y'"), faults.DamagedFile),
    "a placement of nothing": (told("UPDATE placements SET activity_id = 'gone'"), faults.DamagedFile),
    "two portfolios in one": (
        told(
            "CREATE TABLE t AS SELECT * FROM portfolio",
            "UPDATE t SET id = 'two'",
            "INSERT INTO portfolio SELECT * FROM t",
            "DROP TABLE t",
        ),
        faults.DamagedFile,
    ),
    "no portfolio in it": (told("DELETE FROM portfolio"), faults.DamagedFile),
    "no framework": (told("DELETE FROM framework"), faults.DamagedFile),
    "a framework that is no JSON": (told(FRAMEWORK + "'{'"), faults.DamagedFile),
    "a framework of another shape": (told(FRAMEWORK + "'[]'"), faults.DamagedFile),
    "a framework in lists without end": (
        told(FRAMEWORK + "replace(hex(zeroblob(500000)), '0', '[')"),
        faults.DamagedFile,
    ),
    "a framework without roles": (
        told(FRAMEWORK + "json_set(snapshot, '$.roles', json('[]'))"),
        faults.DamagedFile,
    ),
    "a framework without words": (
        told(FRAMEWORK + "json_set(snapshot, '$.title.by_language', json('[]'))"),
        faults.DamagedFile,
    ),
}

PLAIN: dict[str, tuple[Make, type[CoachError]]] = {
    "a page size of nothing": (changed(16, b"\0\0"), faults.DamagedFile),
    "a schema that is nonsense": (changed(105, b"\xff" * 40), faults.CoachError),
    "a page of zeros": (changed(4096 * 3, bytes(4096)), faults.CoachError),
    "cut off at the end of a page": (cut(-4096), faults.CutOff),
}

ENCRYPTED: dict[str, tuple[Make, type[CoachError]]] = {
    "another salt": (changed(0, os.urandom(16)), faults.WrongPassphrase),
    "a first page of noise": (changed(16, os.urandom(4080)), faults.DamagedFile),
    "a log before it is written": (
        told("PRAGMA journal_mode = WAL", "UPDATE portfolio SET question = 'x'"),
        faults.ForeignDatabase,
    ),
    "only noise": (written(os.urandom(40960)), faults.WrongPassphrase),
    "a bit flipped on a later page": (changed(4096 * 3 + 500, b"\0\0\0\0"), faults.DamagedFile),
    "cut off at the end of a page": (cut(-4096), faults.DamagedFile),
    "pages of another file": (changed(4096 * 2, os.urandom(4096)), faults.DamagedFile),
}
