"""Real files, plain and encrypted; the one key takes its time only once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coachapp.domain.portfolio import Portfolio
from coachapp.storage import creation, keys
from coachapp.storage.file import PortfolioFile, open_file
from coachapp.storage.keys import Key
from tests.storage import kills
from tests.storage.kills import Writer

PASSPHRASE = "één zin met 'aanhalingstekens\""


@pytest.fixture(scope="session")
def real_key() -> Key:
    return keys.fresh(PASSPHRASE)


@pytest.fixture(params=["plain", "encrypted"])
def key(request: pytest.FixtureRequest, real_key: Key) -> Key | None:
    return real_key if request.param == "encrypted" else None


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "de vries #1.coach"


@pytest.fixture(scope="session")
def writer() -> Iterator[Writer]:
    with kills.writer() as writer:
        yield writer


@pytest.fixture
def made(path: Path, key: Key | None) -> Callable[[Portfolio], PortfolioFile]:
    """Makes a file with this portfolio and opens it."""

    def make(portfolio: Portfolio) -> PortfolioFile:
        creation.make(path, portfolio, key)
        return open_file(path, key)

    return make
