"""Exports as somebody unpacked them, zipped them again, or made them to harm: never more than their due."""

import hashlib
import io
import json
import os
import struct
import tracemalloc
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from coachapp.domain import edits
from coachapp.domain.portfolio import Evidence
from coachapp.domain.values import new_id
from coachapp.errors import CoachError
from coachapp.exchange import archive_reading, exports
from coachapp.exchange.export_faults import DamagedExport, NoExport, NotAnExport
from coachapp.packs import sample
from coachapp.storage import evidence, joining, restoring
from coachapp.storage.file import open_file
from tests.document.copies import kept, of, told, working_in

CONTENT = b"%PDF a report"
DIGEST = hashlib.sha256(CONTENT).hexdigest()
EVIDENCE = f"evidence/{DIGEST}-report.pdf"
SOURCE = exports.Source(
    {DIGEST: len(CONTENT)}, lambda _digest, _told: True, lambda _digest, _name: iter((CONTENT,))
)
Parts = dict[str, bytes]
no_windows = pytest.mark.skipif(os.name == "nt", reason="Windows has none, or asks for rights")


@pytest.fixture(scope="module")
def whole() -> bytes:
    owned = working_in(of(sample.portfolio("nl")), "desk")
    owned.document.apply("Add", edits.add(Evidence(new_id(), "report.pdf", DIGEST, len(CONTENT))))
    out = io.BytesIO()
    exports.write(out, exports.Form(".zip"), kept(owned), SOURCE)
    return out.getvalue()


@pytest.fixture
def parts(whole: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(whole)) as package:
        return {name: package.read(name) for name in package.namelist()}


@pytest.fixture
def unpacked(whole: bytes, tmp_path: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(whole)) as package:
        package.extractall(tmp_path / "unpacked")
    return tmp_path / "unpacked"


def zipped(path: Path, parts: Parts, more: Iterable[tuple[zipfile.ZipInfo | str, bytes]] = ()) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in (*parts.items(), *more):
            package.writestr(name, data)
    return path


def restored(path: Path, folder: Path) -> Any:
    """All that the new portfolio holds."""
    folder.mkdir()
    with archive_reading.opened(path) as found:
        restoring.restore(found.copy, found.contents(), folder / "new.coach", None)
    with closing(open_file(folder / "new.coach", None)) as file:
        assert b"".join(evidence.pieces(file, DIGEST, "x")) == CONTENT
        return told(joining.copy_of(file, file.portfolio))


def refused(path: Path, folder: Path) -> CoachError:
    """Why; nothing may lie there afterwards."""
    folder.mkdir()
    with pytest.raises(CoachError) as caught, archive_reading.opened(path) as found:
        restoring.restore(found.copy, found.contents(), folder / "new.coach", None)
    assert list(folder.iterdir()) == []
    assert caught.value.text()
    return caught.value


@contextmanager
def little_memory(most: int) -> Iterator[None]:
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < most
    finally:
        tracemalloc.stop()


def test_an_unpacked_export_comes_back_as_the_zip_does(whole: bytes, unpacked: Path, tmp_path: Path) -> None:
    (tmp_path / "all.zip").write_bytes(whole)
    (unpacked / "notes.txt").write_text("mine")
    (unpacked / "evidence" / ".~lock.report.pdf#").write_text("of an office program")
    same = restored(tmp_path / "all.zip", tmp_path / "a")
    assert restored(unpacked, tmp_path / "b") == same
    assert restored(unpacked / "portfolio.json", tmp_path / "c") == same
    (unpacked / "portfolio.json").rename(unpacked / "Portfolio (1).JSON")
    assert restored(unpacked / "Portfolio (1).JSON", tmp_path / "d") == same


@pytest.mark.parametrize("within", ["", "all/", "Mijn export 2026/"])
def test_what_was_zipped_again_comes_back_whole(within: str, parts: Parts, tmp_path: Path) -> None:
    litter = {
        "__MACOSX/._portfolio.json": b"x",
        f"{within}.DS_Store": b"x",
        f"{within}evidence/Thumbs.db": b"x",
    }
    folders = {name: b"" for name in (within, f"{within}evidence/") if name}
    again = {**folders, **{f"{within}{name}": data for name, data in parts.items()}, **litter}
    assert restored(zipped(tmp_path / "again.zip", again), tmp_path / "a")


@pytest.mark.parametrize(
    "what", ["evidence gone", "evidence changed", "evidence longer", "no json", "json cut off"]
)
def test_an_unpacked_export_that_is_not_whole_is_refused(what: str, unpacked: Path, tmp_path: Path) -> None:
    file, document = unpacked / EVIDENCE, unpacked / "portfolio.json"
    match what:
        case "evidence gone":
            file.unlink()
        case "evidence changed":
            file.write_bytes(b"X" + CONTENT[1:])
        case "evidence longer":
            file.write_bytes(CONTENT * 2)
        case "no json":
            document.unlink()
        case "json cut off":
            document.write_bytes(document.read_bytes()[:-100])
    expected = NotAnExport if what == "no json" else DamagedExport
    assert isinstance(refused(unpacked, tmp_path / "a"), expected)


@no_windows
@pytest.mark.parametrize("what", ["evidence", "the folder of evidence", "portfolio.json"])
def test_no_link_in_an_unpacked_export_is_followed(what: str, unpacked: Path, tmp_path: Path) -> None:
    place = {"evidence": EVIDENCE, "the folder of evidence": "evidence", "portfolio.json": "portfolio.json"}[
        what
    ]
    (unpacked / place).rename(tmp_path / "elsewhere")
    (unpacked / place).symlink_to(tmp_path / "elsewhere")
    assert isinstance(refused(unpacked, tmp_path / "a"), DamagedExport | NotAnExport)


@no_windows
@pytest.mark.parametrize("place", [EVIDENCE, "portfolio.json"])
def test_no_pipe_is_waited_for(place: str, unpacked: Path, tmp_path: Path) -> None:
    (unpacked / place).unlink()
    os.mkfifo(unpacked / place)
    assert isinstance(refused(unpacked, tmp_path / "a"), DamagedExport | NotAnExport)
    os.mkfifo(tmp_path / "pipe.zip")
    os.mkfifo(tmp_path / "pipe.json")
    for name in ("pipe.zip", "pipe.json"):
        assert isinstance(refused(tmp_path / name, tmp_path / name[5:]), NoExport)


@no_windows
def test_a_giant_document_in_a_folder_is_not_read(unpacked: Path, tmp_path: Path) -> None:
    os.truncate(unpacked / "portfolio.json", 10_000_000_000)  # a sparse file
    with little_memory(20_000_000):
        assert "far larger" in refused(unpacked, tmp_path / "a").text()


@pytest.mark.parametrize(
    "name",
    [
        *("../out.txt", "/etc/out.txt", "a/../../out", "C:\\out", "evidence\\..\\out", "evidence/../../out"),
        *(
            "evidence/../portfolio.json",
            "out\0.txt",
            "~",
            "evidence/more.pdf",
            "evidence/more/",
            "all/portfolio.json",
        ),
    ],
)
def test_a_part_of_another_name_is_refused(name: str, parts: Parts, tmp_path: Path) -> None:
    info = zipfile.ZipInfo("x")
    info.filename = name
    path = zipped(tmp_path / "bad.zip", parts, [(info, b"x" if name[-1] != "/" else b"")])
    if name == "evidence/more/":
        assert restored(path, tmp_path / "a")
    else:
        assert isinstance(refused(path, tmp_path / "a"), DamagedExport)


@pytest.mark.parametrize("kind", [0o120777, 0o020600, 0o010600], ids=["link", "device", "pipe"])
def test_a_part_that_is_no_file_is_refused(kind: int, parts: Parts, tmp_path: Path) -> None:
    link = zipfile.ZipInfo(EVIDENCE)
    link.external_attr, link.create_system = kind << 16, 3
    del parts[EVIDENCE]
    assert isinstance(
        refused(zipped(tmp_path / "bad.zip", parts, [(link, CONTENT)]), tmp_path / "a"), DamagedExport
    )


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", [EVIDENCE, "portfolio.json", "README.txt"])
def test_a_part_that_is_there_twice_is_refused(name: str, parts: Parts, tmp_path: Path) -> None:
    path = zipped(tmp_path / "bad.zip", parts, [(name, parts[name])])
    assert isinstance(refused(path, tmp_path / "a"), DamagedExport)


def test_a_part_with_a_password_is_refused(whole: bytes, tmp_path: Path) -> None:
    data = bytearray(whole)
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(sign)
        while place >= 0:
            data[place + at] |= 1
            place = data.find(sign, place + 4)
    (tmp_path / "bad.zip").write_bytes(data)
    assert isinstance(refused(tmp_path / "bad.zip", tmp_path / "a"), DamagedExport)


def lying(path: Path, name: str, size: int) -> Path:
    """The zip file says, at both places, that this part has another size."""
    data, wanted = bytearray(path.read_bytes()), name.encode()
    for sign, at, before_name in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        place = data.find(sign)
        while place >= 0:
            if data[place + before_name : place + before_name + len(wanted)] == wanted:
                struct.pack_into("<I", data, place + at, size)
            place = data.find(sign, place + 4)
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("name", ["portfolio.json", EVIDENCE])
@pytest.mark.parametrize("size", [1, 10_000, 4_000_000_000])
def test_a_size_that_is_a_lie_fills_no_memory(name: str, size: int, parts: Parts, tmp_path: Path) -> None:
    bomb = {**parts, name: b" " * 300_000_000}
    path = lying(zipped(tmp_path / "bad.zip", bomb), name, size)
    bomb.clear()
    with little_memory(150_000_000):
        assert isinstance(refused(path, tmp_path / "a"), DamagedExport)


def test_ten_gigabytes_that_are_declared_are_refused_at_once(parts: Parts, tmp_path: Path) -> None:
    path = zipped(tmp_path / "bad.zip", parts)
    for name in ("README.txt", EVIDENCE):
        lying(path, name, 0xFFFFFFF0)
    assert "far larger" in refused(path, tmp_path / "a").text()


def told_of(parts: Parts, contents: Iterable[bytes]) -> Parts:
    """An export of these contents, each told of in portfolio.json as it should be."""
    document, found = json.loads(parts["portfolio.json"]), {EVIDENCE: CONTENT}
    for content in contents:
        digest = hashlib.sha256(content).hexdigest()
        path = f"evidence/{digest}-x"
        document["files"].append({"digest": digest, "size": len(content), "path": path})
        found[path] = content
    return {"portfolio.json": json.dumps(document).encode(), **found}


def test_a_bomb_that_is_told_of_is_refused(parts: Parts, tmp_path: Path) -> None:
    bomb = told_of(parts, (bytes([n]) * 30_000_000 for n in range(8)))
    path = zipped(tmp_path / "bad.zip", bomb)
    assert path.stat().st_size < 1_000_000
    assert "far larger" in refused(path, tmp_path / "a").text()


def test_a_white_picture_that_was_packed_well_is_no_bomb(parts: Parts, tmp_path: Path) -> None:
    assert restored(zipped(tmp_path / "again.zip", told_of(parts, [b"\xff" * 30_000_000])), tmp_path / "a")


def test_evidence_larger_than_any_is_refused(parts: Parts, tmp_path: Path) -> None:
    path = zipped(tmp_path / "bad.zip", told_of(parts, [bytes(50_000_001)]))
    assert isinstance(refused(path, tmp_path / "a"), DamagedExport)


@pytest.mark.parametrize("field", ["size of the list", "place of the list", "number of parts"])
def test_a_wrong_end_of_a_zip_file_asks_for_no_memory(field: str, whole: bytes, tmp_path: Path) -> None:
    data = bytearray(whole)
    at = (
        data.rfind(b"PK\x05\x06")
        + {"size of the list": 12, "place of the list": 16, "number of parts": 8}[field]
    )
    data[at : at + 4] = b"\xf0\xff\xff\xff"
    (tmp_path / "bad.zip").write_bytes(data)
    of_no_matter = field == "number of parts"
    with little_memory(50_000_000):
        assert (restored if of_no_matter else refused)(tmp_path / "bad.zip", tmp_path / "a")


def test_a_list_of_a_million_parts_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "bad.zip", {f"{n:0200}": b"" for n in range(70_000)})
    with little_memory(10_000_000):
        assert isinstance(refused(path, tmp_path / "a"), NotAnExport)


@pytest.mark.parametrize("packing", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2], ids=["LZMA", "bzip2"])
def test_a_part_that_would_be_unpacked_all_at_once_is_refused(
    packing: int, parts: Parts, tmp_path: Path
) -> None:
    path = tmp_path / "bad.zip"
    with zipfile.ZipFile(path, "w", packing) as package:
        for name, data in ({**parts, "portfolio.json": b" " * 300_000_000}).items():
            package.writestr(name, data)
    lying(path, "portfolio.json", 10_000)
    with little_memory(50_000_000):
        assert isinstance(refused(path, tmp_path / "a"), DamagedExport)


def test_a_byte_changed_anywhere_is_refused_or_of_no_matter(whole: bytes, tmp_path: Path) -> None:
    (tmp_path / "all.zip").write_bytes(whole)
    same = restored(tmp_path / "all.zip", tmp_path / "same")
    path, new = tmp_path / "bad.zip", tmp_path / "new.coach"
    for at in range(0, len(whole), len(whole) // 60):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        try:
            with archive_reading.opened(path) as found:
                restoring.restore(found.copy, found.contents(), new, None)
        except CoachError:
            assert not new.exists()
        else:
            with closing(open_file(new, None)) as file:
                assert told(joining.copy_of(file, file.portfolio)) == same
            new.unlink()


def test_what_may_be_an_export_is_seen_without_reading_all(
    whole: bytes, unpacked: Path, tmp_path: Path
) -> None:
    (tmp_path / "all.zip").write_bytes(whole)
    for place in (tmp_path / "all.zip", unpacked, unpacked / "portfolio.json"):
        assert archive_reading.is_export(place)
    (tmp_path / "not-whole.zip").write_bytes(whole[:-1000])
    others: tuple[Parts, ...] = ({"holiday.txt": b"sun"}, {"portfolio.json": b'{"shares": []}'}, {})
    places = (zipped(tmp_path / f"{number}.zip", one) for number, one in enumerate(others))
    for place in (
        *places,
        unpacked / "README.txt",
        tmp_path,
        tmp_path / "gone.zip",
        tmp_path / "not-whole.zip",
    ):
        assert not archive_reading.is_export(place)


def test_a_look_whether_it_is_an_export_asks_little_of_any_zip_file(parts: Parts, tmp_path: Path) -> None:
    begins = parts["portfolio.json"][:100]
    many = zipped(tmp_path / "many.zip", {**parts, **{f"{n:0200}": b"" for n in range(10_000)}})
    bomb = zipped(tmp_path / "bomb.zip", {**parts, "portfolio.json": begins + b" " * 190_000_000})
    with little_memory(1_000_000):
        assert not archive_reading.is_export(many)
        assert archive_reading.is_export(bomb)
