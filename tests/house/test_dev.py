"""The script that developers start everything with."""

import sys
from pathlib import Path

import pytest

import dev


def test_run_goes_by_the_folder_it_is_called_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "random.py").write_text("raise SystemExit('this is not the standard library')")
    monkeypatch.setattr(dev, "prepare", lambda: None)  # this environment is ready
    monkeypatch.setattr(dev, "PYTHON", sys.executable)
    monkeypatch.chdir(tmp_path)
    assert dev.run(["new", "mine.coach", "--owner", "S. de Vries", "--no-passphrase"]) == 0
    assert (tmp_path / "mine.coach").exists()
