"""The tables of a file, of this version and of those to come."""

import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from shutil import copyfile

import pytest
from sqlalchemy import Column, Connection, MetaData, String, Table

from coachapp.domain.portfolio import KINDS, Portfolio
from coachapp.storage import creation, header, mapping, schema
from coachapp.storage.connection import engine
from coachapp.storage.faults import TooNew, TooOldToRead
from coachapp.storage.file import PortfolioFile, open_file
from coachapp.storage.keys import Key
from coachapp.storage.migrations import MIGRATIONS, VERSION
from coachapp.storage.portfolio_form import PORTFOLIO
from coachapp.storage.tables import METADATA
from tests import portfolios
from tests.storage.fixtures import FOLDER


def _add_colour(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE teams ADD COLUMN colour VARCHAR DEFAULT '' NOT NULL")


def _add_remarks(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE remarks (id VARCHAR NOT NULL, PRIMARY KEY (id)) WITHOUT ROWID")


def _fail(connection: Connection) -> None:
    _add_remarks(connection)
    raise ZeroDivisionError


def _next() -> MetaData:
    """What the tables would be after the two made-up migrations."""
    metadata = MetaData()
    for table in METADATA.tables.values():
        table.to_metadata(metadata)
    metadata.tables["teams"].append_column(Column("colour", String, server_default="", nullable=False))
    Table("remarks", metadata, Column("id", String, primary_key=True), sqlite_with_rowid=False)
    return metadata


def test_a_field_has_its_columns_and_a_column_its_field() -> None:
    for kind, cls in {**KINDS, "portfolio": Portfolio}.items():
        assert set(mapping.columns(cls)) == set(METADATA.tables[kind].c.keys()), kind
    of_columns = {c.removesuffix("_counter").removesuffix("_device") for c in mapping.columns(Portfolio)}
    assert {f.name for f in fields(Portfolio)} - of_columns == {"framework", "variants", *KINDS}


def test_a_migrated_file_is_as_a_new_one(path: Path, key: Key | None) -> None:
    creation.make(path, portfolios.worst(), key)
    database = engine(path, key, read_only=False)
    with database.begin() as connection:
        schema.check(connection)
        schema.migrate(connection, (*MIGRATIONS, _add_colour, _add_remarks))
        schema.check(connection, _next())
        assert schema.version(connection) == VERSION + 2
        with pytest.raises(schema.UnknownSchema):
            schema.check(connection)
    database.dispose()
    with pytest.raises(TooNew):
        open_file(path, key)


def test_a_migration_that_fails_leaves_the_file_as_it_was(path: Path, key: Key | None) -> None:
    creation.make(path, portfolios.worst(), key)
    before = path.read_bytes()
    database = engine(path, key, read_only=False)
    with pytest.raises(ZeroDivisionError), database.begin() as connection:
        schema.migrate(connection, (*MIGRATIONS, _add_colour, _fail))
    database.dispose()
    assert path.read_bytes() == before
    open_file(path, key).close()


def test_an_old_file_that_may_not_be_written_says_so(
    path: Path, key: Key | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    creation.make(path, portfolios.empty(), key)
    monkeypatch.setattr(PortfolioFile, "form", PORTFOLIO._replace(migrations=(*MIGRATIONS, _fail)))
    with pytest.raises(TooOldToRead):
        open_file(path, key, read_only=True)


def test_a_new_file_says_what_it_is_to_other_programs(path: Path) -> None:
    creation.make(path, portfolios.empty(), None)
    first = header.read(path)
    assert first[68:72] == b"Coac"
    assert int.from_bytes(first[60:64]) == VERSION


def test_looking_at_a_file_loads_nothing_heavy() -> None:
    heavy = "[m for m in ('sqlmodel', 'sqlalchemy', 'sqlcipher3', 'argon2', 'pydantic') if m in sys.modules]"
    code = (
        f"import sys, coachapp.storage.header, coachapp.storage.keys, coachapp.storage.faults; print({heavy})"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_a_failing_update_leaves_the_file_untouched(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copyfile(FOLDER / "v1-plain.coach", path)
    before = path.read_bytes()
    monkeypatch.setattr(PortfolioFile, "form", PORTFOLIO._replace(migrations=(*MIGRATIONS, _fail)))
    with pytest.raises(ZeroDivisionError):
        open_file(path, None)
    assert path.read_bytes() == before
