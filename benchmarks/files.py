"""Portfolio files to measure with: encrypted, made by the program itself."""

from pathlib import Path

from coachapp.storage import file
from tests import portfolios

PASSPHRASE = "drie woorden samen"


def made(folder: Path, activities: int) -> Path:
    """A file with so many activities, most of them on the board."""
    path = folder / f"{activities}.coach"
    portfolio = portfolios.many(activities) if activities else portfolios.empty()
    file.create(path, portfolio, PASSPHRASE).close()
    return path
