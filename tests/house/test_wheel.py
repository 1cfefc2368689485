"""The wheel, installed where nothing else is, does the main job: resources and words are inside."""

import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
SOURCES = (
    "coachapp",
    "resources",
    "translations",
    "pyproject.toml",
    "setup.py",
    "MANIFEST.in",
    "README.md",
    "LICENSE",
)


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    checkout = tmp_path / "checkout"
    checkout.mkdir()
    for name in SOURCES:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, checkout / name)
    for compiled in checkout.rglob("*.mo"):
        compiled.unlink()
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", cwd=checkout)
    return next((checkout / "dist").glob("*.whl"))


@pytest.mark.skipif(os.name == "nt", reason="links to the installed packages need special rights on Windows")
def test_a_wheel_in_an_empty_environment_does_the_main_job(wheel: Path, tmp_path: Path) -> None:
    home, work = tmp_path / "environment", tmp_path / "work"
    work.mkdir()
    venv.create(home, symlinks=True)
    python = home / "bin" / "python"
    run(
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--no-deps",
        "--no-index",
        str(wheel),
        cwd=work,
    )
    installed = distribution_in(home)
    for needed in requirements(installed):
        link(needed, Path(str(installed.locate_file(""))))
    run(str(home / "bin" / "coachapp"), "demo", "out", cwd=work)
    assert (work / "out" / "plan.pdf").read_bytes().startswith(b"%PDF")
    assert (work / "out" / "board.png").read_bytes().startswith(b"\x89PNG")
    words = run(
        str(python), "-c", "from coachapp import i18n; i18n.use('nl'); print(i18n.gettext('Board'))", cwd=work
    )
    assert words == "Bord\n"


def run(*command: str, cwd: Path) -> str:
    bare = {"PATH": os.defpath, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    result = subprocess.run(command, cwd=cwd, env=bare, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def distribution_in(home: Path) -> Distribution:
    site = next(home.glob("lib/python*/site-packages"))
    return next(iter(Distribution.discover(name="coachapp", path=[str(site)])))


def requirements(wanted: Distribution, extras: frozenset[str] = frozenset()) -> Iterator[Distribution]:
    """What a distribution declares that it needs, and what that needs: nothing else is to be found."""
    for line in wanted.requires or ():
        needed = Requirement(line)
        if not needed.marker or any(needed.marker.evaluate({"extra": extra}) for extra in extras | {""}):
            found = distribution(needed.name)
            yield found
            yield from requirements(found, frozenset(needed.extras))


def link(package: Distribution, site: Path) -> None:
    """Stand-in for installing: the network isn't needed to see that nothing undeclared is used."""
    for top in {file.parts[0] for file in package.files or ()} - {"..", "__pycache__"}:
        if not (site / top).exists():
            (site / top).symlink_to(Path(str(package.locate_file(top))))
