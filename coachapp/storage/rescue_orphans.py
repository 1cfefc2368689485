"""Reading what SQLite can't reach: sound pages to which only a damaged one leads.

A page is put where a new file has the root of a table with many columns; then SQLite reads the page, and
what hangs below it, as that table. The number and the types of a row's values tell where it belongs.
"""

from collections.abc import Callable, Collection, Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final

from coachapp.storage import pages
from coachapp.storage.connection import FAULTS, engine
from coachapp.storage.keys import Key
from coachapp.storage.migrations import VERSION
from coachapp.storage.rescue_source import Source, shape
from coachapp.storage.rescue_sweep import Row, Sweep
from coachapp.storage.tables import METADATA

_COLUMNS: Final = tuple(f"c{number}" for number in range(40))
_WIDE: Final = (
    f"CREATE TABLE keyed ({', '.join(_COLUMNS)}, PRIMARY KEY (c0, c1, c2)) WITHOUT ROWID",
    f"CREATE TABLE numbered (c0 INTEGER PRIMARY KEY, {', '.join(_COLUMNS[1:])})",
)
_KEYS: Final = {"keyed": _COLUMNS[:3], "numbered": _COLUMNS[:1]}
_FIRST_PAGES: Final = 3  # the schema, and the roots of these two


def rows(
    copy: Path,
    key: Key | None,
    names: Collection[str],
    accept: Callable[[str, Row], bool],
    step: Callable[[], object],
) -> Iterator[tuple[str, Row]]:
    """Rows of these tables on any sound page of the copy, some twice; the first that accepts one gets it.

    `step` is called at each page.
    """
    shapes = {name: shape(table) for name, table in METADATA.tables.items() if name in names}
    with _rebuilt(copy, key) as beginning:
        for values in _all(copy, beginning, key, step):
            fitting = (
                (n, dict(zip(t, values, strict=False))) for n, t in shapes.items() if _fits(values, n, t)
            )
            yield from islice((found for found in fitting if accept(*found)), 1)


def _fits(values: tuple[Any, ...], name: str, types: dict[str, type]) -> bool:
    """Rows that are older than a column end before it."""
    return len(values) in _lengths(name) and all(
        type(v) is t for v, t in zip(values, types.values(), strict=False)
    )


@cache
def _lengths(name: str) -> frozenset[int]:
    """How many columns the table had in each version."""
    since = [column.info.get("since", 1) for column in METADATA.tables[name].columns]
    return frozenset(sum(version <= at for version in since) for at in range(1, VERSION + 1))


@contextmanager
def _rebuilt(copy: Path, key: Key | None) -> Iterator[list[bytes]]:
    """With the first page of a new file in the place of its own; gives the pages that are written over."""
    before = [page for _number, page in islice(pages.each(copy), _FIRST_PAGES)]
    try:
        _put(copy, 1, _first_page(copy, key))
        yield before
    finally:
        _put(copy, 1, b"".join(before))


def _all(
    copy: Path, beginning: list[bytes], key: Key | None, step: Callable[[], object]
) -> Iterator[tuple[Any, ...]]:
    seal = pages.Seal(key) if key else None
    for number, page in chain(enumerate(beginning, start=1), islice(pages.each(copy), len(beginning), None)):
        step()
        if number > 1 and (seal is None or seal.holds(page, number)):
            for root in range(2, _FIRST_PAGES + 1):
                _put(copy, root, seal.moved(page, root) if seal else page)
            yield from _below_roots(copy, key)


def _below_roots(copy: Path, key: Key | None) -> Iterator[tuple[Any, ...]]:
    with closing(Source(copy, key)) as source:
        for name, keys in _KEYS.items():
            if not _leads_anywhere(source, name, keys):
                continue
            for row in Sweep(source.ask, name, keys, _COLUMNS).rows():
                yield tuple(value for value in row.values() if value is not None)


def _leads_anywhere(source: Source, name: str, keys: tuple[str, ...]) -> bool:
    """Nearly all pages that are no part of such a tree are told by a quick look at both ends of it."""
    for order in (", ".join(keys), ", ".join(f"{key} DESC" for key in keys)):
        with suppress(*FAULTS):
            return bool(list(source.ask(f"SELECT 1 FROM {name} ORDER BY {order} LIMIT 1")))  # noqa: S608
    return False


def _first_page(copy: Path, key: Key | None) -> bytes:
    """Tells of the tables with many columns, and how many pages the copy has."""
    new = copy.with_name("new")
    new.touch()
    database = engine(new, key, read_only=False)
    with database.begin() as connection:
        for statement in _WIDE:
            connection.exec_driver_sql(statement)
    database.dispose()
    first = new.read_bytes()[: pages.SIZE]
    new.unlink()
    count = copy.stat().st_size // pages.SIZE
    if key:
        return pages.Seal(key).resized(first, _FIRST_PAGES, count)
    return first[:28] + count.to_bytes(4) + first[32:]


def _put(copy: Path, number: int, content: bytes) -> None:
    with copy.open("r+b") as file:
        file.seek((number - 1) * pages.SIZE)
        file.write(content)
