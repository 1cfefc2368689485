"""Exports: complete, documented, and harmless when somebody made one to harm."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from coachapp.domain import edits
from coachapp.domain.policy import STRICT, Policy
from coachapp.domain.portfolio import Activity, Evidence, Portfolio
from coachapp.domain.values import new_id
from coachapp.errors import CoachError
from coachapp.exchange import archive, archive_reading, exports, json_reading
from coachapp.exchange.export_faults import (
    DamagedExport,
    ExportsNotAllowed,
    InItsPlace,
    NewerExport,
    NoExport,
    NotAnExport,
    UnknownForm,
)
from coachapp.packs import sample
from coachapp.storage import restoring
from coachapp.storage.file import open_file
from tests import institute
from tests.document.copies import kept, of, working_in
from tests.ordeal import exports as ordeal
from tests.portfolios import HOSTILE, worst

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "portfolio.schema.json").read_text("utf-8"))
CONTENT = b"%PDF a report"
DIGEST = hashlib.sha256(CONTENT).hexdigest()
SOURCE = exports.Source(
    {DIGEST: len(CONTENT)},
    lambda _digest, _told: True,
    lambda _digest, _name: iter((CONTENT[:5], CONTENT[5:])),
)
NONE = exports.Source({}, lambda _digest, _told: False, lambda _digest, _name: iter(()))
Parts = dict[str, bytes]


@pytest.fixture(scope="module")
def parts() -> Parts:
    """Of a sample with evidence, something removed, and history."""
    owned = working_in(of(sample.portfolio("nl")), "desk")
    work = Activity(new_id(), "Mentoraat")
    file = Evidence(new_id(), "../../Verslag: 2 (def).pdf", DIGEST, len(CONTENT), "2026-11-26")
    owned.document.apply("Add", edits.add(work, file))
    owned.document.apply("Remove", edits.remove(Activity, (work.id,)))
    out = io.BytesIO()
    exports.write(out, exports.Form(".zip"), kept(owned), SOURCE)
    with zipfile.ZipFile(out) as package:
        return {name: package.read(name) for name in package.namelist()}


def _zip(path: Path, parts: Parts) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def _restored(path: Path) -> None:
    with archive_reading.opened(path) as found:
        restoring.restore(found.copy, found.contents(), path.with_name("new.coach"), None)


def test_random_portfolios_come_back_equal_and_are_as_the_schema_says() -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    assert ordeal.run(20, lambda data: validator.validate(json.loads(data))) >= 20


@pytest.mark.parametrize("portfolio", [sample.portfolio("nl"), sample.portfolio("en"), worst()])
def test_samples_are_as_the_schema_says(portfolio: Portfolio) -> None:
    out = io.BytesIO()
    exports.write(out, exports.Form(".zip"), of(portfolio), NONE)
    document = json.loads(zipfile.ZipFile(out).read("portfolio.json"))
    jsonschema.validate(document, SCHEMA, jsonschema.Draft202012Validator)
    assert list(document) == list(SCHEMA["properties"])


def test_the_look_of_an_institute_is_as_the_schema_says_and_comes_back(tmp_path: Path) -> None:
    portfolio = institute.dressed(sample.portfolio("nl"), institute.look(tmp_path))
    path = tmp_path / "look.zip"
    with path.open("wb") as out:
        exports.write(out, exports.Form(".zip"), of(portfolio), NONE)
    document = json.loads(zipfile.ZipFile(path).read("portfolio.json"))
    jsonschema.validate(document, SCHEMA, jsonschema.Draft202012Validator)
    with archive_reading.opened(path) as found:
        assert found.copy.portfolio.framework == portfolio.framework


def test_it_unpacks_as_plain_files_with_words_in_both_languages(parts: Parts) -> None:
    name = f"evidence/{DIGEST}-Verslag_2_def_.pdf"
    assert list(parts) == ["README.txt", "portfolio.json", name]
    assert parts[name] == CONTENT
    readme = parts["README.txt"].decode()
    assert "NOT ENCRYPTED" in readme
    assert "NIET VERSLEUTELD" in readme
    assert readme.index("NIET VERSLEUTELD") < readme.index("NOT ENCRYPTED")
    assert "\n  " in parts["portfolio.json"].decode()


def test_what_it_unpacks_to_is_for_its_owner_only() -> None:
    out = io.BytesIO()
    exports.write(out, exports.Form(".zip"), of(sample.portfolio("nl")), NONE)
    with zipfile.ZipFile(out) as package:
        assert {entry.external_attr >> 16 for entry in package.infolist()} == {0o100600}


def test_more_values_than_memory_should_hold_are_not_read() -> None:
    with pytest.raises(ValueError, match="600"):
        json_reading.parsed(b'{"a":[' + b"0," * 3_000_001 + b"0]}")


def test_what_a_person_zipped_again_is_restored_too(parts: Parts, tmp_path: Path) -> None:
    repacked = {"evidence/": b"", **dict(reversed(list(parts.items())))}
    _restored(_zip(tmp_path / "again.zip", repacked))
    with closing(open_file(tmp_path / "new.coach", None, read_only=True)) as file:
        assert [one.digest for one in file.portfolio.evidence] == [DIGEST]


def test_what_was_changed_by_hand_is_taken_in_any_order(parts: Parts, tmp_path: Path) -> None:
    document = json.loads(parts["portfolio.json"])
    document["history"].reverse()
    document["removed"].reverse()
    document["activities"].reverse()
    document["activities"][-1]["title"] = "Changed by hand"
    again = json.dumps(dict(reversed(document.items()))).encode("utf-8-sig")
    _restored(_zip(tmp_path / "again.zip", {**parts, "portfolio.json": again}))
    with closing(open_file(tmp_path / "new.coach", None, read_only=True)) as file:
        assert file.portfolio.activities[0].title == "Changed by hand"


def _changed(change: Callable[[dict[str, Any]], object]) -> Callable[[Parts], Parts]:
    def bad(parts: Parts) -> Parts:
        document = json.loads(parts["portfolio.json"])
        change(document)
        return {**parts, "portfolio.json": json.dumps(document).encode()}

    return bad


def _document(data: bytes) -> Callable[[Parts], Parts]:
    return lambda parts: {**parts, "portfolio.json": data}


def _evidence_is(data: bytes) -> Callable[[Parts], Parts]:
    return lambda parts: {n: data if n.startswith("evidence/") else d for n, d in parts.items()}


def _twice(parts: Parts) -> Parts:
    text = parts["portfolio.json"].decode()
    return {**parts, "portfolio.json": text.replace('"version": 2', '"version": 2, "version": 2').encode()}


def _moved(parts: Parts) -> Parts:
    """The evidence does lie where it is said to be."""
    told = _changed(lambda d: d["files"][0].update(path="../x"))(parts)
    return {"../x" if name.startswith("evidence/") else name: data for name, data in told.items()}


HARMFUL: dict[str, Callable[[Parts], Parts]] = {
    "a name outside the folder": lambda parts: {**parts, "../../evil.txt": b"x"},
    "an absolute name": lambda parts: {**parts, "/etc/evil": b"x"},
    "an unknown part": lambda parts: {**parts, "evidence/more.pdf": b"x"},
    "missing evidence": lambda parts: {n: d for n, d in parts.items() if not n.startswith("evidence/")},
    "other evidence of that size": _evidence_is(b"x" * len(CONTENT)),
    "longer evidence": _evidence_is(CONTENT + b"x"),
    "a bomb": _evidence_is(bytes(30_000_000)),
    "a bomb of json": _document(b" " * 70_000_000),
    "a million lists": _document(b"[" + b"[]," * 3_500_000 + b"[]]"),
    "not utf-8": _document(b'{"format": "\xff\xfe"}'),
    "deep json": _document(b'{"a":' * 100_000),
    "rather deep json": _changed(lambda d: d["history"][0].update(label=[[[[[[[[[[[[[]]]]]]]]]]]]])),
    "no json": _document(b"hello"),
    "a list": _document(b"[]"),
    "cut off": lambda parts: {**parts, "portfolio.json": parts["portfolio.json"][:-500]},
    "a name twice": _twice,
    "another format": _changed(lambda d: d.update(format="x")),
    "a text for a version": _changed(lambda d: d.update(version="1")),
    "nothing but a version": _document(b'{"format": "coachapp-portfolio", "version": 1}'),
    "an unknown name": _changed(lambda d: d.update(more=[])),
    "an unknown field": _changed(lambda d: d["activities"][0].update(more="x")),
    "a number for a title": _changed(lambda d: d["activities"][0].update(title=3)),
    "a fraction": _changed(lambda d: d["ambitions"][0].update(horizon=0.5)),
    "a giant number": _changed(lambda d: d["seen"].update(desk=10**30)),
    "no title": _changed(lambda d: d["activities"][0].update(title="")),
    "an id that is a path": _changed(lambda d: d["portfolio"].update(id="../../x")),
    "an item twice": _changed(lambda d: d["activities"].append(d["activities"][-1])),
    "a reference to nothing": _changed(lambda d: d["placements"][0].update(activity_id="f" * 32)),
    "a cell that is nowhere": _changed(lambda d: d["placements"][0].update(cell="a/b")),
    "half a character": _changed(lambda d: d["history"][0].update(label="\ud800")),
    "a zero character": _changed(lambda d: d["history"][0].update(label="\0")),
    "a strange stamp": _changed(lambda d: d["activities"][0].update(stamp="x")),
    "a negative stamp": _changed(lambda d: d["activities"][0].update(stamp="-1.desk")),
    "an unknown kind removed": _changed(lambda d: d["removed"][0].update(kind="sqlite_master")),
    "history of nothing": _changed(lambda d: d["history"][0]["writes"][0].update(kind="x")),
    "history of a wrong type": _changed(lambda d: d["history"][0]["writes"][0]["now"].update(title=[1])),
    "an unknown name in the framework": _changed(lambda d: d["framework"]["roles"][0].update(more="x")),
    "a framework without roles": _changed(lambda d: d["framework"].pop("roles")),
    "a field missing": _changed(lambda d: d["activities"][0].pop("title")),
    "a text for a list": _changed(lambda d: d["activities"][0].update(profiles="a")),
    "true for a number": _changed(lambda d: d["ambitions"][0].update(horizon=True)),
    "a date that never was": _changed(lambda d: d["portfolio"].update(follow_up="2026-02-31")),
    "hours that are none": _changed(lambda d: d["activities"][0].update(hours="many week")),
    "endless hours": _changed(lambda d: d["activities"][0].update(hours="Infinity week")),
    "hours of a giant exponent": _changed(lambda d: d["activities"][0].update(hours="1E+99999999 week")),
    "a title that is too long": _changed(lambda d: d["activities"][0].update(title="x" * 301)),
    "a stamp of a field that no file holds": _changed(
        lambda d: d["activities"][0].update(written=f"3.a title={2**63}.b")
    ),
    "a stamp that no file holds": _changed(lambda d: d["activities"][0].update(stamp=f"{2**63}.a")),
    "stamps of fields that are none": _changed(lambda d: d["activities"][0].update(written="x y")),
    "stamps of a field that is not there": _changed(lambda d: d["activities"][0].update(written="3.a x=4.b")),
    "a variant of nothing": _changed(
        lambda d: d["variants"].append(
            {"kind": "goals", "item_id": "a", "field": "x", "value": "x", "stamp": "1.a"}
        )
    ),
    "a variant twice": _changed(
        lambda d: d["variants"].extend(
            [{"kind": "goals", "item_id": "a", "field": "title", "value": "x", "stamp": "1.a"}] * 2
        )
    ),
    "history of no time": _changed(lambda d: d["history"][0].update(at="?")),
    "history of a day that never was": _changed(lambda d: d["history"][0].update(at="2026-02-31T10:00:00")),
    "a step twice": _changed(lambda d: d["history"].append(d["history"][0])),
    "an item twice in a step": _changed(
        lambda d: d["history"][0]["writes"].append(d["history"][0]["writes"][0])
    ),
    "something deep in history": _changed(
        lambda d: d["history"][0]["writes"][0].update(was={"title": [["deep"]]})
    ),
    "a list for the history": _changed(lambda d: d["history"][0]["writes"][0].update(now=[])),
    "removed on no day": _changed(lambda d: d["removed"][0].update(removed_on="soon")),
    "removed twice": _changed(lambda d: d["removed"].append(d["removed"][0])),
    "removed and there": _changed(lambda d: d["removed"][0].update(id=d["activities"][0]["id"])),
    "a language that is a number": _changed(lambda d: d["portfolio"].update(language=3)),
    "evidence of another size": _changed(lambda d: d["files"][0].update(size=1)),
    "evidence of a negative size": _changed(lambda d: d["evidence"][0].update(size=-1)),
    "evidence elsewhere": _changed(lambda d: d["files"][0].update(path="../x")),
    "evidence elsewhere, and it is there": _moved,
    "a digest in capitals": _changed(lambda d: d["files"][0].update(digest="A" * 64)),
    "evidence told twice": _changed(lambda d: d["files"].append(d["files"][0])),
}


@pytest.mark.parametrize("harm", HARMFUL)
def test_a_harmful_export_is_refused_plainly_and_nothing_is_made(
    harm: str, parts: Parts, tmp_path: Path
) -> None:
    path = _zip(tmp_path / "bad.zip", HARMFUL[harm](parts))
    with pytest.raises(DamagedExport) as caught:
        _restored(path)
    assert caught.value.text().startswith("“bad.zip” can't be made a portfolio")
    assert "Nothing was made" in caught.value.text()
    assert list(tmp_path.iterdir()) == [path]


def test_a_newer_export_says_that_it_is_newer(parts: Parts, tmp_path: Path) -> None:
    newer = _changed(lambda d: d.update(version=3, more={"new": 1}))
    with pytest.raises(NewerExport):
        _restored(_zip(tmp_path / "newer.zip", newer(parts)))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_that_is_there_twice_is_refused(parts: Parts, tmp_path: Path) -> None:
    path = _zip(tmp_path / "bad.zip", parts)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("portfolio.json", b"{}")
    with pytest.raises(DamagedExport):
        _restored(path)


def test_what_is_no_export_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "text.zip"
    text.write_bytes(b"hello")
    for path, error in ((text, NotAnExport), (tmp_path, NotAnExport), (tmp_path / "none", NoExport)):
        with pytest.raises(error):
            _restored(path)
    with pytest.raises(NotAnExport):
        _restored(_zip(tmp_path / "other.zip", {"a.txt": b"x"}))


def test_an_export_cut_off_or_with_any_byte_changed_never_does_harm(parts: Parts, tmp_path: Path) -> None:
    whole = _zip(tmp_path / "bad.zip", parts).read_bytes()
    middle = len(whole) // 2
    for data in (whole[:middle], whole[: -len(whole) // 100], whole[:middle] + b"\0\0" + whole[middle + 2 :]):
        (tmp_path / "bad.zip").write_bytes(data)
        with pytest.raises(CoachError):
            _restored(tmp_path / "bad.zip")
        assert [one.name for one in tmp_path.iterdir()] == ["bad.zip"]


@pytest.mark.parametrize("name", [*HOSTILE, "", "..", "a/b\\c", "x" * 300 + ".pdf"])
def test_a_name_of_evidence_is_safe_in_any_folder(name: str) -> None:
    safe = archive.safe(name)
    assert 0 < len(safe) <= 81
    assert not set(safe) & set('/\\:*?"<>|\r\n\t ')
    assert not safe.startswith(".")


def test_what_is_called_so_stays_if_it_is_something_else(tmp_path: Path) -> None:
    path = tmp_path / "work.zip"
    exports.check_place(path, exports.Form(".zip"))
    path.write_bytes(b"SQLite format 3")
    with pytest.raises(InItsPlace):
        exports.check_place(path, exports.Form(".zip"))


def test_a_form_goes_with_its_ending() -> None:
    exports.form(Path("a.ZIP"))
    exports.form(Path("a.csv"), exports.Table.ACTIONS)
    for name, table in (("a.coach", None), ("a.csv", None), ("a.zip", exports.Table.ACTIONS)):
        with pytest.raises(UnknownForm):
            exports.form(Path(name), table)


def test_rules_can_forbid_exports() -> None:
    exports.check_allowed(Policy())
    for policy in (STRICT, replace(Policy(), exports_allowed=False)):
        with pytest.raises(ExportsNotAllowed):
            exports.check_allowed(policy)
