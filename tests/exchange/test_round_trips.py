"""What comes back from an export of files that were not made just now."""

import os
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from coachapp.packs import default_framework, sample
from coachapp.storage import creation, header, keys, rescue
from coachapp.storage.file import open_file
from tests.document.copies import told
from tests.ordeal.exports import comes_back
from tests.portfolios import many, worst
from tests.storage import fixtures

FILES = Path(__file__).parents[1] / "data" / "files"


@pytest.mark.parametrize("name", sorted(path.name for path in FILES.glob("*.coach")))
def test_a_file_of_any_version_comes_back(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    shutil.copyfile(FILES / name, path)
    key = keys.unlock(path, fixtures.PASSPHRASE) if header.sniff(path) else None
    before, after = comes_back(path, key, tmp_path)
    assert told(before) == told(after)


@pytest.mark.parametrize(
    "portfolio", [sample.portfolio("nl"), worst(), many(200)], ids=["sample", "worst", "many"]
)
def test_a_file_as_it_is_made_comes_back(portfolio: object, tmp_path: Path) -> None:
    creation.make(tmp_path / "a.coach", portfolio, None)  # type: ignore[arg-type]
    before, after = comes_back(tmp_path / "a.coach", None, tmp_path)
    assert told(before) == told(after)


def test_what_was_rescued_comes_back(tmp_path: Path) -> None:
    path, new = tmp_path / "damaged.coach", tmp_path / "rescued.coach"
    shutil.copyfile(FILES / "v2-plain.coach", path)
    with path.open("r+b") as raw:
        raw.seek(path.stat().st_size // 4096 // 2 * 4096)
        raw.write(os.urandom(4096))
    rescue.rescue(path, None, new, default_framework())
    before, after = comes_back(new, None, tmp_path)
    assert told(before) == told(after)
    with closing(open_file(tmp_path / "second.coach", None)) as file:
        assert file.portfolio.activities
