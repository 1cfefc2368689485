"""Portfolio files to measure with: encrypted, made by the program itself."""

from pathlib import Path

from coachapp.storage import coach_book as storage
from coachapp.storage import file
from tests import coach_books, portfolios

PASSPHRASE = "drie woorden samen"


def coach_book(folder: Path) -> Path:
    """A coach book with 200 coachees and 2,000 notes."""
    path = folder / "many.coachbook"
    storage.create(path, coach_books.many(), PASSPHRASE).close()
    return path


def made(folder: Path, activities: int) -> Path:
    """A file with so many activities, most of them on the board."""
    path = folder / f"{activities}.coach"
    portfolio = portfolios.many(activities) if activities else portfolios.empty()
    file.create(path, portfolio, PASSPHRASE).close()
    return path
