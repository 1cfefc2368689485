"""Whether a command may write where it is told to."""

from contextlib import suppress
from pathlib import Path

from coachapp.cli.faults import NoFolder, NotAPlan


def check_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise NoFolder(folder=folder)


def check_pdf(path: Path) -> None:
    """A slip of the finger must not put a document in the place of a portfolio."""
    with suppress(OSError), path.open("rb") as file:
        if (start := file.read(4)) and start != b"%PDF":
            raise NotAPlan(name=path.name)
