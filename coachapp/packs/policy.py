"""The rules for portfolios: what comes with the program, and over it what holds for this computer."""

import difflib
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Final, NamedTuple

from coachapp import paths
from coachapp.domain.policy import STRICT, Policy
from coachapp.i18n import gettext as _
from coachapp.packs import files
from coachapp.packs.faults import BadPolicy, Fault
from coachapp.packs.readers import Reader, flag, text, whole
from coachapp.packs.reading import Reading, Spot, one_of

_LONGEST_PATH: Final = 1000
_UNSAID: Final = -1


class Rules(NamedTuple):
    """`problems`: what of them could not be read, and so is strict now."""

    policy: Policy
    problems: tuple[BadPolicy, ...]


def read() -> Rules:
    """What holds here and now; never fails."""
    policy, problems = Policy(), []
    for path in (paths.resource("policy.toml"), paths.system_policy()):
        policy, faults = _laid_over(policy, path)
        if faults:
            problems.append(BadPolicy(path=path, faults=faults))
    return Rules(policy, tuple(problems))


def idle_lock_minutes() -> int | None:
    """What who looks after this computer says of it; None if that is nothing, so that anyone may choose."""
    unsaid = replace(Policy(), idle_lock_minutes=_UNSAID)
    said = _laid_over(unsaid, paths.system_policy())[0].idle_lock_minutes
    return None if said == _UNSAID else said


def _laid_over(policy: Policy, path: Path) -> tuple[Policy, tuple[Fault, ...]]:
    if not _is_there(path):
        return policy, ()
    table = files.read(path)
    if isinstance(table, Fault):
        return STRICT, (table,)
    reading, given = Reading(), {}
    for name, value in table.items():
        given |= _line(name, value, Spot(reading, path.name).at(name))
    return replace(policy, **given), tuple(reading.faults)


def _is_there(path: Path) -> bool:
    """Also if it can't be looked at: only a file that surely isn't there asks nothing."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True
    return True


def _line(name: str, value: Any, spot: Spot) -> dict[str, Any]:
    """The field that this line gives; one that is nearly a field's name stands for that field."""
    if name not in _READERS:
        spot.expect(one_of(_READERS, name))
        return {meant: _strict(meant) for meant in difflib.get_close_matches(name, _READERS, 1)}
    known = len(spot.reading.faults)
    found = _READERS[name](value, spot)
    return {name: found if len(spot.reading.faults) == known else _strict(name)}


def _strict(name: str) -> Any:
    return asdict(STRICT)[name]


def _folder(value: Any, spot: Spot) -> str:
    if value == "":
        return ""
    found = text(_LONGEST_PATH)(value, spot)
    if found and not (Path(found).is_absolute() or found.startswith("~")):
        spot.expect(_("A whole path, or nothing between the quotes."))
    return found


_READERS: Final[dict[str, Reader]] = {
    "encryption_required": flag,
    "minimum_strength": whole(0, 4),
    "exports_allowed": flag,
    "backup_folder": _folder,
    "idle_lock_minutes": whole(0, 1440),
    "retention_reminder_months": whole(0, 600),
}
