"""Boards of earlier days beside the portfolio, in its history and its bin: what they forget."""

import json
from collections.abc import Collection
from typing import Any, Final

from sqlalchemy import Connection, Table, and_, select, update

from coachapp.domain.board_then import without
from coachapp.storage.tables import METADATA

# table -> columns that hold a snapshot's fields as JSON
_PLACES: Final = {"writes": ("was", "now"), "tombstones": ("content",)}


def forget(connection: Connection, item_ids: Collection[str]) -> None:
    """No board of an earlier day shows these activities any more, nor tells what they were called."""
    for name, columns in _PLACES.items():
        table = METADATA.tables[name]
        for row in connection.execute(select(table).where(table.c.kind == "snapshots")).mappings().all():
            texts = {column: _without(row[column], item_ids) for column in columns}
            if any(texts[column] != row[column] for column in columns):
                connection.execute(update(table).where(_is(table, row)).values(**texts))


def _is(table: Table, row: Any) -> Any:
    return and_(*(column == row[column.name] for column in table.primary_key))


def _without(text: str, item_ids: Collection[str]) -> str:
    """What is no snapshot's fields is left; `rows` and `history` tell of it when they read it."""
    try:
        fields = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return text
    board = fields.get("board") if isinstance(fields, dict) else None
    if not isinstance(board, str) or (left := without(board, item_ids)) == board:
        return text
    return json.dumps({**fields, "board": left}, ensure_ascii=False, separators=(",", ":"))
