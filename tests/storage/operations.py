"""What is done to a portfolio file in one go: how to get it ready, and whether it happened."""

import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import copyfile
from typing import Final

import pytest

from coachapp.document import Document
from coachapp.domain import edits
from coachapp.domain.portfolio import Evidence, Portfolio
from coachapp.domain.values import new_id
from coachapp.storage import backup_folder, check, creation, evidence, header, keys
from coachapp.storage.connection import engine
from coachapp.storage.faults import WrongPassphrase
from coachapp.storage.file import open_file
from coachapp.storage.keys import Key
from coachapp.storage.migrations import VERSION
from tests import portfolios
from tests.storage.fixtures import FOLDER, PASSPHRASE, version_1
from tests.storage.kills import Target
from tests.storage.writer import NEW_SECRET, change


@dataclass(frozen=True)
class Operation:
    """A job of the writer's. `happened`: whether the file is as it should be after it.

    It fails when the file is neither that nor as it was. `told`: one of these is said when it failed, besides
    why; of a save the window also says that it is tried again, and offers a copy.
    """

    job: str
    ready: Callable[[Path, Key], Target]
    happened: Callable[[Target], bool]
    told: tuple[str, ...] = ("Try it again when that is solved.",)


def _made(path: Path, key: Key | None, number: int = 12) -> Target:
    before = portfolios.many(number)
    creation.make(path, before, key)
    return Target(path, key, before, path.read_bytes())


def _plain(path: Path, _key: Key) -> Target:
    return _made(path, None)


def _small(path: Path, key: Key) -> Target:
    return _made(path, key, 2)


def _with_another(path: Path, key: Key) -> Target:
    """With a copy beside it, in which much was changed and a file was copied in."""
    target = _made(path, key)
    other = path.parent / "other"
    other.mkdir()
    (other / "letter").write_bytes(os.urandom(600_000))
    copyfile(path, other / path.name)
    with closing(open_file(other / path.name, key)) as copy:
        taken = evidence.take_in(copy, other / "letter")
        document = Document(copy.portfolio, "other")
        document.apply("", change)
        document.apply("", edits.add(Evidence(new_id(), "letter", taken.digest, taken.size)))
        copy.save(document.saved, document.portfolio)
    return target


def _of_version_1(path: Path, _key: Key) -> Target:
    copyfile(FOLDER / "v1.coach", path)
    return Target(path, keys.unlock(path, PASSPHRASE), replace(version_1(), agreements=()), path.read_bytes())


def _is_new(target: Target, found: Portfolio, after: Callable[[Portfolio], bool]) -> bool:
    assert check.problems(target.path, target.key) == ()
    assert found == target.before or after(found)
    return found != target.before


def _saved(target: Target) -> bool:
    return _is_new(target, target.read(), lambda found: found == change(target.before))


def _joined(target: Target) -> bool:
    """All of the other copy is there, also each byte of its file; or nothing of it."""
    with closing(open_file(target.path.parent / "other" / target.path.name, target.key)) as other:
        theirs = other.portfolio
    new = _is_new(target, target.read(), lambda found: found.activities == theirs.activities)
    with closing(open_file(target.path, target.key)) as opened:
        for item in opened.portfolio.evidence:
            assert sum(map(len, evidence.pieces(opened, item.digest, item.name))) == item.size
        assert bool(opened.portfolio.evidence) == new
    return new


def _updated(target: Target) -> bool:
    """The version tells; what is in it stays, and is all there when it is read."""
    place = target.path.resolve()
    with header.remembered(place):
        database = engine(place, target.key, read_only=False)
        with database.connect() as connection:
            version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        database.dispose()
    assert version in (1, VERSION)
    assert target.read() == target.before
    assert check.problems(target.path, target.key) == ()
    _count_backups(target)
    return version == VERSION


def _rekeyed(target: Target, *, new_first: bool = False) -> bool:
    """Either passphrase may be tried first, as a person would."""
    old, new = target.key, Key(NEW_SECRET, target.key.salt if target.key else b"")
    for key in (new, old) if new_first else (old, new):
        try:
            assert target.read(key) == target.before
        except WrongPassphrase:
            continue
        assert check.problems(target.path, key) == ()
        return key == new
    pytest.fail("neither passphrase opens the file")


def _rekeyed_new_first(target: Target) -> bool:
    return _rekeyed(target, new_first=True)


def _backed_up(target: Target) -> bool:
    """One more has a name only when it is whole, and nothing happens to the file itself."""
    assert target.path.read_bytes() == target.whole
    return _count_backups(target) > 0


def _count_backups(target: Target) -> int:
    found = backup_folder.found(target.backups / target.before.id)
    for one in found:
        assert check.problems(one.path, target.key) == (), one.path
    return len(found)


def _taken_in(target: Target) -> bool:
    assert target.read() == target.before
    assert check.problems(target.path, target.key) == ()
    with closing(open_file(target.path, target.key)) as opened:
        for digest, size in evidence.sizes(opened).items():
            assert sum(map(len, evidence.pieces(opened, digest, "letter"))) == size == 600_000
            return True
    return False


_KEY: Final = ("Try it again when that is solved.", "Keep both: one of the two will open it.")

OPERATIONS: Final = {
    "save": Operation("save_once", _made, _saved, ("The last changes are not in",)),
    "save of a plain file": Operation("save_once", _plain, _saved, ("The last changes are not in",)),
    "joining": Operation("join_once", _with_another, _joined),
    "change of key, tried by the old": Operation("rekey_once", _small, _rekeyed, _KEY),
    "change of key, tried by the new": Operation("rekey_once", _small, _rekeyed_new_first, _KEY),
    "update of the version": Operation(
        "update_once", _of_version_1, _updated, ("Solve that and open it again",)
    ),
    "backup": Operation("back_up_once", _made, _backed_up, ("it is tried again later",)),
    "copying in": Operation("take_in_once", _with_another, _taken_in),
}
