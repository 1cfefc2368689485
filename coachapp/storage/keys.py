"""From passphrase to key. Scheme 1; its parameters never change: see docs/adr/0004."""

import hmac
import os
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from coachapp.errors import EmptyPassphrase
from coachapp.storage import header
from coachapp.storage.faults import PassphraseNeeded, WrongPassphrase

_KIBIBYTES: Final = 64 * 1024
_ROUNDS: Final = 3
_LANES: Final = 4
_KEY_LENGTH: Final = 32


@dataclass(frozen=True, slots=True, repr=False)
class Key:
    """Opens one file; `salt` is the first 16 bytes of that file."""

    secret: bytes
    salt: bytes

    @property
    def literal(self) -> str:
        """As SQLCipher's `PRAGMA key` wants it."""
        return f"x'{self.secret.hex()}{self.salt.hex()}'"


def unlock(path: Path, passphrase: str) -> Key:
    """The key of an existing file; whether it fits shows when the file is opened. Takes about 0.2 s."""
    return derive(passphrase, header.read(path)[: header.SALT_LENGTH])


def fitting(path: Path, key: Key | None) -> Key | None:
    """The key that this file needs, which may be none."""
    if not header.sniff(path):
        return None
    if key is None:
        raise PassphraseNeeded(name=path.name)
    if key.salt != header.read(path)[: header.SALT_LENGTH]:
        raise WrongPassphrase(name=path.name)
    return key


def fresh(passphrase: str) -> Key:
    """A key for a new file."""
    salt = os.urandom(header.SALT_LENGTH)
    while header.is_of_another_kind(salt):
        salt = os.urandom(header.SALT_LENGTH)
    return derive(passphrase, salt)


def fits(key: Key, passphrase: str) -> bool:
    """Whether this passphrase makes this key; how long that takes tells nothing of the key."""
    return hmac.compare_digest(derive(passphrase, key.salt).secret, key.secret)


def derive(passphrase: str, salt: bytes) -> Key:
    from argon2 import Type  # noqa: PLC0415 - only who opens a file needs it
    from argon2.low_level import hash_secret_raw  # noqa: PLC0415

    if not passphrase:
        raise EmptyPassphrase
    # A lone surrogate, which only a program can type, must not end in a UnicodeEncodeError.
    secret = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
    return Key(hash_secret_raw(secret, salt, _ROUNDS, _KIBIBYTES, _LANES, _KEY_LENGTH, Type.ID), salt)
