"""In which parts of a file the values are that CoachApp never writes."""

from typing import Any, Final

from sqlalchemy import Connection, select

from coachapp.domain import rules, snapshot
from coachapp.domain.portfolio import KINDS, Portfolio, Variant
from coachapp.i18n import gettext as _
from coachapp.storage import mapping, parts, sizes
from coachapp.storage.connection import FAULTS
from coachapp.storage.reading import BAD_ROWS
from coachapp.storage.tables import METADATA

_CLASSES: Final = {**KINDS, "variants": Variant}


def problems(connection: Connection) -> tuple[str, ...]:
    """Each part with such values; where there are none, each rule that does not hold."""
    found: dict[str, Any] = {}
    wrong: list[str] = []
    for name in (*_CLASSES, "framework", "portfolio"):
        if name == "portfolio" and "framework" in wrong:
            continue  # it can't be put together
        try:
            found[name] = _part(connection, name, found)
        except (*BAD_ROWS, *FAULTS):
            wrong.append(name)
    said = _("In {part} are values that CoachApp never writes.")
    return tuple(said.format(part=parts.name(name)) for name in wrong) or tuple(
        rules.faults(found["portfolio"])
    )


def _part(connection: Connection, name: str, found: dict[str, Any]) -> Any:
    table = METADATA.tables[name]
    sizes.check(connection, table)
    if name == "framework":
        (text,) = connection.execute(select(table.c.snapshot)).scalars()
        return snapshot.from_json(text)
    cls = _CLASSES.get(name, Portfolio)
    columns = [table.c[column] for column in mapping.columns(cls)]
    rows = [tuple(row) for row in connection.execute(select(*columns).order_by(table.c.id))]
    return mapping.to_one(Portfolio, rows, **found) if cls is Portfolio else mapping.to_items(cls, rows)
