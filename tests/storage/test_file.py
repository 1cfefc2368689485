"""A portfolio comes back from its file as it was."""

import os
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from coachapp.document import Document
from coachapp.domain import edits
from coachapp.domain.portfolio import Activity, Placement, Portfolio
from coachapp.domain.values import new_id
from coachapp.errors import EmptyPassphrase
from coachapp.storage import check, creation, file, keys, proving
from coachapp.storage.connection import engine
from coachapp.storage.faults import AlreadyThere, DamagedFile, ReadOnly
from coachapp.storage.file import PortfolioFile, open_file
from coachapp.storage.header import sniff
from coachapp.storage.keys import Key
from coachapp.storage.looking import OpenElsewhere
from tests import institute, portfolios

Make = Callable[[Portfolio], PortfolioFile]


@pytest.mark.parametrize("portfolio", [portfolios.empty(), portfolios.worst(), portfolios.many(300)])
def test_a_portfolio_reads_back_as_it_was(made: Make, portfolio: Portfolio) -> None:
    written = made(portfolio)
    assert written.portfolio == portfolio
    assert written.portfolio.framework == portfolio.framework
    written.close()


def test_a_portfolio_keeps_the_look_of_the_institute_where_it_was_made(made: Make, tmp_path: Path) -> None:
    look = institute.look(tmp_path)
    written = made(institute.dressed(portfolios.empty(), look))
    assert written.portfolio.framework.look == look
    written.close()
    assert written.path.stat().st_size < 400_000


def test_every_change_is_there_next_time(made: Make, key: Key | None) -> None:
    opened = made(portfolios.worst())
    document = Document(opened.portfolio, "dev")
    activity = Activity(new_id(), "Nieuw")
    cell = document.portfolio.framework.board[0]
    changes = (
        edits.add(activity),
        edits.place(Placement(new_id(), activity.id, cell)),
        edits.describe(coach="Iemand anders"),
        edits.remove(Activity, [document.portfolio.activities[0].id]),
    )
    for change in changes:
        document.apply("", change)
        opened.save(document.saved, document.portfolio)
        document.mark_saved(document.portfolio)
    opened.close()
    again = open_file(opened.path, key)
    assert again.portfolio == document.portfolio
    assert _stamps(again.portfolio) == _stamps(document.portfolio)
    again.close()


def _stamps(portfolio: Portfolio) -> list[object]:
    items = (*portfolio.activities, *portfolio.placements, *portfolio.ambitions, *portfolio.contexts)
    return [portfolio.clock, portfolio.stamp, *(item.stamp for item in items)]


def test_only_its_owner_may_read_the_file_and_nothing_lies_beside_it(made: Make, path: Path) -> None:
    opened = made(portfolios.empty())
    assert {p.name for p in path.parent.iterdir()} == {path.name, path.name + ".lock"}
    assert all(stat.S_IMODE(p.stat().st_mode) == 0o600 for p in path.parent.iterdir())
    opened.close()
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_new_portfolio_never_takes_the_place_of_another(made: Make, path: Path) -> None:
    made(portfolios.empty()).close()
    before = path.read_bytes()
    with pytest.raises(AlreadyThere):
        file.create(path, portfolios.worst(), None)
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_file_that_appears_meanwhile_is_not_taken_the_place_of(path: Path, key: Key | None) -> None:
    def make() -> None:
        with creation.drafted(path) as draft:
            creation.make(draft, portfolios.empty(), key)
            path.write_bytes(b"of somebody else")

    with pytest.raises(AlreadyThere):
        make()
    assert path.read_bytes() == b"of somebody else"
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_copy_of_another_portfolio_is_not_relied_on(path: Path, key: Key | None) -> None:
    creation.make(path, portfolios.empty(), key)
    proving.prove(path, key, portfolios.empty().id)
    with pytest.raises(DamagedFile):
        proving.prove(path, key, "f" * 32)


def test_a_passphrase_opens_however_its_accents_were_typed(path: Path) -> None:
    file.create(path, portfolios.empty(), "caf\u00e9").close()
    opened = open_file(path, keys.unlock(path, "cafe\u0301"))
    assert opened.encrypted
    opened.close()


def test_no_new_file_begins_by_chance_as_one_of_another_kind(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = bytes(range(200, 216))
    begun = [begin + good[len(begin) :] for begin in (b"MZ", b"\x1f\x8b", b"\xff\xd8\xff", b"\xff\xfe", b"")]
    with monkeypatch.context() as patched:
        patched.setattr(os, "urandom", lambda _length: begun.pop(0))
        opened = file.create(path, portfolios.empty(), "café")
    opened.close()
    assert path.read_bytes()[:16] == good
    assert sniff(path)


def test_an_empty_passphrase_is_refused(path: Path) -> None:
    with pytest.raises(EmptyPassphrase):
        file.create(path, portfolios.empty(), "")
    assert not path.exists()


def test_who_only_reads_sees_everything_and_can_change_nothing(made: Make, key: Key | None) -> None:
    writer = made(portfolios.many(10))
    reader = open_file(writer.path, key, read_only=True)
    assert reader.read_only
    assert type(reader.why_read_only) is OpenElsewhere
    assert not writer.read_only
    assert writer.why_read_only is None
    assert reader.portfolio == writer.portfolio
    with pytest.raises(ReadOnly):
        reader.save(reader.portfolio, portfolios.empty())
    reader.close()
    writer.close()


@pytest.mark.parametrize("look", ["check", "read"])
def test_a_save_cut_short_by_a_power_failure_is_taken_back_also_by_who_only_looks(
    path: Path, key: Key | None, look: str
) -> None:
    portfolio = portfolios.many(300)
    creation.make(path, portfolio, key)
    copy = path.with_name("copy.coach")
    database = engine(path, key, read_only=False)
    with database.connect() as connection, connection.begin() as save:
        connection.exec_driver_sql("PRAGMA cache_size = 5")
        connection.exec_driver_sql("UPDATE activities SET title = title || title")
        for ending in ("", "-journal"):
            shutil.copy(f"{path}{ending}", f"{copy}{ending}")
        save.rollback()
    database.dispose()
    assert copy.read_bytes() != path.read_bytes()
    if look == "check":
        assert check.problems(copy, key) == ()
    opened = open_file(copy, key, read_only=True)
    assert opened.portfolio == portfolio
    opened.close()


def test_a_connection_to_read_writes_nothing_and_no_error_tells_what_was_asked(
    path: Path, key: Key | None
) -> None:
    creation.make(path, portfolios.many(3), key)
    before, database = path.read_bytes(), engine(path, key, read_only=True)
    with pytest.raises(DBAPIError) as caught, database.begin() as connection:
        connection.exec_driver_sql("UPDATE activities SET title = ?", ("Jansen",))
    database.dispose()
    assert "Jansen" not in str(caught.value)
    assert path.read_bytes() == before


def test_a_key_that_is_printed_does_not_tell_its_secret(real_key: Key) -> None:
    assert repr(real_key.secret) not in repr(real_key)
    assert real_key.secret.hex() not in str(real_key)


def test_only_its_own_passphrase_opens_an_open_file(path: Path) -> None:
    opened = file.create(path, portfolios.empty(), "café")
    assert opened.opens_with("cafe\u0301")
    assert not opened.opens_with("cafe")
    opened.close()
    assert not opened.opens_with("café")
