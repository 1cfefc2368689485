"""A table of packs that can't be used: each says where, and what was expected there."""

import os
import shutil
from pathlib import Path

import pytest

from coachapp import i18n, packs, paths
from coachapp.errors import CoachError
from coachapp.packs import BadPack, Fault
from coachapp.packs.files import FILE_LIMIT

GOOD = paths.resource("packs", "leraarsbord")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "pack"))


def faults_of(pack: Path) -> tuple[Fault, ...]:
    with pytest.raises(BadPack) as refused:
        packs.load(pack)
    found = refused.value.faults
    assert str(found[0]) in refused.value.text()
    assert all(isinstance(fault, Fault) and fault.expected.strip() for fault in found)
    return found


# file, what stands there, what is written instead, where the fault is, what was expected
_WRITTEN = [
    # ids
    ("pack.toml", 'id = "leraarsbord"', 'id = "../../etc"', "id", "small letters, digits and hyphens"),
    ("pack.toml", 'id = "leraarsbord"', "id = 7", "id", "small letters, digits and hyphens"),
    ("pack.toml", 'id = "supra"', 'id = "Supra"', "levels[5].id", "small letters, digits and hyphens"),
    ("pack.toml", 'id = "supra"', f'id = "{"s" * 41}"', "levels[5].id", "at most 40"),
    ("pack.toml", 'id = "supra"', 'id = ""', "levels[5].id", "small letters"),
    ("pack.toml", 'id = "supra"', 'id = "suprä"', "levels[5].id", "small letters"),
    ("pack.toml", 'id = "supra"', 'id = "supra\\n"', "levels[5].id", "small letters"),
    (
        "pack.toml",
        'id = "supra"',
        'id = "macro"',
        "levels[5].id",
        "“macro” is used already (pack.toml, levels[4].id)",
    ),
    ("sectors.toml", 'id = "so"', 'id = "po"', "sectors[6].id", "“po” is used already"),
    (
        "conversation.toml",
        'id = "explore-13"',
        'id = "place-1"',
        "questions[34].id",
        "“place-1” is used already",
    ),
    (
        "vocabularies.toml",
        'id = "costs"',
        'id = "gives"',
        "vocabularies.energy[3].id",
        "“gives” is used already",
    ),
    ("cells.toml", 'id = "leren-micro-1"', 'id = "leren-nano-1"', "cells[2].examples[1].id", "used already"),
    (
        "cells.toml",
        'cell = "leren/micro"',
        'cell = "leren/nano"',
        "cells[2].cell",
        "“leren/nano” is used already",
    ),
    # references
    (
        "cells.toml",
        'cell = "leren/nano"',
        'cell = "spelen/nano"',
        "cells[1].cell",
        "“spelen” is not among them",
    ),
    (
        "cells.toml",
        'cell = "leren/nano"',
        'cell = "leren/giga"',
        "cells[1].cell",
        "nano, micro, meso, macro, supra",
    ),
    ("cells.toml", 'cell = "leren/nano"', 'cell = "leren"', "cells[1].cell", "“/” between them"),
    ("cells.toml", 'cell = "leren/nano"', 'cell = "leren/nano/x"', "cells[1].cell", "“/” between them"),
    ("cells.toml", 'cell = "leren/nano"', "cell = 1", "cells[1].cell", "A text between quotes"),
    (
        "cells.toml",
        'profile = "researcher"',
        'profile = "wizard"',
        "paths[3].profile",
        "“wizard” is not among",
    ),
    (
        "conversation.toml",
        'step = "close"',
        'step = "ending"',
        "questions[40].step",
        "prepare, contract, look-back",
    ),
    (
        "conversation.toml",
        'competence = "qualities"',
        'competence = "x"',
        "questions[1].competence",
        "motives, qua",
    ),
    (
        "conversation.toml",
        'scope = "*/macro"',
        'scope = "*/giga"',
        "questions[32].scope",
        "“giga” is not among them",
    ),
    ("conversation.toml", 'scope = "*/macro"', 'scope = "macro"', "questions[32].scope", "each may be “*”"),
    ("conversation.toml", 'scope = "*/macro"', 'scope = "leren/"', "questions[32].scope", "each may be “*”"),
    ("conversation.toml", 'scope = "*/macro"', 'scope = "a/b/c"', "questions[32].scope", "each may be “*”"),
    (
        "sectors.toml",
        "collegas = {",
        "neighbours = {",
        "sectors[1].accents.neighbours",
        "“neighbours” is not among",
    ),
    ("sectors.toml", "teacher = {", '"Big Teacher" = {', "sectors[1].terms.Big Teacher", "small letters"),
    ("sectors.toml", 'dated = "2026-11"', 'dated = "soon"', "sectors[1].licence.dated", "“2026-11-26”"),
    ("sectors.toml", 'dated = "2026-11"', "dated = 2026-11-26", "sectors[1].licence.dated", "between quotes"),
    ("sectors.toml", 'dated = "2026-11"\n', "", "sectors[1].licence.dated", "This is needed"),
    # texts and languages
    ("pack.toml", 'title.en = "Beyond the school"\n', "", "levels[4].title.en", "This is needed"),
    (
        "pack.toml",
        'title.en = "Beyond the school"',
        'title.de = "Land"\ntitle.en = "B"',
        "levels[4].title.de",
        "nl, en",
    ),
    (
        "pack.toml",
        'title.en = "Beyond the school"',
        'title.en = " "',
        "levels[4].title.en",
        "that can be seen",
    ),
    ("pack.toml", 'title.en = "Beyond the school"', 'title.en = "a\\nb"', "levels[4].title.en", "One line"),
    (
        "pack.toml",
        'title.en = "Beyond the school"',
        "title.en = 2026-01-01",
        "levels[4].title.en",
        "A text between",
    ),
    ("pack.toml", '"Beyond the school"', f'"{"x" * 121}"', "levels[4].title.en", "at most 120 characters"),
    ("pack.toml", 'version = "1"', "version = 1", "version", "A text between quotes"),
    ("pack.toml", 'version = "1"\n', "", "version", "This is needed"),
    ("pack.toml", '["nl", "en"]', '["nl", "en", "nl"]', "languages[3]", "“nl” is used already"),
    ("pack.toml", '["nl", "en"]', '["nl", "en", 3]', "languages[3]", "two or three small letters"),
    # shapes
    ("pack.toml", "enabled = false", 'enabled = "no"', "levels[5].enabled", "true or false"),
    ("pack.toml", "enabled = false", "enabled = 0", "levels[5].enabled", "true or false"),
    (
        "pack.toml",
        "enabled = false",
        "color = 1",
        "levels[5].color",
        "One of these: id, enabled, title, text",
    ),
    ("conversation.toml", "minutes = 25", "minutes = 0", "steps[1].minutes", "from 1 to 600"),
    ("conversation.toml", "minutes = 25", "minutes = 1e9", "steps[1].minutes", "from 1 to 600"),
    ("conversation.toml", "minutes = 25", f"minutes = {'9' * 3900}", "steps[1].minutes", "from 1 to 600"),
    ("conversation.toml", "minutes = 25", "minutes = true", "steps[1].minutes", "from 1 to 600"),
    ("conversation.toml", "alone = true", "alone = []", "steps[1].alone", "true or false"),
    ("vocabularies.toml", "phase = [", "mood = [", "vocabularies.mood", "One of these: phase, status"),
    (
        "vocabularies.toml",
        'id = "leaving"',
        'id = "fading"',
        "vocabularies.status",
        "Also the choice “leaving”",
    ),
    (
        "vocabularies.toml",
        'id = "neutral"',
        'id = "so-so"',
        "vocabularies.energy",
        "Also the choice “neutral”",
    ),
    (
        "vocabularies.toml",
        '{ id = "teacher"',
        '{ id = "me"',
        "vocabularies.actor",
        "Also the choice “teacher”",
    ),
    ("cells.toml", "[[cells]]", "[[cels]]", "cels", "One of these: cells, paths"),
]


@pytest.mark.parametrize("slip", _WRITTEN)
def test_a_slip_is_told_with_its_file_its_place_and_what_was_expected(
    pack: Path, slip: tuple[str, str, str, str, str]
) -> None:
    file, old, new, place, expected = slip
    text = (pack / file).read_text("utf-8")
    assert old in text
    (pack / file).write_text(text.replace(old, new, 1), "utf-8")
    found = faults_of(pack)
    assert (file, place) in [(fault.file, fault.place) for fault in found]
    assert expected in next(fault.expected for fault in found if fault.place == place)


# file, its bytes, where the fault is, what was expected
_BYTES = [
    ("sectors.toml", b"\xff\xfe[\x00", "line 1", "UTF-8"),
    ("sectors.toml", "# één\n# caf\xe9\n".encode("latin-1"), "line 1", "UTF-8"),
    ("sectors.toml", b"# ok\n# ok\n# \xe9\n", "line 3", "UTF-8"),
    ("pack.toml", b"id = 'a'\nid = 'b'\n", "line 2", "Correct TOML"),
    ("pack.toml", b"id = \n", "line 1", "Correct TOML"),
    ("pack.toml", b"PK\x03\x04", "line 1", "Correct TOML"),
    ("pack.toml", b"%PDF-1.7\n", "line 1", "Correct TOML"),
    ("pack.toml", b"<html>", "line 1", "Correct TOML"),
    ("pack.toml", b"id = 'a'\n\n[title\n", "line 3", "Correct TOML"),
    ("pack.toml", b"a = [" + b"[\n" * 100_000, "", "less deep"),
    ("pack.toml", b"a." * 60_000 + b"a = 1", "line 1", "at most 4000 characters"),
    ("pack.toml", b"# " + b"x" * 99 + b"\n" + b"#\n" * FILE_LIMIT, "", "at most 256 KB"),
    ("pack.toml", b"", "id", "This is needed"),
    ("cells.toml", b"", "cells", "This is needed"),
    ("cells.toml", b"cells = 3\npaths = 'x'", "cells", "A list"),
    ("cells.toml", b"cells = [1]\npaths = []", "cells[1]", "A table with these names: cell, examples"),
    ("cells.toml", b"cells = []\npaths = [" + b"{},\n" * 501 + b"]", "paths", "0 to 500 items"),
    ("sectors.toml", b"[sectors]\nid = 'po'", "sectors", "A list"),
    ("vocabularies.toml", b"vocabularies = []", "vocabularies", "A table with these names: phase, status"),
    ("vocabularies.toml", b"[vocabularies]\nphase = []", "vocabularies.phase", "1 to 500 items"),
]


@pytest.mark.parametrize(("file", "data", "place", "expected"), _BYTES)
def test_a_file_that_is_something_else_is_told(
    pack: Path, file: str, data: bytes, place: str, expected: str
) -> None:
    (pack / file).write_bytes(data)
    told = {(fault.file, fault.place): fault.expected for fault in faults_of(pack)}
    assert expected in told[file, place]


def test_a_pack_without_a_level_that_is_on_has_no_board(pack: Path) -> None:
    text = (pack / "pack.toml").read_text("utf-8").replace("enabled = false\n", "")
    head, *levels = text.split("[[levels]]\n")
    (pack / "pack.toml").write_text("[[levels]]\nenabled = false\n".join((head, *levels)), "utf-8")
    (fault,) = faults_of(pack)
    assert (fault.place, fault.expected) == ("levels", "At least one level that is not switched off.")


@pytest.mark.parametrize("file", sorted(file.name for file in GOOD.iterdir()))
def test_a_file_that_is_not_there_is_told(pack: Path, file: str) -> None:
    (pack / file).unlink()
    (fault,) = faults_of(pack)
    assert file in str(fault)


@pytest.mark.parametrize("file", ["pack.toml", "cells.toml"])
def test_a_folder_under_the_name_of_a_file_is_told(pack: Path, file: str) -> None:
    (pack / file).unlink()
    (pack / file).mkdir()
    (fault,) = faults_of(pack)
    assert (fault.file, fault.expected) == (file, "An ordinary file, not a folder or a device.")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_or_device_is_not_waited_for(pack: Path) -> None:
    (pack / "cells.toml").unlink()
    os.mkfifo(pack / "cells.toml")
    (pack / "sectors.toml").unlink()
    (pack / "sectors.toml").symlink_to("/dev/zero")
    assert {fault.expected for fault in faults_of(pack)} == {"An ordinary file, not a folder or a device."}


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_that_leads_to_itself_is_told(pack: Path, tmp_path: Path) -> None:
    (pack / "cells.toml").unlink()
    (pack / "cells.toml").symlink_to("cells.toml")
    (fault,) = faults_of(pack)
    assert fault.file == "cells.toml"
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert "pack.toml" in str(faults_of(loop)[0])


@pytest.mark.parametrize("path", ["", "nowhere", "nul\0", "x" * 5000, "file.toml/pack"])
def test_a_path_without_a_pack_is_told(tmp_path: Path, path: str) -> None:
    (tmp_path / "file.toml").write_text("id = 'x'")
    (fault,) = faults_of(tmp_path / path)
    assert "A folder with a file pack.toml in it." in fault.expected


def test_every_fault_of_every_file_is_told_at_once(pack: Path) -> None:
    for file, old, new in (
        ("pack.toml", 'id = "leraarsbord"', "id = 1"),
        ("cells.toml", 'cell = "leren/nano"', 'cell = "leren/giga"'),
        ("conversation.toml", "minutes = 25", "minutes = -1"),
        ("vocabularies.toml", 'id = "leaving"', 'id = "doing"'),
    ):
        text = (pack / file).read_text("utf-8")
        (pack / file).write_text(text.replace(old, new, 1), "utf-8")
    (pack / "sectors.toml").write_bytes(b"\xff")
    found = faults_of(pack)
    assert [(fault.file, fault.place) for fault in found] == [
        ("pack.toml", "id"),
        ("sectors.toml", "line 1"),
        ("vocabularies.toml", "vocabularies.status[4].id"),
        ("vocabularies.toml", "vocabularies.status"),
        ("conversation.toml", "steps[1].minutes"),
    ]


def test_a_bad_pack_is_told_in_one_plain_message(pack: Path) -> None:
    (pack / "cells.toml").write_text("cells = 1\npaths = 1")
    with pytest.raises(CoachError) as refused:
        packs.load(pack)
    assert refused.value.text() == (
        f"The pack “{pack}” can't be used yet: 2 things must be put right. "
        "The first: cells.toml, cells: A list."
    )


def test_what_was_written_never_spoils_the_message(pack: Path) -> None:
    text = (pack / "cells.toml").read_text("utf-8")
    odd = "{0}%s\\u001b[2J\\u202e" + "y" * 100
    text = text.replace('"researcher"', f'"{odd}"', 1)
    (pack / "cells.toml").write_text(f'"\\u001b[31m{"z" * 999}" = 1\n' + text, "utf-8")
    for fault in faults_of(pack):
        assert str(fault).isprintable()
        assert len(str(fault)) < 500


def test_a_pack_in_another_language_only_is_no_fault(pack: Path) -> None:
    for file in pack.iterdir():
        text = file.read_text("utf-8").replace(".en = ", ".fy = ").replace(", en = ", ", fy = ")
        text = text.replace('["nl", "en"]', '["nl", "fy"]').replace("\nen = ", "\nfy = ")
        file.write_text(text, "utf-8")
    framework = packs.load(pack)
    i18n.use("fy")
    assert str(framework.roles[0].title) == "Helping students learn"
    i18n.use("en")
    assert str(framework.roles[0].title) == "Leerlingen helpen leren"
