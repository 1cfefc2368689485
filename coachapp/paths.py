"""Where the program's own files and the user's data live."""

from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent


def resource(*parts: str) -> Path:
    """A file or folder that comes with the program."""
    return _ROOT.joinpath("resources", *parts)


def translations() -> Path:
    """The folder with the compiled catalogues."""
    return _ROOT / "translations"
