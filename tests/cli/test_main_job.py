"""The main job by commands, on the lists of three teachers, with and without a passphrase."""

import json
import re
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest

from coachapp.packs import default_framework
from tests.cli.conftest import LISTS, Run

VO = {
    "Lesgeven biologie": "leren/micro",
    "Mentoraat": "leren/micro",
    "profielwerkstuk": "leren/nano",
    "PTA": "ontwikkelen/meso",
    "Leerlijn": "ontwikkelen/meso",
    "formatief": "collegas/meso",
    "Coaching": "collegas/nano",
    "Docentontwikkelteam": "ontwikkelen/macro",
    "Excursie": "organiseren/micro",
    "mr-lid": "organiseren/meso",
}
MBO = {
    "Lesgeven": "leren/micro",
    "SLB": "leren/nano",
    "BPV": "leren/macro",
    "Keuzedeel": "ontwikkelen/macro",
    "Examencommissie": "organiseren/meso",
    "Teamcoördinatie": "organiseren/meso",
    "zij-instromer": "collegas/nano",
    "Landelijk": "organiseren/macro",
}
PO = {
    "Teach group 7": "Helping students learn/Group",
    "Coach a pupil": "leren/nano",
    "theme on water": "ontwikkelen/meso",
    "parent evening": "organiseren/meso",
    "literacy": "collegas/meso",
    "student teachers": "collegas/nano",
    "reading-clinic": "collegas/macro",
    "Write a blog": "collegas/macro",
}


class Sample(NamedTuple):
    list: str
    sector: str
    language: str
    places: dict[str, str]
    rows: int
    encrypted: bool = True


SAMPLES = {
    "vo": Sample("jaartaak-vo-cp1252.csv", "vo", "nl", VO, 12),
    "mbo": Sample("taken-mbo-hybride.csv", "mbo", "nl", MBO, 9),
    "po": Sample("activities-po.tsv", "po", "en", PO, 8),
    "without a passphrase": Sample("activities-po.tsv", "po", "en", PO, 8, encrypted=False),
}


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_a_list_becomes_a_board_and_a_plan(tmp_path: Path, run: Run, sample: Sample) -> None:
    name, sector, language, places, count, encrypted = sample
    file, key = tmp_path / "s.coach", tmp_path / "key"
    key.write_text("een wachtzin met één accent\n", "utf-8")
    opening = ["--passphrase-file", key] if encrypted else []
    told = opening or ["--no-passphrase"]
    run("new", file, "--owner", "S. de Vries", "--sector", sector, "--language", language, *told)
    assert (b"SQLite format 3" in file.read_bytes()) is not encrypted
    said = run("import", file, LISTS / name, *opening)
    assert said.startswith(f"{count} rows taken\n")
    for activity, cell in places.items():
        assert " lies in " in run("place", file, activity, cell, *opening)

    board = json.loads(run("show", file, "--json", *opening))
    assert sum(len(cell["cards"]) for cell in board["board"]) == len(places)
    assert len(board["to_place"]) == count - len(places)
    assert run("check", file, *opening) == "All is well with “s.coach”.\n"

    pdf = tmp_path / "plan.pdf"
    assert re.fullmatch("“plan.pdf”: [0-9]+ pages?\n", run("plan", file, "-o", pdf, *opening))
    text = _text(pdf)
    titles = [card["title"] for cell in board["board"] for card in cell["cards"]]
    titles += [activity["title"] for activity in board["to_place"]]
    assert len(titles) == count
    for title in titles:
        assert _close(title) in text
    for role in default_framework().roles:
        assert _close(role.title.text(language)) in text

    again = run("import", file, LISTS / name, *opening)
    assert again.startswith("0 rows taken\n")
    assert again.count("Already in the portfolio") == count


def _text(pdf: Path) -> str:
    """The words of a PDF without the spaces and hyphens that lines and columns bring."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return _close("".join(page.get_textpage().get_text_range() for page in document))
    finally:
        document.close()


def _close(text: str) -> str:
    return re.sub(r"[\s\u00ad\ufffe-]+", "", text)
