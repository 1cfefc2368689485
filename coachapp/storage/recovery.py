"""The recovery sheet's words: the 32 bytes of a key as 24 words with a checksum (BIP-39, the English list).

Four letters of each word are enough. Numbers before the words are taken for the order of words that
were copied column by column.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from coachapp.storage import header
from coachapp.storage.faults import WrongPassphrase
from coachapp.storage.keys import Key
from coachapp.storage.sheet_faults import (
    ChecksumFails,
    NotEncrypted,
    UnknownWord,
    WrongNumberOfWords,
    WrongSheet,
)

if TYPE_CHECKING:
    from coachapp.storage.opened import OpenedFile

COUNT: Final = 24
_ENOUGH: Final = 4
_NUMBER_AND_WORD: Final = re.compile(r"(?:(\d+)[\W_]*)?([^\W\d_]+)")


def words(key: Key) -> tuple[str, ...]:
    """What the recovery sheet of this key says."""
    return tuple(_mnemonic().to_mnemonic(key.secret).split())


def words_of(file: "OpenedFile[Any]") -> tuple[str, ...]:
    """What the sheet of an open file says; raises NotEncrypted."""
    if file.key is None:
        raise NotEncrypted(name=file.path.name)
    return words(file.key)


def unlock(path: Path, text: str) -> Key:
    """The key of an existing file, from the words of its sheet; whether it fits shows when it is opened."""
    return Key(secret(text), header.read(path)[: header.SALT_LENGTH])


def secret(text: str) -> bytes:
    """What these words stand for; raises a CoachError that tells what is wrong with them."""
    found = _in_order(_NUMBER_AND_WORD.findall(text.lower()))
    typed = [_whole(word, at) for at, word in enumerate(found, 1)]
    if len(typed) != COUNT:
        raise WrongNumberOfWords(count=len(typed))
    try:
        return bytes(_mnemonic().to_entropy(typed))
    except ValueError:
        raise ChecksumFails from None


@contextmanager
def opening(path: Path) -> Iterator[None]:
    """A key from a sheet that doesn't fit is told as such: it is no passphrase that was mistyped."""
    try:
        yield
    except WrongPassphrase:
        raise WrongSheet(name=path.name) from None


def _in_order(found: list[tuple[str, str]]) -> list[str]:
    """By the numbers before the words, if there is each once."""
    by_number = {int(number): word for number, word in found if number.isascii() and number.isdigit()}
    if len(found) == COUNT and sorted(by_number) == list(range(1, COUNT + 1)):
        return [by_number[number] for number in range(1, COUNT + 1)]
    return [word for _number, word in found]


def _whole(typed: str, at: int) -> str:
    """The word of the list that is meant."""
    meant = _by_beginning().get(typed[:_ENOUGH], "")
    if meant == typed or (len(typed) >= _ENOUGH and meant.startswith(typed)):
        return meant
    raise UnknownWord(word=typed[:40], number=at)


@cache
def _by_beginning() -> dict[str, str]:
    return {word[:_ENOUGH]: word for word in _mnemonic().wordlist}


@cache
def _mnemonic():  # noqa: ANN202 - its type comes with the import
    from mnemonic import Mnemonic  # noqa: PLC0415 - only who has a sheet needs it

    return Mnemonic("english")
