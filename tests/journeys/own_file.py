"""The portfolio file of a person, as she opens it and as it lies on the disk."""

from contextlib import AbstractContextManager, closing
from pathlib import Path

from coachapp.document import Document
from coachapp.domain.edits import Edit
from coachapp.domain.portfolio import Portfolio
from coachapp.packs import sample
from coachapp.storage import file, keys
from tests.journeys.hands import Hands
from tests.storage.elsewhere import Elsewhere, other_program
from tests.storage.kills import Target

PASSPHRASE = "vier losse woorden samen"


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


def elsewhere(path: Path, job: str = "hold") -> AbstractContextManager[Elsewhere]:
    """Another program does this job with the file."""
    target = Target(path, keys.unlock(path, PASSPHRASE), read(path), path.read_bytes())
    return other_program(target, job)
