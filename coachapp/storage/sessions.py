"""Which changes of which device are in the file."""

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection, delete, select

from coachapp.domain import registers
from coachapp.domain.portfolio import KINDS, Portfolio
from coachapp.domain.values import Stamp
from coachapp.storage import sizes
from coachapp.storage.statements import put
from coachapp.storage.tables import METADATA

_TABLE: Final = METADATA.tables["sessions"]


def keep(connection: Connection, seen: Mapping[str, int]) -> None:
    """A portfolio in which nothing was changed yet names no device."""
    known = ({"device": device, "counter": counter} for device, counter in seen.items() if device)
    put(connection, _TABLE, known)


def replace(connection: Connection, seen: Mapping[str, int]) -> None:
    connection.execute(delete(_TABLE))
    keep(connection, seen)


def read(connection: Connection) -> dict[str, int]:
    sizes.check(connection, _TABLE)
    rows = connection.execute(select(_TABLE.c.device, _TABLE.c.counter).order_by(_TABLE.c.device))
    return {Stamp(counter, device).device: int(counter) for device, counter in rows if device}


def told_by(portfolio: Portfolio) -> dict[str, int]:
    """What a portfolio itself tells of the changes it knows."""
    items = (item for kind in KINDS for item in getattr(portfolio, kind))
    stamps = {stamp for item in items for stamp in (item.stamp, *registers.stamps(item).values())}
    stamps |= {portfolio.clock, portfolio.stamp, *registers.stamps(portfolio).values()}
    return {stamp.device: stamp.counter for stamp in sorted(stamps) if stamp.device}
