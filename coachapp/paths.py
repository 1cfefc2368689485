"""Where the program's own files and the user's data live."""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
# A wheel and the frozen program carry these folders inside the package; a checkout has them beside it.
_SHIPPED = _PACKAGE if (_PACKAGE / "resources").is_dir() else _PACKAGE.parent


def resource(*parts: str) -> Path:
    """A file or folder that comes with the program."""
    return _SHIPPED.joinpath("resources", *parts)


def translations() -> Path:
    """The folder with the compiled catalogues."""
    return _SHIPPED / "translations"


def data_dir() -> Path:
    """The user's own folder for CoachApp on this computer; whoever writes there first makes it."""
    home = Path.home()
    if sys.platform == "win32":
        folder = os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local"
    elif sys.platform == "darwin":
        folder = home / "Library" / "Application Support"
    else:
        folder = os.environ.get("XDG_DATA_HOME") or home / ".local" / "share"
    return Path(folder, "CoachApp")


def system_policy() -> Path:
    """Where who looks after this computer may lay rules for everyone who uses it."""
    if sys.platform == "win32":
        folder = Path(os.environ.get("PROGRAMDATA") or "C:/ProgramData", "CoachApp")
    elif sys.platform == "darwin":
        folder = Path("/Library/Application Support/CoachApp")
    else:
        folder = Path("/etc/coachapp")
    return folder / "policy.toml"
