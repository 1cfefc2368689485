"""A copy that is handed over: whoever reads it, by SQL or byte by byte, finds only what was chosen."""

import io
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, Final

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from coachapp import paths
from coachapp.document import Document
from coachapp.domain import edits, partial
from coachapp.domain.board_then import snapshot_of
from coachapp.domain.handing_over import Chosen
from coachapp.domain.portfolio import KINDS, Activity, Evidence, Portfolio, Reflection, Shared
from coachapp.domain.reader import Reader
from coachapp.domain.values import new_id
from coachapp.exchange import archive_reading, exports
from coachapp.packs import default_framework, sample
from coachapp.storage import backups, evidence, handing_over, joining, keys, rescue, restoring, safekeeping
from coachapp.storage.faults import AlreadyThere, NotCreated
from coachapp.storage.file import PortfolioFile, create, open_file
from coachapp.storage.handing_over import HandingOver, OwnPassphrase

OWN_PASSPHRASE: Final = "vier losse woorden samen"
COPY_PASSPHRASE: Final = "een andere zin voor haar"
LEFT: Final = Shared("f" * 32, "copy", "2026-11-26", reader="K. Oach", expires_on="2027-06-30")
TEXTS: Final = {
    *("title", "name", "function", "description", "period", "why", "noticed", "specific", "measurable"),
    *("acceptable", "realistic", "time_bound", "professional", "institutional", "political", "tension"),
    *("talk_to", "plan_link", "outcome", "what", "support", "money", "source", "text", "note", "coach"),
    *("question", "recorded", "reader", "content"),
}
PARTS: Final = {
    "goals": {"ambitions", "goals", "actions", "agreements"},
    "reflections": {"reflections"},
    "notes": {"conversations", "notes", "views", "snapshots"},
    "evidence": {"evidence"},
}
CHOICES: Final = (None, *(f.name for f in fields(Chosen) if f.type is bool))


CHOSEN_FOR_COACH = ("geheimweglaten", "geheimschuil", "geheimpersoon")


def _word(kind: str, item_id: str) -> str:
    return f"geheim{list(KINDS).index(kind)}x{item_id[:12].lstrip('0')}x"


def _worded(kind: str, item: Any) -> Any:
    """Its texts say which item they are of, again and again, so that no piece of one goes unseen."""
    texts = {name: f"{_word(kind, item.id)} " * 9 for name in TEXTS if hasattr(item, name)}
    return replace(item, **{name: text.strip() for name, text in texts.items()})


def _portfolio() -> Portfolio:
    """The made-up teacher's, with a file at every second activity."""
    told = sample.portfolio("nl")
    activities = [activity.id for activity in told.activities[::2]]
    files = tuple(Evidence(new_id(), "x", size=1, activity_id=one) for one in ("", *activities))
    told = replace(told, evidence=(*told.evidence, *files), question="geheimeigen", coach="geheimeigen")
    reader = Reader("coach", ("geheimweglaten",), ("hours",), "geheimschuil")
    told = replace(told, readers=(reader,), names=("geheimpersoon",))
    kinds = {kind: tuple(_worded(kind, i) for i in getattr(told, kind)) for kind in KINDS}
    told = replace(told, **kinds)
    return replace(told, snapshots=(*told.snapshots, snapshot_of(told, "2026-11-26")))


def _bytes(one: Evidence) -> bytes:
    return f"{_word('evidence', one.id)}inhoud ".encode() * 500


@pytest.fixture
def file(tmp_path: Path) -> Iterator[PortfolioFile]:
    """With a past: something was called otherwise, something lies in the bin."""
    with closing(create(tmp_path / "whole.coach", _portfolio(), OWN_PASSPHRASE)) as made:
        document = Document(made.portfolio, "here")
        for one in made.portfolio.evidence:
            digest = evidence.take_bytes(made, "x", _bytes(one)).digest
            document.apply("geheimlabel", edits.change(Evidence, (one.id,), digest=digest))
        first = made.portfolio.activities[0]
        document.apply("geheimnaam", edits.change(Activity, (first.id,), title="geheimvroeger"))
        document.apply("x", edits.change(Activity, (first.id,), title=first.title))
        gone = Reflection(new_id(), "geheimweg", activity_id=first.id)
        document.apply("x", edits.add(gone))
        document.apply("x", edits.remove(Reflection, (gone.id,)))
        made.save(document.saved, document.portfolio, document.unsaved())
        yield open_again(made)


def open_again(file: PortfolioFile) -> PortfolioFile:
    key = file.key
    file.close()
    return open_file(file.path, key)


def _hand_over(file: PortfolioFile, chosen: Chosen, passphrase: str | None) -> Path:
    path = file.path.with_name("copy.coach")
    handing_over.write(HandingOver(file, file.portfolio, (), chosen, LEFT, path, passphrase))
    return path


def _some(file: PortfolioFile, choice: str | None) -> Chosen:
    """Every third activity, and one thing more."""
    chosen = Chosen(frozenset(a.id for a in file.portfolio.activities[::3]))
    return replace(chosen, **{choice: True}) if choice else chosen


def _may_go(portfolio: Portfolio, chosen: Chosen, choice: str | None) -> set[str]:
    """The words of what was chosen."""
    going = {("activities", one) for one in chosen.activities}
    going |= {("placements", p.id) for p in portfolio.placements if p.activity_id in chosen.activities}
    theirs = [a for a in portfolio.activities if a.id in chosen.activities]
    going |= {("teams", activity.team_id) for activity in theirs}
    in_teams = [t.context_id for t in portfolio.teams if ("teams", t.id) in going]
    going |= {("contexts", one) for one in (*(a.context_id for a in theirs), *in_teams)}
    for kind in PARTS.get(choice or "", ()):
        about = {i.id: getattr(i, "activity_id", "") for i in getattr(portfolio, kind)}
        going |= {(kind, one) for one, of in about.items() if of in {"", *chosen.activities}}
    words = {_word(kind, item_id) for kind, item_id in going if item_id}
    return words | ({"geheimeigen"} if choice == "own" else set())


def _secrets(portfolio: Portfolio) -> set[str]:
    items = ((kind, i.id) for kind in KINDS if kind != "readers" for i in getattr(portfolio, kind))
    words = {_word(*item) for item in items}
    return words | {
        "geheimeigen",
        "geheimlabel",
        "geheimnaam",
        "geheimvroeger",
        "geheimweg",
        *CHOSEN_FOR_COACH,
    }


def _found(data: bytes, words: Iterable[str]) -> set[str]:
    return {w for w in words if any(w.encode(e) in data for e in ("utf-8", "utf-16-le", "utf-16-be"))}


def _by_sql(path: Path, passphrase: str) -> bytes:
    """Everything in every table, by another program's means."""
    database = sqlcipher.connect(path)  # pyright: ignore[reportAttributeAccessIssue]
    with closing(database):
        database.execute(f'PRAGMA key = "{keys.unlock(path, passphrase).literal}"')
        tables = [row[0] for row in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        rows = [row for name in tables for row in database.execute(f"SELECT * FROM {name}")]
    values = (value for row in rows for value in row)
    return b"\n".join(v if isinstance(v, bytes) else str(v).encode() for v in values)


def test_whoever_reads_the_whole_file_finds_every_word(file: PortfolioFile) -> None:
    """Else the tests below would prove nothing."""
    secrets = _secrets(file.portfolio)
    untitled = [one.id for one in file.portfolio.snapshots if not one.title]
    bare = {"views": [one.id for one in file.portfolio.views], "snapshots": untitled}
    unworded = {_word(kind, one) for kind, ids in bare.items() for one in ids}
    found = _found(_by_sql(file.path, OWN_PASSPHRASE), secrets)
    assert found >= secrets - unworded
    assert len(found) > 100


@pytest.mark.parametrize("choice", CHOICES)
def test_no_byte_of_what_was_not_chosen_is_in_the_copy(file: PortfolioFile, choice: str | None) -> None:
    chosen = _some(file, choice)
    raw = _hand_over(file, chosen, None).read_bytes()
    allowed = _may_go(file.portfolio, chosen, choice)
    found = _found(raw, _secrets(file.portfolio))
    assert found <= allowed
    assert {_word("activities", one) for one in chosen.activities} <= found


@pytest.mark.parametrize("choice", CHOICES)
def test_a_reader_by_sql_finds_only_what_was_chosen(file: PortfolioFile, choice: str | None) -> None:
    chosen = _some(file, choice)
    path = _hand_over(file, chosen, COPY_PASSPHRASE)
    assert _found(path.read_bytes(), ("geheim", "K. Oach")) == set()
    told = _by_sql(path, COPY_PASSPHRASE)
    assert _found(told, _secrets(file.portfolio)) <= _may_go(file.portfolio, chosen, choice)
    with closing(open_file(path, keys.unlock(path, COPY_PASSPHRASE))) as copy:
        held = joining.copy_of(copy, copy.portfolio)
        assert (held.removed, held.changes, copy.portfolio.variants) == ((), (), ())
        bytes_there = {e.digest for e in copy.portfolio.evidence}
        assert evidence.sizes(copy).keys() == bytes_there
    assert path.read_bytes()[:16] != file.path.read_bytes()[:16]


def test_what_was_written_in_the_copy_comes_back_and_is_listed(file: PortfolioFile) -> None:
    listed = Document(file.portfolio, "list")
    listed.apply("x", edits.add(LEFT))
    file.save(listed.saved, listed.portfolio, listed.unsaved())
    whole = listed.portfolio
    path = file.path.with_name("copy.coach")
    chosen = _some(file, "notes")
    handing_over.write(HandingOver(file, whole, (), chosen, LEFT, path, COPY_PASSPHRASE))
    with closing(open_file(path, keys.unlock(path, COPY_PASSPHRASE))) as copy:
        coach = Document(copy.portfolio, "coach")
        coach.apply("x", edits.add(Reflection(new_id(), "Well said")))
        copy.save(coach.saved, coach.portfolio, coach.unsaved())
        copy.portfolio = coach.portfolio
        after = joining.join(file, whole, copy, "end")
    assert [r.text for r in after.reflections if r.text == "Well said"] == ["Well said"]
    (left,) = (one for one in after.shared if one.id == LEFT.id)
    assert left.returned_on
    same = {kind: getattr(after, kind) for kind in KINDS if kind not in ("reflections", "shared")}
    assert replace(whole, **same) == whole
    with closing(open_again(file)) as again:
        assert again.portfolio == after


def test_the_passphrase_of_the_portfolio_itself_is_refused(file: PortfolioFile) -> None:
    with pytest.raises(OwnPassphrase):
        _hand_over(file, _some(file, None), OWN_PASSPHRASE)
    assert [path.name for path in file.path.parent.glob("*.coach")] == ["whole.coach"]


def test_nothing_is_written_over_or_left_behind(file: PortfolioFile, tmp_path: Path) -> None:
    taken = tmp_path / "copy.coach"
    taken.write_bytes(b"mine")
    with pytest.raises(AlreadyThere):
        _hand_over(file, _some(file, None), None)
    assert taken.read_bytes() == b"mine"
    nowhere = tmp_path / "no" / "x.coach"
    with pytest.raises(NotCreated):
        handing_over.write(HandingOver(file, file.portfolio, (), _some(file, None), LEFT, nowhere, None))


def test_a_backup_of_a_copy_lies_apart_from_those_of_the_portfolio(
    file: PortfolioFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "data_dir", lambda: tmp_path / "data")
    mine = backups.make(file, "day")
    path = _hand_over(file, _some(file, None), None)
    with closing(open_file(path, None)) as copy:
        theirs = backups.make(copy, "day")
        portfolio = copy.portfolio
    assert mine.path.parent != theirs.path.parent
    safekeeping.erase(path, portfolio, (), encrypted=False)
    assert mine.path.exists()
    assert not theirs.path.exists()
    assert not path.exists()


def test_a_copy_knows_what_it_was_given_without_whatever_becomes_of_it(
    file: PortfolioFile, tmp_path: Path
) -> None:
    """Else joining it would take what is empty in it for the truth."""
    path = _hand_over(file, _some(file, None), COPY_PASSPHRASE)
    with closing(open_file(path, keys.unlock(path, COPY_PASSPHRASE))) as copy:
        marks = partial.marks(copy.portfolio)
        assert marks
        kept, _is_whole = restoring.keep(copy, copy.portfolio, (), tmp_path / "kept.coach", None)
        with closing(kept):
            assert partial.marks(kept.portfolio) == marks
        out = io.BytesIO()
        held = joining.copy_of(copy, copy.portfolio)
        source = exports.Source({}, lambda _digest, _told: True, lambda _digest, _name: iter(()))
        exports.write(out, exports.Form(".zip"), held, source, lambda _done, _all: None)
    (tmp_path / "all.zip").write_bytes(out.getvalue())
    with archive_reading.opened(tmp_path / "all.zip") as found:
        assert partial.marks(found.copy.portfolio) == marks
    rescue.rescue(kept.path, None, tmp_path / "rescued.coach", default_framework())
    with closing(open_file(tmp_path / "rescued.coach", None)) as rescued:
        assert partial.marks(rescued.portfolio) == marks
        assert partial.withheld(rescued.portfolio) == partial.withheld(copy.portfolio)
