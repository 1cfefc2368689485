"""Names for files on any computer, from names that anyone may have made up."""

import unicodedata
from typing import Final

_LONGEST: Final = 120  # bytes, so that a copy's name with something added still fits
_LONGEST_ENDING: Final = 12
_SEPARATORS: Final = set('/\\:*?"<>|')
_RESERVED: Final = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"
}


def safe_name(name: str) -> str:
    """A name that any file may have, that hides nothing and leads nowhere; "file" when nothing is left."""
    shown = "".join(_shown(character) for character in unicodedata.normalize("NFC", name))
    clean = " ".join(shown.split()).lstrip(". _-").rstrip(". ")
    if clean.partition(".")[0].strip().casefold() in _RESERVED:
        clean = f"_{clean}"
    return _short(clean) or "file"


def _shown(character: str) -> str:
    if character in _SEPARATORS:
        return "_"
    category = unicodedata.category(character)
    return " " if category.startswith("Z") else "" if category.startswith("C") else character


def _short(name: str) -> str:
    """Its beginning and its ending, such as ".pdf"."""
    if len(name.encode()) <= _LONGEST:
        return name
    stem, dot, ending = name.rpartition(".")
    if not stem or len(ending.encode()) > _LONGEST_ENDING:
        stem, dot, ending = name, "", ""
    room = _LONGEST - len((dot + ending).encode())
    return stem.encode()[:room].decode(errors="ignore").rstrip(". ") + dot + ending
