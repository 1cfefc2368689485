"""A pack folder as a framework, or all that keeps it from being one."""

from functools import cache
from pathlib import Path
from typing import Any

from coachapp import i18n, paths
from coachapp.domain.framework import Framework
from coachapp.i18n import gettext as _
from coachapp.packs import files
from coachapp.packs.faults import BadPack, Fault
from coachapp.packs.reading import Reading, Spot
from coachapp.packs.schema import FILES


def load(path: Path) -> Framework:
    """Raises BadPack, which tells every fault, in the order of the files."""
    found, faults = _read(path)
    if faults:
        raise BadPack(path=path, faults=faults)
    return Framework(**found)


@cache
def default_framework() -> Framework:
    """The pack that comes with the program."""
    return load(paths.resource("packs", "leraarsbord"))


def _read(folder: Path) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    if fault := _no_folder(folder):
        return {}, (fault,)
    tables = {name: files.read(folder / name) for name in FILES}
    reading = Reading(_languages(tables["pack.toml"]), folder)
    found: dict[str, Any] = {}
    for name, table in tables.items():
        if isinstance(table, Fault):
            reading.faults.append(table)
        else:
            found |= FILES[name](table, Spot(reading, name))
    if not any(isinstance(table, Fault) for table in tables.values()):
        reading.settle()
    found.pop("languages", None)
    return found, tuple(reading.faults)


def _no_folder(folder: Path) -> Fault | None:
    try:
        if (folder / "pack.toml").exists():
            return None
        reason = ""
    except (OSError, ValueError) as error:
        reason = f" ({error})"
    return Fault(str(folder), "", _("A folder with a file pack.toml in it.") + reason)


def _languages(table: dict[str, Any] | Fault) -> tuple[str, ...]:
    """The languages that every text of the pack is given in; faults in them are told by the schema."""
    given = table.get("languages") if isinstance(table, dict) else None
    given = given if isinstance(given, list) else []
    return tuple(dict.fromkeys(item for item in given if isinstance(item, str))) or i18n.LANGUAGES
