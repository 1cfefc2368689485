"""The portfolio file of a person, as she opens it and as it lies on the disk."""

import os
import signal
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from coachapp.document import Document
from coachapp.domain.edits import Edit
from coachapp.domain.portfolio import Portfolio
from coachapp.packs import sample
from coachapp.storage import file, keys
from tests.journeys.hands import Hands
from tests.storage import kills
from tests.storage.kills import Target, Writer

PASSPHRASE = "vier losse woorden samen"


class Elsewhere(NamedTuple):
    """Another program that has the file open."""

    writer: Writer
    pid: int

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        self.writer.hear_all()


def put(folder: Path) -> Path:
    """A portfolio of hers in this folder."""
    path = folder / "S. de Vries.coach"
    file.create(path, sample.portfolio("en"), PASSPHRASE).close()
    return path


def read(path: Path, passphrase: str = PASSPHRASE) -> Portfolio:
    with closing(file.open_file(path, keys.unlock(path, passphrase), read_only=True)) as found:
        return found.portfolio


def titles(path: Path) -> list[str]:
    return [activity.title for activity in read(path).activities]


def ask_for_it(person: Hands, path: Path, passphrase: str = PASSPHRASE) -> None:
    person.press("Open…")
    person.answer(path)
    person.write_into("Passphrase", passphrase)


def open_it(person: Hands, path: Path, passphrase: str = PASSPHRASE) -> None:
    ask_for_it(person, path, passphrase)
    person.see("To place")
    person.enlarge()


def copy_it(person: Hands, to: Path) -> None:
    person.fill("Passphrase", PASSPHRASE)
    person.fill("The same passphrase again", PASSPHRASE)
    person.press("Another place…")
    person.answer(to)
    person.see(to.name)
    person.press("Save the portfolio")


def change(path: Path, *edits: Edit) -> None:
    """What somebody does with this copy elsewhere."""
    with closing(file.open_file(path, keys.unlock(path, PASSPHRASE))) as copy:
        document = Document(copy.portfolio, "other")
        for edit in edits:
            document.apply("elsewhere", edit)
        copy.save(document.saved, document.portfolio, document.unsaved())


@contextmanager
def elsewhere(path: Path, job: str = "hold") -> Iterator[Elsewhere]:
    """Another program does this job with the file."""
    with kills.writer() as writer:
        key = keys.unlock(path, PASSPHRASE)
        pid = writer.start(job, Target(path, key, read(path), path.read_bytes()))
        writer.say()
        writer.hear()
        yield Elsewhere(writer, pid)
