"""`coachapp check` and the window ask what is wrong with a file."""

from pathlib import Path

import pytest

from coachapp.storage import check, creation
from coachapp.storage.faults import NoSuchFile, WrongPassphrase
from coachapp.storage.keys import Key
from tests import portfolios
from tests.storage.bad_files import told


@pytest.fixture
def made(path: Path, key: Key | None) -> Path:
    creation.make(path, portfolios.many(30), key)
    return path


def test_nothing_is_wrong_with_a_sound_file(made: Path, key: Key | None) -> None:
    before = made.read_bytes()
    assert check.problems(made, key) == ()
    assert made.read_bytes() == before
    assert list(made.parent.iterdir()) == [made]


def test_each_place_where_our_rules_do_not_hold_is_named(made: Path, key: Key | None) -> None:
    told("UPDATE activities SET aside = 'off'")(made, key)
    problems = check.problems(made, key)
    assert len(problems) > 10
    assert all("on the board and beside it" in problem for problem in problems)


def test_a_bad_value_and_a_bad_page_are_named(made: Path, key: Key | None) -> None:
    told("UPDATE activities SET since = 'ooit'")(made, key)
    (problem,) = check.problems(made, key)
    assert "never writes" in problem
    whole = bytearray(made.read_bytes())
    whole[4096 * 4 : 4096 * 4 + 50] = b"\xff" * 50
    made.write_bytes(whole)
    problems = check.problems(made, key)
    assert 2 <= len(problems) < 40
    assert "A part of the file is damaged" in problems[0]
    assert not key or "page 5" in problems[0]


def test_what_can_not_be_opened_is_no_list_of_problems(made: Path, real_key: Key) -> None:
    with pytest.raises(NoSuchFile):
        check.problems(made.with_name("elsewhere.coach"), None)
    if made.read_bytes()[:6] != b"SQLite":
        with pytest.raises(WrongPassphrase):
            check.problems(made, Key(bytes(32), real_key.salt))
