"""The passphrase, or the words of a sheet, that a command was given in a file or on standard input."""

import sys
from argparse import Namespace
from pathlib import Path
from typing import Final

from coachapp.cli.faults import NoPassphraseFile, NotAPassphrase
from coachapp.cli.ruling import rules

_LONGEST: Final = 4096
_STANDARD_INPUT: Final = "-"


def read(source: str) -> str:
    """What stands there, without one final newline."""
    try:
        data = _read(source)
    except (OSError, ValueError) as error:
        raise NoPassphraseFile(name=source) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotAPassphrase(name=source) from error
    if len(data) > _LONGEST:
        raise NotAPassphrase(name=source)
    return text.removesuffix("\n").removesuffix("\r") if text.endswith("\n") else text


def _read(source: str) -> bytes:
    if source == _STANDARD_INPUT:
        return sys.stdin.buffer.read(_LONGEST + 1)
    with Path(source).open("rb") as file:
        return file.read(_LONGEST + 1)


def read_new(arguments: Namespace) -> str | None:
    """For a file that is to be made: one that is allowed here, or None where that may be."""
    from coachapp.packs import strength  # noqa: PLC0415

    words = None if arguments.no_passphrase else read(arguments.passphrase_file)
    strength.check(words, rules())
    return words
