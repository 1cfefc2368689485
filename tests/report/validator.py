"""Asks veraPDF, the reference validator of PDF/UA and PDF/A, whether files comply; see tools/pdf-check."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

_TOOL = Path(__file__).parents[2] / "tools" / "pdf-check" / "pdf-check"
_KINDS = "PDFUA-1,PDFA-2A"


def faults(paths: Iterable[Path]) -> list[str]:
    """What these files break of PDF/UA-1 and PDF/A-2a, each with where; skips if that can't be told here."""
    if os.name == "nt":
        pytest.skip("veraPDF is run by a shell script")
    command = [str(_TOOL), _KINDS, *map(str, paths)]
    tools = {**os.environ, "PYTHON": sys.executable}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=tools)
    if done.returncode == 2:
        pytest.skip(f"veraPDF: {done.stderr.strip()}")
    judged = [line for line in done.stdout.splitlines() if "compliant=" in line]
    assert len(judged) == 2 * len(command[2:]), done.stderr
    return [line.strip() for line in done.stdout.splitlines() if line not in judged]
