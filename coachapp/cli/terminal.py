"""What is written to the terminal, and in which language."""

import io
import os
import sys
import unicodedata
from collections.abc import Mapping
from typing import Final

from coachapp import i18n

_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")


def language(environment: Mapping[str, str]) -> str:
    """The language this computer speaks, if we do too; else English."""
    said = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    return said[:2] if said[:2] in i18n.LANGUAGES else "en"


def prepare() -> None:
    """A terminal that lacks a sign shows a question mark, and the command goes on."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def say(text: str = "") -> None:
    print(printable(text))  # noqa: T201 - this is where it is done


def complain(text: str) -> None:
    """One line, whatever the text."""
    print("coachapp:", printable(" ".join(text.split())), file=sys.stderr)  # noqa: T201


def stop_talking() -> None:
    """Nobody reads any more; Python would complain about that once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def printable(text: str) -> str:
    """Without the signs that could steer the terminal or turn the order of letters around."""
    return "".join(c if c.isprintable() or c == "\n" else _instead(c) for c in text)


def _instead(character: str) -> str:
    """Nothing for what joins or turns letters, a space for other spaces, a sign for the rest."""
    category = unicodedata.category(character)
    return (
        ""
        if category == "Cf"
        else " "
        if category[0] == "Z" or character == "\t"
        else "\N{REPLACEMENT CHARACTER}"
    )
