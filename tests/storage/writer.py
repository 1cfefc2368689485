"""A program that writes in a portfolio file and may be killed at any moment.

It is warm: what takes long to load is loaded once, and each job (a line of JSON) runs in a fork,
which waits until it is told to go, so that strace can be put on it first.
"""

import ctypes
import json
import os
import sys
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import Any

from coachapp.document import Document
from coachapp.domain import edits
from coachapp.domain.portfolio import Activity, Placement, Portfolio
from coachapp.errors import CoachError
from coachapp.storage import backup_folder, backups, connection, evidence, joining, keys, taking_along
from coachapp.storage.faults import SaveFailed
from coachapp.storage.file import PortfolioFile, open_file
from coachapp.storage.keys import Key
from tests.portfolios import PROSE

NEW_SECRET = bytes(range(32))
NEW = "een nieuwe wachtzin"

_PR_SET_PTRACER, _ANY = 0x59616D61, ctypes.c_ulong(-1)


def change(portfolio: Portfolio) -> Portfolio:
    """One step that touches many pages: items come, change and go."""
    first, second, *rest = portfolio.activities
    new = [Activity(f"f{n:031x}", f"Nieuw {n}", description=PROSE[: 900 * n]) for n in range(5)]
    cell = portfolio.framework.board[3]
    return edits.in_order(
        edits.add(*new),
        edits.place(*(Placement(f"e{n:031x}", activity.id, cell) for n, activity in enumerate(new))),
        edits.remove(Activity, [first.id, *(a.id for a in rest[::3])]),
        edits.change(Activity, [second.id, *(a.id for a in rest[1::3])], description=PROSE[:200]),
        edits.describe(coach="Iemand"),
    )(portfolio)


def save_once(path: Path, key: Key | None) -> None:
    """Save one change; if it fails, say so and try once more."""
    with closing(open_file(path, key)) as opened:
        document = Document(opened.portfolio, "dev")
        document.apply("", change)
        try:
            opened.save(document.saved, document.portfolio)
        except SaveFailed as error:
            _tell(failed=str(error))
            opened.save(document.saved, document.portfolio)
        _tell(saved=document.portfolio.clock.counter)


def save_on_and_on(path: Path, key: Key | None) -> None:
    """Save change after change, each of many pages, and report each as soon as it is saved."""
    opened = open_file(path, key)
    document = Document(opened.portfolio, "dev")
    for n in count(document.portfolio.clock.counter + 1):
        oldest, *others = (activity.id for activity in document.portfolio.activities)
        number = f"{n} {PROSE[:6000]}"
        every = edits.change(Activity, others, description=number)
        new = edits.add(Activity(f"f{n:031x}", "Nieuw", description=number))
        document.apply("", edits.in_order(edits.remove(Activity, [oldest]), every, new))
        opened.save(document.saved, document.portfolio)
        document.mark_saved(document.portfolio)
        _tell(saved=n)


def rekey_once(path: Path, key: Key | None) -> None:
    """Lock the file with NEW_SECRET."""
    assert key
    with closing(open_file(path, key)) as opened:
        opened.change_key(Key(NEW_SECRET, key.salt))
        _tell(saved=opened.portfolio.clock.counter)


def rekey_and_hold(path: Path, key: Key | None) -> None:
    """Lock the file with the passphrase NEW, and be killed before any backup follows."""
    assert key
    backup_folder.use(backup_folder.Place(path.parent / "backups"))
    opened = open_file(path, key)
    backups.make(opened, "rekey")
    opened.change_key(keys.derive(NEW, key.salt))
    _tell(saved=opened.portfolio.clock.counter)
    os.read(0, 1)


def back_up_once(path: Path, key: Key | None) -> None:
    """Make a backup in the folder beside the file."""
    backup_folder.use(backup_folder.Place(path.parent / "backups"))
    with closing(open_file(path, key)) as opened:
        backups.make(opened, "merge")
        _tell(saved=opened.portfolio.clock.counter)


def join_once(path: Path, key: Key | None) -> None:
    """Join the copy that lies in the folder `other`; with it comes a file."""
    with closing(open_file(path, key)) as opened, closing(_other(path, key)) as other:
        portfolio = joining.join(opened, opened.portfolio, other, "joint")
        _tell(saved=portfolio.clock.counter)


def update_once(path: Path, key: Key | None) -> None:
    """Bring a file of an older version up to date, by opening it."""
    backup_folder.use(backup_folder.Place(path.parent / "backups"))
    opened = open_file(path, key)
    _tell(saved=opened.portfolio.clock.counter)
    opened.close()


def take_in_once(path: Path, key: Key | None) -> None:
    """Copy the file in that lies in the folder `other`."""
    with closing(open_file(path, key)) as opened:
        _tell(saved=evidence.take_in(opened, path.parent / "other" / "letter").size)


def take_along_once(path: Path, key: Key | None) -> None:
    """Write a copy on the stick that the name `stick` leads to."""
    stick = path.parent / "stick"
    with closing(open_file(path, key)) as opened:
        taking_along.write(opened, opened.portfolio, stick / path.name, taking_along.disk(stick))
        _tell(saved=opened.portfolio.clock.counter)


def hold(path: Path, key: Key | None) -> None:
    """Have it open until killed."""
    opened = open_file(path, key)
    _tell(saved=opened.portfolio.clock.counter)
    os.read(0, 1)


_EVERY = (
    *(save_once, save_on_and_on, rekey_once, rekey_and_hold, back_up_once, join_once, update_once),
    *(take_in_once, take_along_once, hold),
)
JOBS = {job.__name__: job for job in _EVERY}


def _other(path: Path, key: Key | None) -> PortfolioFile:
    return open_file(path.parent / "other" / path.name, key, read_only=True)


def _tell(**what: Any) -> None:
    """Not by `write`, which strace may make fail."""
    os.writev(1, [json.dumps(what).encode() + b"\n"])


def _work(job: str, path: str, secret: str, salt: str, settings: list[str]) -> None:
    connection._SETTINGS = (*connection._SETTINGS, *settings)  # type: ignore[misc]
    try:
        JOBS[job](Path(path), Key(bytes.fromhex(secret), bytes.fromhex(salt)) if secret else None)
    except CoachError as error:
        _tell(failed=str(error))


def _fork(line: str) -> None:
    go, start = os.pipe()
    pid = os.fork()
    if not pid:
        if sys.platform == "linux":  # where only a parent may look on, strace may too
            ctypes.CDLL(None).prctl(_PR_SET_PTRACER, _ANY, 0, 0, 0)
        os.read(go, 1)
        _work(**json.loads(line))
        os._exit(0)
    _tell(pid=pid)
    sys.stdin.readline()
    os.write(start, b"!")
    os.close(start)
    os.close(go)
    _tell(ended=os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))


if __name__ == "__main__":
    _tell(ready=True)
    while task := sys.stdin.readline():
        _fork(task)
