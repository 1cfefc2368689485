"""The command line speaks English here, whatever the computer speaks."""

from collections.abc import Callable
from pathlib import Path

import pytest

from coachapp import cli

Run = Callable[..., str]
PASSPHRASE = "vier losse woorden samen"
LISTS = Path(__file__).parent.parent / "data" / "lists"


@pytest.fixture(autouse=True)
def _english_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """A file with the passphrase."""
    path = tmp_path / "key.txt"
    path.write_text(PASSPHRASE)
    return path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command that must succeed; gives what it says."""

    def run(*argv: object) -> str:
        code = cli.main([str(word) for word in argv])
        said = capsys.readouterr()
        assert (code, said.err) == (0, "")
        return said.out

    return run


@pytest.fixture
def fail(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command that must fail with an explanation; gives its one line."""

    def fail(*argv: object) -> str:
        code = cli.main([str(word) for word in argv])
        said = capsys.readouterr()
        assert (code, said.err.count("\n")) == (1, 1)
        return said.err.strip().removeprefix("coachapp: ")

    return fail
