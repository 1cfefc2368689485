"""The program as a script calls it: its own process, exit codes, standard input, no window."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from coachapp import __main__
from tests.cli.conftest import LISTS


def _coachapp(*argv: object, stdin: bytes = b"", home: Path) -> subprocess.CompletedProcess[bytes]:
    """With nothing but what a bare computer gives, and no display."""
    root = Path(__file__).parent.parent.parent
    environment = {"PATH": os.defpath, "PYTHONPATH": str(root), "HOME": str(home), "LANG": "C.UTF-8"}
    command = [sys.executable, "-W", "error", "-X", "importtime", "-m", "coachapp", *map(str, argv)]
    return subprocess.run(command, input=stdin, env=environment, cwd=home, capture_output=True, check=False)


def _said(process: subprocess.CompletedProcess[bytes]) -> list[str]:
    return [line for line in process.stderr.decode().splitlines() if not line.startswith("import time:")]


def test_a_script_makes_fills_and_reads_a_portfolio_by_standard_input(tmp_path: Path) -> None:
    made = _coachapp(
        "new", "s.coach", "--owner", "S.", "--passphrase-file", "-", stdin=b"wacht zin\n", home=tmp_path
    )
    assert (made.returncode, _said(made)) == (0, [])
    opening = ("--passphrase-file", "-")
    filled = _coachapp(
        "import", "s.coach", LISTS / "activities-po.tsv", *opening, stdin=b"wacht zin", home=tmp_path
    )
    assert filled.stdout.startswith(b"8 rows taken")
    wrong = _coachapp("show", "s.coach", *opening, stdin=b"wachtzin", home=tmp_path)
    assert (wrong.returncode, wrong.stdout, len(_said(wrong))) == (1, b"", 1)
    assert _coachapp("show", home=tmp_path).returncode == 2


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a screen there")
@pytest.mark.parametrize("words", [[], ["mine.coach"]])
def test_without_a_screen_one_line_says_what_does_work(words: list[str], tmp_path: Path) -> None:
    window = _coachapp(*words, home=tmp_path)
    said = _said(window)
    assert (window.returncode, window.stdout, len(said)) == (1, b"", 1)
    assert "no screen" in said[0]
    assert "coachapp --help" in said[0]
    assert b"PySide6" not in window.stderr


def test_a_mistyped_command_is_told_which_there_are(tmp_path: Path) -> None:
    slip = _coachapp("imprt", "mine.coach", home=tmp_path)
    assert (slip.returncode, slip.stdout) == (2, b"")
    assert "import" in _said(slip)[-1]
    assert b"PySide6" not in slip.stderr


def test_help_and_version_need_no_screen(tmp_path: Path) -> None:
    assert [_coachapp(word, home=tmp_path).returncode for word in ("--help", "--version")] == [0, 0]


def test_no_command_loads_the_window(tmp_path: Path) -> None:
    plan = _coachapp("plan", "--help", home=tmp_path)
    assert plan.returncode == 0
    for heavy in (b"PySide6", b"sqlalchemy", b"reportlab", b"openpyxl"):
        assert heavy not in plan.stderr
    made = _coachapp("new", "s.coach", "--owner", "S.", "--no-passphrase", home=tmp_path)
    assert b"sqlalchemy" in made.stderr
    assert b"PySide6" not in made.stderr


@pytest.mark.skipif(os.name != "posix", reason="pipes work otherwise there")
def test_a_reader_that_stops_reading_is_no_failure_to_explain(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("".join(f"Activiteit {n} {'x' * 200}\n" for n in range(2000)))
    assert _coachapp("new", "s.coach", "--owner", "S.", "--no-passphrase", home=tmp_path).returncode == 0
    read, write = os.pipe()
    os.close(read)
    root = Path(__file__).parent.parent.parent
    command = [sys.executable, "-m", "coachapp", "import", "s.coach", "list.txt"]
    with os.fdopen(write, "wb") as closed:
        process = subprocess.run(
            command,
            stdout=closed,
            stderr=subprocess.PIPE,
            cwd=tmp_path,
            check=False,
            env={"PYTHONPATH": str(root)},
        )
    assert (process.returncode, process.stderr) == (141, b"")


@pytest.mark.skipif(sys.platform != "linux", reason="only there are libraries found so")
@pytest.mark.parametrize("own", [None, "/their/own"])
def test_what_the_frozen_program_opens_gets_its_own_libraries(
    monkeypatch: pytest.MonkeyPatch, own: str | None
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "argv", ["coachapp", "pdf-page", "--help"])
    monkeypatch.setenv("LD_LIBRARY_PATH", "/ours")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", own or "")
    with pytest.raises(ValueError, match="--help"):
        __main__.main()
    assert os.environ.get("LD_LIBRARY_PATH") == own
