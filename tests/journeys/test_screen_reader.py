"""Somebody who doesn't see the screen places a card and edits a row: the real program on a real desktop."""

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from coachapp.domain import edits, talking
from coachapp.domain.portfolio import Agreement
from coachapp.domain.values import Cell, new_id
from coachapp.packs import sample
from coachapp.storage import file
from tests.journeys.desktop import SYSTEM_PYTHON, desktop, reason_to_skip

READER = Path(__file__).parent / "reader.py"
COLUMNS = ["Activity", "Role", "Reach", "Status", "Energy", "Workplace", "Hours"]


@pytest.mark.skipif(bool(reason_to_skip()), reason=reason_to_skip())
def test_a_screen_reader_reads_the_board_places_a_card_and_edits_a_row(tmp_path: Path) -> None:
    path = tmp_path / "sample.coach"
    file.create(path, sample.portfolio("en"), None).close()
    command = [sys.executable, "-m", "coachapp", str(path)]
    with desktop(tmp_path) as env, subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL) as program:
        try:
            heard = listen(env)
            assert program.wait(timeout=20) == 0
        finally:
            program.kill()
    assert "Helping students learn, Group, 2 activities" in heard["board"]
    assert "Organising education, Beyond the school, empty" in heard["board"]
    assert any(
        said.startswith("Teach biology, Helping students learn, Group, doing now") for said in heard["board"]
    )
    assert heard["placed"] == "Sustainable employability, Helping students learn, One to one, doing now"
    assert heard["columns"] == COLUMNS
    assert heard["rows"][0] == "Teach biology"
    assert heard["row"][:4] == ["Biologie", "Helping students learn", "Group", "Did before"]
    saved = file.open_file(path, None)
    titles = {activity.id: activity.title for activity in saved.portfolio.activities}
    lies = {(titles[p.activity_id], p.cell, p.status) for p in saved.portfolio.placements}
    saved.close()
    assert ("Sustainable employability", Cell("leren", "nano"), "doing") in lies
    assert ("Biologie", Cell("leren", "micro"), "done") in lies


@pytest.mark.skipif(bool(reason_to_skip()), reason=reason_to_skip())
def test_a_screen_reader_meets_step_question_note_board_and_agreements_in_that_order(tmp_path: Path) -> None:
    path, today = tmp_path / "sample.coach", dt.date.today().isoformat()  # noqa: DTZ011 - as on the desk
    made = sample.portfolio("en")
    talk = talking.begun(made, today)
    agreement = Agreement(new_id(), "S. asks for time", conversation_id=talk.id)
    file.create(path, edits.add(talk, agreement)(made), None).close()
    command = [sys.executable, "-m", "coachapp", str(path)]
    with desktop(tmp_path) as env, subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL) as program:
        try:
            heard = listen(env, "conversation")
        finally:
            program.kill()
    said = [f"{name} (list)" if role == "list" else name for role, name in heard["said"]]
    question = "When will this conversation have been worthwhile to you?"
    told = ["Step Start, now", question, "Our shared note", "The question of this conversation"]
    assert heard["asked"] == question
    told += ["Board (list)", "Agreed so far: S. asks for time", "New agreement…"]
    places = [said.index(name) for name in told]
    assert places == sorted(places)


def listen(env: dict[str, str], *what: str) -> dict[str, Any]:
    done = subprocess.run(
        [SYSTEM_PYTHON, READER, *what], env=env, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
