"""The pages of a file, looked at without SQLite.

SQLCipher signs each page: HMAC-SHA512 over what is encrypted, with the page's number. That can be
checked without decrypting anything, so that one bad page doesn't hide the others.
"""

import hmac
from collections.abc import Iterator
from hashlib import pbkdf2_hmac
from itertools import islice
from pathlib import Path
from typing import Final

from coachapp.storage.keys import Key

SIZE: Final = 4096
_SALT: Final = 16
_MAC: Final = 64
_RESERVED: Final = 80
_MASK: Final = 0x3A
_ROUNDS: Final = 2


def damaged(path: Path, key: Key | None) -> tuple[int, ...]:
    """The numbers of pages that were changed; an unencrypted file has no signatures to tell by."""
    if key is None:
        return ()
    seal = Seal(key)
    return tuple(number for number, page in each(path) if not seal.holds(page, number))


def fits(path: Path, key: Key, most: int | None = None) -> bool:
    """Whether any page, or one of so many, was written with this key, also when the first is damaged."""
    seal = Seal(key)
    return any(seal.holds(page, number) for number, page in islice(each(path), most))


def each(path: Path) -> Iterator[tuple[int, bytes]]:
    """All pages with their numbers, from 1."""
    with path.open("rb") as file:
        yield from enumerate(iter(lambda: file.read(SIZE), b""), start=1)


class Seal:
    """Signs pages as SQLCipher does."""

    def __init__(self, key: Key) -> None:
        salt = bytes(byte ^ _MASK for byte in key.salt)
        self._secret = pbkdf2_hmac("sha512", key.secret, salt, _ROUNDS, len(key.secret))

    def holds(self, page: bytes, number: int) -> bool:
        return len(page) == SIZE and hmac.compare_digest(self._made(page, number), page[-_MAC:])

    def moved(self, page: bytes, number: int) -> bytes:
        """The page as it would be under another number."""
        return page[:-_MAC] + self._made(page, number)

    def resized(self, first: bytes, before: int, after: int) -> bytes:
        """The first page, telling another number of pages.

        It stands in the first block that is encrypted. Under CBC, a bit that changes in the page's random
        start value changes there too, and nowhere else.
        """
        start = bytearray(first[-_RESERVED:-_MAC])
        start[12:16] = (int.from_bytes(start[12:16]) ^ before ^ after).to_bytes(4)
        return self.moved(first[:-_RESERVED] + start + first[-_MAC:], 1)

    def _made(self, page: bytes, number: int) -> bytes:
        signed = page[_SALT if number == 1 else 0 : -_MAC]  # the salt stands before the first page's content
        return hmac.digest(self._secret, signed + number.to_bytes(4, "little"), "sha512")
