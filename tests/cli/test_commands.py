"""What each command says and does."""

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from coachapp import cli
from coachapp.cli import terminal
from coachapp.domain.remembered import chosen_for, remember
from coachapp.packs import sample
from coachapp.storage import file as storage
from tests.cli.conftest import LISTS, Run
from tests.report import reading


@pytest.fixture
def file(tmp_path: Path, run: Run) -> Path:
    """A portfolio without a passphrase, with four activities to place."""
    path = tmp_path / "mine.coach"
    run("new", path, "--owner", "T. Est", "--no-passphrase")
    lines = tmp_path / "list.txt"
    lines.write_text("- Mentoraat\n- Mentoraat coördineren\n- MR-lid\n- Stage\x1b[31m begeleiden\n", "utf-8")
    run("import", path, lines)
    return path


def test_a_new_portfolio_is_in_the_language_asked_for(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "nieuw.coach"
    run(
        "new",
        path,
        "--owner",
        "T. Est",
        "--sector",
        "po",
        "--sector",
        "vo",
        "--language",
        "nl",
        "--no-passphrase",
    )
    assert json.loads(run("show", path, "--json"))["language"] == "nl"


def test_a_new_portfolio_never_takes_the_place_of_a_file(file: Path, fail: Run) -> None:
    before = file.read_bytes()
    assert "already" in fail("new", file, "--owner", "X", "--no-passphrase")
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--owner", " ", "--no-passphrase"], "at least one letter"),
        (["--owner", "X", "--sector", "havo", "--no-passphrase"], "“havo” is not a sector. Choose"),
        (["--owner", "X", "--passphrase-file", "/nowhere/key"], "can't be read"),
        (["--owner", "X", "--passphrase-file", "."], "can't be read"),
    ],
)
def test_what_a_portfolio_cannot_be_made_of_is_said(
    tmp_path: Path, fail: Run, words: list[str], message: str
) -> None:
    path = tmp_path / "x.coach"
    assert message in fail("new", path, *words)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "empty"),
        (b"\n", "empty"),
        (b"w\xe9\n", "UTF-8"),
        ("wé".encode("utf-16"), "UTF-8"),
        (b"x" * 5000, "one line"),
    ],
)
def test_a_passphrase_file_without_a_passphrase_is_said(
    tmp_path: Path, fail: Run, content: bytes, message: str
) -> None:
    key = tmp_path / "key"
    key.write_bytes(content)
    assert message in fail("new", tmp_path / "x.coach", "--owner", "X", "--passphrase-file", key)


@pytest.mark.parametrize("kept", ["wacht zin", "wacht zin\n", "wacht zin\r\n", "\ufeffwacht zin\n"])
def test_a_passphrase_file_loses_one_final_newline(tmp_path: Path, run: Run, kept: str) -> None:
    key, plain, path = tmp_path / "key", tmp_path / "plain", tmp_path / "x.coach"
    key.write_bytes(kept.encode())
    plain.write_bytes(b"wacht zin")
    run("new", path, "--owner", "X", "--passphrase-file", key)
    assert run("show", path, "--passphrase-file", plain).startswith("X · ")


def test_two_newlines_are_one_too_many(tmp_path: Path, run: Run, fail: Run) -> None:
    key, path = tmp_path / "key", tmp_path / "x.coach"
    key.write_text("wacht zin\n")
    run("new", path, "--owner", "X", "--passphrase-file", key)
    key.write_text("wacht zin\n\n")
    assert "passphrase doesn't open" in fail("show", path, "--passphrase-file", key)
    assert "--passphrase-file" in fail("show", path)


def test_import_says_what_was_taken_and_why_the_rest_was_left(file: Path, run: Run) -> None:
    said = run("import", file, LISTS / "jaartaak-vo-cp1252.csv")
    assert "10 rows taken" in said
    assert "     6  Lesgeven biologie\n" in said
    assert "11 rows left" in said
    assert "     7  Already in the portfolio: Mentoraat\n" in said
    assert "    17  A total: Totaal\n" in said
    assert "    16  Empty line\n" in said


def test_months_get_the_school_year_that_is_given(tmp_path: Path, file: Path, run: Run) -> None:
    lines = tmp_path / "more.csv"
    lines.write_text("Taak;Periode\nPTA;aug-jul\n")
    assert "--school-year 2026" in run("import", file, lines)
    lines.write_text("Taak;Periode\nBHV;aug-jul\n")
    assert "--school-year" not in run("import", file, lines, "--school-year", "2025")


def test_a_bad_list_changes_nothing(file: Path, tmp_path: Path, fail: Run) -> None:
    before = file.read_bytes()
    assert "There is no file" in fail("import", file, tmp_path / "weg.csv")
    assert "portfolio, not a list" in fail("import", file, file)
    assert file.read_bytes() == before


def test_an_activity_is_found_by_part_of_a_title_by_all_of_it_and_by_its_id(file: Path, run: Run) -> None:
    assert run("place", file, "coörd", "leren/micro") == (
        "“Mentoraat coördineren” lies in Helping students learn · Group.\n"
    )
    assert "“Mentoraat” lies" in run("place", file, "mentoraat", "leren/nano")
    ids = {a["title"]: a["activity"] for a in json.loads(run("show", file, "--json"))["to_place"]}
    assert "“MR-lid” lies" in run("place", file, ids["MR-lid"], "Onderwijs organiseren/School")


@pytest.mark.parametrize(
    ("activity", "cell", "message"),
    [
        (
            "mentor",
            "leren/micro",
            "2 activities have “mentor” in their titles (“Mentoraat”, “Mentoraat coördineren”)",
        ),
        ("niets", "leren/micro", "No activity has “niets”"),
        ("", "leren/micro", "No activity"),
        ("MR", "leren/supra", "levels: nano, micro, meso, macro"),
        ("MR", "leren", "roles: leren, ontwikkelen, organiseren, collegas"),
    ],
)
def test_what_fits_no_activity_or_cell_is_said(
    file: Path, fail: Run, activity: str, cell: str, message: str
) -> None:
    before = file.read_bytes()
    assert message in fail("place", file, activity, cell)
    assert file.read_bytes() == before


def test_an_activity_may_lie_in_two_cells_but_not_twice_in_one(file: Path, run: Run, fail: Run) -> None:
    run("place", file, "MR", "organiseren/meso")
    run("place", file, "MR", "organiseren/macro")
    assert "already in that cell" in fail("place", file, "MR", "organiseren/meso")


def test_the_board_reads_as_text(file: Path, run: Run) -> None:
    run("place", file, "MR", "organiseren/meso")
    run("place", file, "coörd", "organiseren/meso")
    assert run("show", file).startswith(
        "T. Est · Board of the teaching profession\n"
        "\n"
        "Helping students learn\n"
        "  One to one         –\n"
        "  Group              –\n"
        "  School             –\n"
        "  Beyond the school  –\n"
    )
    assert (
        "Organising education\n"
        "  One to one         –\n"
        "  Group              –\n"
        "  School             MR-lid\n"
        "                     Mentoraat coördineren\n"
    ) in run("show", file)
    assert "\nTo place\n  Mentoraat\n" in run("show", file)


def test_no_title_steers_the_terminal(file: Path, run: Run) -> None:
    assert "\x1b" not in run("show", file)
    assert terminal.printable("\x1b[2J\u202eabc\u2069\x9b31m\u00a0é\tü\n") == "�[2Jabc�31m é ü\n"
    assert "\x1b" not in run("show", file, "--json")


def test_a_terminal_is_as_wide_as_it_is(
    file: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lines = tmp_path / "long.txt"
    lines.write_text("Een heel lange activiteit " * 6)
    run("import", file, lines)
    monkeypatch.setenv("COLUMNS", "60")
    assert max(map(len, run("show", file).splitlines())) > 100
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _self: True)
    assert max(map(len, run("show", file).splitlines())) <= 60


def test_a_plan_may_replace_a_plan_but_nothing_else(file: Path, tmp_path: Path, run: Run, fail: Run) -> None:
    pdf = tmp_path / "plan.pdf"
    assert "page" in run("plan", file, "-o", pdf, "--language", "en", "--date", "2026-11-24")
    first = pdf.read_bytes()
    run("plan", file, "-o", pdf, "--language", "en", "--date", "2026-11-24")
    assert pdf.read_bytes() == first
    before = file.read_bytes()
    assert "not a PDF" in fail("plan", file, "-o", file)
    assert file.read_bytes() == before
    fail("plan", file, "-o", tmp_path)
    fail("plan", file, "-o", tmp_path / "nowhere" / "plan.pdf")


@pytest.mark.parametrize(("reader", "is_told"), [("coach", True), ("manager", False), ("team", False)])
def test_a_plan_is_for_somebody(file: Path, tmp_path: Path, run: Run, reader: str, is_told: bool) -> None:
    """Nobody but a coach is told what is still to place."""
    pdf = tmp_path / "plan.pdf"
    run("plan", file, "-o", pdf, "--language", "en", "--for", reader)
    assert ("MR-lid" in reading.text(pdf)) is is_told


def test_a_plan_goes_by_what_was_chosen_for_its_reader(tmp_path: Path, run: Run) -> None:
    teacher = sample.portfolio("en")
    choice = replace(chosen_for(teacher, "coach"), left_out=frozenset({"goals"}), alias="Robin")
    path, pdf = tmp_path / "mine.coach", tmp_path / "plan.pdf"
    storage.create(path, remember(choice)(teacher), None).close()
    run("plan", path, "-o", pdf, "--language", "en")
    told = reading.text(pdf)
    assert "Robin" in told
    assert not any(goal.title in told for goal in teacher.goals if not goal.status)
    assert teacher.owner not in told


def test_check_tells_what_is_wrong(
    file: Path, run: Run, fail: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", file) == "All is well with “mine.coach”.\n"
    content = bytearray(file.read_bytes())
    content[3 * 4096 : 5 * 4096] = bytes(2 * 4096)
    file.write_bytes(content)
    assert cli.main(["check", str(file)]) == 1
    said = capsys.readouterr()
    assert said.err.count("\n") == 1


def test_pack_check_tells_every_fault(tmp_path: Path, run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    good = Path(__file__).parent.parent.parent / "resources" / "packs" / "leraarsbord"
    assert run("pack", "check", good).startswith("All is well")
    (tmp_path / "pack.toml").write_text("id = 3\n")
    assert cli.main(["pack", "check", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert said.out.count("\n") > 1
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["fly"],
        ["new", "x.coach"],
        ["new", "x.coach", "--owner", "X"],
        ["new", "x.coach", "--owner", "X", "--no-passphrase", "--passphrase-file", "k"],
        ["new", "x.coach", "--owner", "X", "--no-passphrase", "--language", "fr"],
        ["plan", "x.coach"],
        ["plan", "x.coach", "-o", "p.pdf", "--date", "gisteren"],
        ["import", "x.coach", "l.csv", "--school-year", "26"],
        ["place", "x.coach", "MR"],
        ["pack"],
    ],
)
def test_a_wrong_call_is_told_how_to_call(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(argv) == 2
    assert "usage: coachapp" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["--help"], ["--version"], *([name, "--help"] for name in cli.COMMANDS)])
def test_help_is_no_failure(command: list[str], run: Run) -> None:
    assert "coachapp" in run(*command).casefold()


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "nl_NL.UTF-8"}, "nl"),
        ({"LC_ALL": "C", "LANG": "nl_NL.UTF-8"}, "en"),
        ({"LC_ALL": "", "LANG": "nl_BE"}, "nl"),
        ({"LANG": "fr_FR"}, "en"),
        ({}, "en"),
    ],
)
def test_commands_speak_the_computers_language(environment: dict[str, str], language: str) -> None:
    assert terminal.language(environment) == language


def test_a_folder_without_a_pack_is_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["pack", "check", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert said.out == f"{tmp_path}: A folder with a file pack.toml in it.\n"
    assert "pack.toml" not in said.err
    assert said.err.endswith("1 thing must be put right.\n")


def test_a_portfolio_is_not_made_in_a_folder_that_is_not_there(tmp_path: Path, fail: Run) -> None:
    folder = tmp_path / "gone"
    told = fail("new", folder / "mine.coach", "--owner", "X", "--no-passphrase")
    assert told.startswith(f"The folder “{folder}” is not there.")
