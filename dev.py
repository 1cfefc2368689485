#!/usr/bin/env python3
"""Everything a developer does with CoachApp, on a machine with nothing but Python 3.11 to 3.13."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock.txt"
VENV = ROOT / os.environ.get("COACHAPP_VENV", ".venv")
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
VERSION = "{}.{}".format(*sys.version_info[:2])
ON_LINUX = sys.platform.startswith("linux")
HAS_SCREEN = not ON_LINUX or bool({"DISPLAY", "WAYLAND_DISPLAY"} & os.environ.keys())

QT_LOADS = "import PySide6.QtPrintSupport, PySide6.QtSvg, PySide6.QtWidgets"
WINDOW_OPENS = """
import ctypes, importlib.util, pathlib, sys
qt = pathlib.Path(importlib.util.find_spec("PySide6").origin).parent / "Qt"
if sys.platform == "linux":
    ctypes.CDLL(str(qt / "plugins/platforms/libqxcb.so"))
"""
QT_PACKAGES = [
    *("libgl1", "libegl1", "libxkbcommon0", "libglib2.0-0", "libfreetype6", "libfontconfig1", "libdbus-1-3"),
    *("libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0"),
]
# Programs and files from outside Python: the Debian package that has it, and what happens without.
UNJUDGED = "tests that let veraPDF judge our PDFs are skipped"
UNSEEN = "tests from a screen reader's side are skipped"
TEST_TOOLS = {
    "Xvfb": ("xvfb", "tests in real windows are skipped"),
    "openbox": ("openbox", "tests of focus in real windows are skipped"),
    "dbus-run-session": ("dbus", UNSEEN),
    "/usr/libexec/at-spi-bus-launcher": ("at-spi2-core", UNSEEN),
    "/usr/lib/python3/dist-packages/pyatspi": ("python3-pyatspi", UNSEEN),
    "strace": ("strace", "tests that kill the program at every single write are skipped"),
    "pdftotext": ("poppler-utils", "tests that read the plan with another program are skipped"),
    "javac": ("default-jdk-headless", UNJUDGED),
    "/usr/share/java/jaxb-runtime.jar": ("libjaxb-java", UNJUDGED),
}


def run(args: list[str]) -> int:
    """Open CoachApp; without a screen, make the sample's plan and board in build/demo. [COACHAPP ARGS]"""
    prepare()
    if args or HAS_SCREEN:
        return coachapp(*args)
    print(
        "There is no screen here, so no window opens. Making the sample's plan and board instead:", flush=True
    )
    return coachapp("demo", str(ROOT / "build" / "demo"))


def test(args: list[str]) -> int:
    """Run the tests, all of them unless told otherwise. [PYTEST ARGS]"""
    setup([])
    chooses = any(not arg.startswith("-") for arg in args)
    side_by_side = [] if chooses else ["-n", "auto", "--maxprocesses", "8"]
    return python("pytest", *side_by_side, *args)


def setup(_args: list[str]) -> int:
    """Make everything ready, open nothing."""
    prepare()
    bring(TEST_TOOLS, "Some tests need system packages.")
    return 0


def check(_args: list[str]) -> int:
    """Look over the code: ruff, format, types, layers, and whether the catalogues have every word."""
    prepare()
    house = [f"tests/house/test_{name}.py" for name in ("layers", "words", "catalogues")]
    steps = (
        ("ruff", "check"),
        ("ruff", "format", "--check"),
        ("pyright", "--pythonpath", str(PYTHON)),
        ("pytest", "-q", *house),
    )
    failed = [" ".join(step[:2]) for step in steps if python(*step) != 0]
    print("Not well: " + ", ".join(failed) if failed else "All is well.")
    return 1 if failed else 0


def bench(args: list[str]) -> int:
    """Measure speed and memory; ends with 1 if a limit isn't met. [--json FILE]"""
    setup([])
    return python("benchmarks", *args)


def shots(args: list[str]) -> int:
    """Make a picture of every screen: Dutch and English, light and dark, 100 and 200 %. [DIR]"""
    prepare()
    return python("tests.shots", *(args or [str(ROOT / "build" / "shots")]))


def ordeal(args: list[str]) -> int:
    """Run the long proofs that nothing is lost; ends with 1 if one fails. [NAME[=COUNT] ...]"""
    setup([])
    return python("tests.ordeal", *args)


def strings(_args: list[str]) -> int:
    """Bring the catalogues in translations/ up to date with the words in the code."""
    prepare()
    template = "translations/coachapp.pot"
    extract = (
        "--no-location",
        "--omit-header",
        "--sort-output",
        "--add-comments=Translators:",
        "-o",
        template,
    )
    update = (
        "--width=100",
        "-i",
        template,
        "--no-fuzzy-matching",
        "--ignore-obsolete",
        "--ignore-pot-creation-date",
    )
    babel("extract", *extract, "coachapp")
    babel("update", *update, "-D", "coachapp", "-d", "translations")
    compile_words()
    return 0


def installer(_args: list[str]) -> int:
    """Freeze CoachApp to dist/coachapp, and prove that it works where nothing else is."""
    prepare()
    if ON_LINUX:
        shared = "{LIBDIR}/{INSTSONAME}".format_map(sysconfig.get_config_vars())
        unfrozen = "nothing can be frozen"
        tools = {"objcopy": ("binutils", unfrozen), shared: (f"libpython{VERSION}", unfrozen)}
        bring(tools, "PyInstaller needs system packages.")
    if python("PyInstaller", "--noconfirm", "--log-level=WARN", "build_installer.spec") != 0:
        return 1
    program = ROOT / "dist" / "coachapp" / ("coachapp.exe" if os.name == "nt" else "coachapp")
    with tempfile.TemporaryDirectory() as empty:
        prove_frozen(program, Path(empty))
    print(f"{program.parent} is ready: it made the sample's plan and board in an empty folder.")
    return 0


def prove_frozen(program: Path, empty: Path) -> None:
    """It makes the sample's plan and board, and draws a page of that plan as it would one of evidence."""
    bare = {"SYSTEMROOT": os.environ["SYSTEMROOT"]} if os.name == "nt" else {}
    status = subprocess.run([str(program), "demo", str(empty)], cwd=empty, env=bare, check=False).returncode
    made = sorted(path.name for path in empty.iterdir() if path.stat().st_size)
    if status != 0 or not {"plan.pdf", "board.png"} <= set(made):
        sys.exit(f"The frozen program ended with {status} and made {made}, not board.png and plan.pdf.")
    with (empty / "plan.pdf").open("rb") as plan:
        draw = [str(program), "pdf-page", "0", "200"]
        drawn = subprocess.run(draw, cwd=empty, env=bare, stdin=plan, capture_output=True, check=False)
    if drawn.returncode != 0 or len(drawn.stdout) < 3 * 200 * 100:
        sys.exit(f"The frozen program ended with {drawn.returncode} and drew no page of a PDF.")


def prepare() -> None:
    """Make .venv exactly as the lock says, unless it is so already; see that Qt loads, compile the words."""
    stamp = VENV / "made-from"
    wanted = hashlib.sha256(LOCK.read_bytes() + sys.version.encode() + sys.base_prefix.encode()).hexdigest()
    if not (PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted):
        make_venv()
        stamp.write_text(wanted)
    check_qt()
    catalogues = (ROOT / "translations").glob("*/LC_MESSAGES/*.po")
    if any(modified(po.with_suffix(".mo")) < modified(po) for po in catalogues):
        compile_words()


def make_venv() -> None:
    """Standard venv and pip; every file is checked against its hash in the lock, nothing is built here."""
    needs_more = importlib.util.find_spec("ensurepip") is None
    if needs_more and not apt_install([f"python{VERSION}-venv"], "This Python can't make a .venv yet."):
        sys.exit(1)
    print(f"Making {VENV.name} from {LOCK.name} (a minute or two, only this once) ...", flush=True)
    if subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False).returncode:
        sys.exit(f"{VENV} couldn't be made (see above).")
    install = ("install", "--quiet", "--disable-pip-version-check", "--no-compile", "--no-deps")
    if python("pip", *install, "--only-binary=:all:", "--require-hashes", "-r", str(LOCK)) != 0:
        sys.exit("The packages couldn't be fetched (see above). Check the connection and run this again.")
    # Without byte code SQLModel alone takes a second to import. Some packages carry files that don't compile.
    python("compileall", "-qq", "-j", "0", "-x", "share", str(VENV), "coachapp")


def check_qt() -> None:
    """End here, with the line to run, if Qt doesn't load, or can't open a window though there is a screen."""
    problem = fault(QT_LOADS + WINDOW_OPENS)
    if problem and apt_install(QT_PACKAGES, f"Qt needs some system packages ({problem})."):
        problem = fault(QT_LOADS + WINDOW_OPENS)
    if problem and (HAS_SCREEN or fault(QT_LOADS)):
        sys.exit(f"Qt doesn't load: {problem}")


def bring(tools: dict[str, tuple[str, str]], why: str) -> None:
    """Install what isn't there, or else say what happens without."""
    absent = [tool for tool in tools if not is_there(tool)]
    if absent and not (ON_LINUX and apt_install([tools[tool][0] for tool in absent], why)):
        for package, effect in (tools[tool] for tool in absent):
            print(f"Without {package}, {effect}.")


def apt_install(packages: list[str], why: str) -> bool:
    """Whether the packages were installed. If we may not do that here, says what to do."""
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        print(f"{why} Install what Debian calls: {' '.join(packages)}")
        return False
    if os.geteuid() != 0:
        print(f"{why} Run:\n  sudo apt-get update && sudo {' '.join(install)}")
        return False
    print(f"{why} Installing: {' '.join(packages)}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=False)
    return (
        subprocess.run([*install, "-qq"], env=quiet, stdout=subprocess.DEVNULL, check=False).returncode == 0
    )


def python(module: str, *args: str) -> int:
    """The exit code of a module run by the environment's Python, from the root of the project."""
    return subprocess.run([str(PYTHON), "-m", module, *args], cwd=ROOT, check=False).returncode


def coachapp(*args: str) -> int:
    """The exit code of CoachApp, started where the caller is: paths go from there. Its modules don't."""
    here = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run([str(PYTHON), "-P", "-m", "coachapp", *args], env=here, check=False).returncode


def fault(code: str) -> str:
    """The last line of what goes wrong when the environment's Python runs this; empty when all is well."""
    result = subprocess.run([str(PYTHON), "-c", code], capture_output=True, text=True, check=False)
    return (
        (result.stderr.strip() or f"exit {result.returncode}").splitlines()[-1] if result.returncode else ""
    )


def compile_words() -> None:
    babel("compile", "-D", "coachapp", "-d", "translations")


def babel(*args: str) -> None:
    if python("babel.messages.frontend", "--quiet", *args) != 0:
        sys.exit(f"Babel could not {args[0]} the catalogues (see above).")


def is_there(tool: str) -> bool:
    return any(Path("/").glob(tool[1:])) if tool.startswith("/") else bool(shutil.which(tool))


def modified(path: Path) -> float:
    return path.stat().st_mtime if path.exists() else 0.0


COMMANDS = (run, test, setup, check, bench, ordeal, shots, strings, installer)


def main(args: list[str]) -> int:
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        sys.exit(f"CoachApp needs Python 3.11, 3.12 or 3.13; this is {VERSION}. Try: python3.13 dev.py")
    for command in COMMANDS:
        if args[:1] == [command.__name__]:
            return command(args[1:])
    print("python3 dev.py COMMAND\n")
    for command in COMMANDS:
        print(f"  {command.__name__:<11}{command.__doc__}")
    return 0 if args[:1] in (["help"], ["--help"], ["-h"]) else 2


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
