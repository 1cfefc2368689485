"""A few of the damaged and hostile files of which `python -m tests.storage.damage` makes thousands."""

import time
from pathlib import Path

import pytest

from coachapp.errors import CoachError
from coachapp.packs import default_framework
from coachapp.storage import creation, reading, rescue
from coachapp.storage.connection import FAULTS, engine
from coachapp.storage.keys import Key
from coachapp.storage.patience import limited
from coachapp.storage.portfolio_form import PORTFOLIO
from tests import portfolios
from tests.storage import damage
from tests.storage.damage_kinds import KEY, Sound


def test_no_damaged_or_hostile_file_does_any_harm() -> None:
    figures = damage.run(150)
    assert figures.faults == []
    assert len(figures.found) > 4


def test_a_file_in_a_hundred_thousand_pieces_is_read_once() -> None:
    assert damage.run(1, 4532).faults == []


def test_a_calculation_without_end_is_given_up(path: Path) -> None:
    creation.make(path, portfolios.empty(), None)
    database = engine(path, None, read_only=True)
    endless = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r"
    begun = time.monotonic()
    with pytest.raises(FAULTS), database.begin() as connection, limited(connection):
        connection.exec_driver_sql(endless)
    assert time.monotonic() - begun < 60
    with database.begin() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM portfolio").scalar() == 1
    database.dispose()


def test_sqlite_never_takes_more_than_its_share_of_the_memory(path: Path) -> None:
    creation.make(path, portfolios.empty(), None)
    database = engine(path, None, read_only=True)
    with pytest.raises(FAULTS), database.begin() as connection:
        connection.exec_driver_sql("SELECT length(hex(zeroblob(400000000)))")
    database.dispose()


def test_rescue_of_any_damaged_or_hostile_file_ends_in_a_new_one_or_a_plain_message(tmp_path: Path) -> None:
    sound = Sound.make(tmp_path)
    for number in range(25):
        path, new = tmp_path / f"{number}.coach", tmp_path / f"{number}.new"
        damage.make(sound, path, number)
        before = path.read_bytes()
        key = None if before.startswith(b"SQLite") else Key(KEY.secret, before[:16])
        text = ""
        try:
            rescue.rescue(path, key, new, default_framework())
        except CoachError as error:
            text = error.text()
        assert bool(text) != new.exists()
        if new.exists():
            made = engine(new, key, read_only=True)
            assert reading.read(made, new, PORTFOLIO, encrypted=bool(key), read_only=True).value.owner
            made.dispose()
        assert path.read_bytes() == before
