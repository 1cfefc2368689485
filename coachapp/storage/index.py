"""Which portfolio files were opened or made on this computer: paths and ids, nothing of what is in them.

An encrypted file doesn't tell whose it is: without this list its copies could not be found again. It
is kept only while the person wants recent portfolios remembered.
"""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from coachapp import paths

_MOST: Final = 500


def note(path: Path, portfolio_id: str) -> None:
    """This file, or folder of backups, is of this portfolio; a computer that can't write it forgets."""
    known = _read()
    known.pop(str(path), None)
    _write({**known, str(path): portfolio_id})


def of(portfolio_id: str) -> tuple[Path, ...]:
    """The paths noted for a portfolio, the last first; they may be gone."""
    return tuple(Path(path) for path, known_id in reversed(_read().items()) if known_id == portfolio_id)


def at(path: Path) -> str:
    """The id of the portfolio that was noted for this path; empty if none was."""
    return _read().get(str(path), "")


def forget(portfolio_id: str) -> None:
    _write({path: known_id for path, known_id in _read().items() if known_id != portfolio_id})


def forget_all() -> None:
    with suppress(OSError):
        _place().unlink()


def _place() -> Path:
    return paths.data_dir() / "known.json"


def _read() -> dict[str, str]:
    """Anyone may have written there: only texts count."""
    try:
        known = json.loads(_place().read_text("utf-8"))
        return {path: known_id for path, known_id in known.items() if isinstance(known_id, str)}
    except (OSError, ValueError, AttributeError, RecursionError):
        return {}


def _write(known: dict[str, str]) -> None:
    if not known:
        forget_all()
        return
    last = dict(list(known.items())[-_MOST:])
    draft = _place().with_name(f"{_place().name}.new")
    with suppress(OSError, ValueError):  # ValueError: a name no text can have
        draft.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(
            os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
        ) as file:
            json.dump(last, file)
        draft.replace(_place())
