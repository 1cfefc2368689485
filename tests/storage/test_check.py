"""`coachapp check` and the window ask what is wrong with a file."""

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from coachapp.storage import check, creation, header, keys
from coachapp.storage.faults import ForeignDatabase, NoSuchFile, TooNew, WrongPassphrase
from coachapp.storage.keys import Key
from tests import portfolios
from tests.storage import fixtures
from tests.storage.bad_files import told

FILES = Path(__file__).parents[1] / "data" / "files"
PAGE = 4096


@pytest.fixture
def made(path: Path, key: Key | None) -> Path:
    creation.make(path, portfolios.many(30), key)
    return path


def destroy(path: Path, number: int, keep: int = 0) -> None:
    """Destroy a page but for its first bytes."""
    whole = bytearray(path.read_bytes())
    whole[(number - 1) * PAGE + keep : number * PAGE] = os.urandom(PAGE - keep)
    path.write_bytes(whole)


def root(path: Path, table: str) -> int:
    """The page at which a table begins: in both kinds of file the same."""
    twin = path.with_name("twin")
    creation.make(twin, portfolios.many(30), None)
    connection = sqlite3.connect(twin)
    (number,) = connection.execute(f"SELECT rootpage FROM sqlite_schema WHERE name = '{table}'").fetchone()
    connection.close()
    twin.unlink()
    return number


def test_nothing_is_wrong_with_a_sound_file(made: Path, key: Key | None) -> None:
    before = made.read_bytes()
    assert check.problems(made, key) == ()
    assert made.read_bytes() == before
    assert list(made.parent.iterdir()) == [made]


@pytest.mark.parametrize("name", ["v1.coach", "v1-plain.coach"])
def test_nothing_is_wrong_with_a_file_of_an_older_version(name: str, path: Path) -> None:
    shutil.copy(FILES / name, path)
    key = keys.unlock(path, fixtures.PASSPHRASE) if header.sniff(path) else None
    before = path.read_bytes()
    assert check.problems(path, key) == ()
    assert path.read_bytes() == before


def test_each_place_where_our_rules_do_not_hold_is_named(made: Path, key: Key | None) -> None:
    told("UPDATE activities SET aside = 'off'")(made, key)
    problems = check.problems(made, key)
    assert len(problems) > 10
    assert all("on the board and beside it" in problem for problem in problems)


def test_a_placement_of_something_that_is_gone_is_named(made: Path, key: Key | None) -> None:
    told("DELETE FROM activities WHERE id = (SELECT activity_id FROM placements LIMIT 1)")(made, key)
    problems = check.problems(made, key)
    assert problems
    assert all("it refers to something that is not there" in problem for problem in problems)


def test_the_parts_with_bad_values_are_named_in_words(made: Path, key: Key | None) -> None:
    told("UPDATE activities SET since = 'ooit'", "UPDATE framework SET snapshot = '{'")(made, key)
    assert check.problems(made, key) == (
        "In the activities are values that CoachApp never writes.",
        "In the roles and examples of the board are values that CoachApp never writes.",
    )


def test_a_damaged_page_is_named_by_its_part_and_by_its_number(made: Path, key: Key | None) -> None:
    number = root(made, "teams")
    destroy(made, number)
    problems = list(check.problems(made, key))
    assert "A part of the teams can't be read." in problems
    assert len(problems) < 4
    if key:
        count = made.stat().st_size // PAGE
        assert problems[0] == f"Damaged pages, of {count}: {number}."


def test_damage_in_what_is_not_read_at_opening_is_found_too(made: Path, key: Key | None) -> None:
    destroy(made, root(made, "changes"))
    assert "A part of the history can't be read." in check.problems(made, key)


def test_evidence_that_is_not_whole_is_named(made: Path, key: Key | None) -> None:
    told(
        f"INSERT INTO contents VALUES (1, '{'a' * 64}', 5)",
        "INSERT INTO chunks VALUES (1, 1, x'00ff')",
        f"INSERT INTO evidence VALUES ('1', 1, 'd', 'brief.pdf', '{'a' * 64}', 5, '', '', '', '', '', '')",
    )(made, key)
    assert check.problems(made, key) == ("The evidence “brief.pdf” is not whole.",)


def test_a_damaged_beginning_is_told_apart_from_a_wrong_passphrase(path: Path, real_key: Key) -> None:
    creation.make(path, portfolios.many(30), real_key)
    destroy(path, 1, keep=header.SALT_LENGTH)
    problems = check.problems(path, real_key)
    assert "The list of what is in the file can't be read." in problems
    assert any(problem.endswith(": 1.") for problem in problems)


def test_a_hostile_file_is_refused_before_it_can_do_anything(made: Path, key: Key | None) -> None:
    endless = "(WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r)"
    told("DROP TABLE goals", f"CREATE VIEW goals AS SELECT {endless} AS id")(made, key)
    with pytest.raises(ForeignDatabase):
        check.problems(made, key)


def test_what_can_not_be_opened_is_no_list_of_problems(made: Path, key: Key | None, real_key: Key) -> None:
    with pytest.raises(NoSuchFile):
        check.problems(made.with_name("elsewhere.coach"), None)
    if key:
        with pytest.raises(WrongPassphrase):
            check.problems(made, Key(bytes(32), real_key.salt))
    told("PRAGMA user_version = 99")(made, key)
    with pytest.raises(TooNew):
        check.problems(made, key)
