"""Files of every version since the first open, with all that was in them."""

from dataclasses import fields, replace
from pathlib import Path
from shutil import copyfile

import pytest

from coachapp import paths
from coachapp.domain.portfolio import KINDS, Portfolio
from coachapp.storage import check, keys
from coachapp.storage.faults import ForeignDatabase
from coachapp.storage.file import open_file
from coachapp.storage.migrations import VERSION
from tests.storage.bad_files import told
from tests.storage.fixtures import FOLDER, PASSPHRASE, version_1, version_2, version_3

EXPECTED = {1: replace(version_1(), agreements=()), 2: version_2().portfolio, 3: version_3().portfolio}


@pytest.mark.parametrize("ending", ["", "-plain"])
@pytest.mark.parametrize("version", EXPECTED)
def test_a_file_of_any_version_opens(path: Path, version: int, ending: str) -> None:
    copyfile(FOLDER / f"v{version}{ending}.coach", path)
    key = None if ending else keys.unlock(path, PASSPHRASE)
    opened = open_file(path, key)
    assert opened.portfolio == EXPECTED[version]
    assert _stamps(opened.portfolio) == _stamps(EXPECTED[version])
    opened.close()
    assert check.problems(path, key) == ()
    if version == VERSION:
        assert path.read_bytes() == (FOLDER / f"v{version}{ending}.coach").read_bytes()


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW v AS SELECT hex(zeroblob(1e9))",
        "CREATE TRIGGER t AFTER INSERT ON goals BEGIN DELETE FROM activities; END",
        "CREATE TABLE more (id VARCHAR, x VARCHAR AS (id || id))",
        "CREATE TABLE more (id VARCHAR CHECK (id NOT LIKE '%a%a%a%a%a%a%'))",
        "CREATE TABLE more (id VARCHAR DEFAULT (hex(zeroblob(1e9))))",
    ],
)
def test_an_older_file_that_computes_is_neither_looked_through_nor_brought_up_to_date(
    path: Path, statement: str
) -> None:
    copyfile(FOLDER / "v1-plain.coach", path)
    told(statement)(path, None)
    before, backed_up = path.read_bytes(), sorted(paths.data_dir().rglob("*.coach"))
    for attempt in (open_file, check.problems):
        with pytest.raises(ForeignDatabase):
            attempt(path, None)
    assert path.read_bytes() == before
    assert sorted(paths.data_dir().rglob("*.coach")) == backed_up


def test_there_is_a_file_of_every_version() -> None:
    assert set(EXPECTED) == set(range(1, VERSION + 1))


def test_the_file_of_this_version_leaves_no_field_empty() -> None:
    portfolio = version_3().portfolio
    empty = {("activities", "aside"), ("reflections", "question_id")}
    for kind in KINDS:
        items = getattr(portfolio, kind)
        for field in fields(KINDS[kind]):
            if field.name != "written" and (kind, field.name) not in empty:
                assert any(getattr(item, field.name) for item in items), (kind, field.name)


def _stamps(portfolio: Portfolio) -> list[object]:
    return [portfolio.stamp, *(item.stamp for kind in KINDS for item in getattr(portfolio, kind))]
