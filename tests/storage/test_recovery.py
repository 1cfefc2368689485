"""The words of a recovery sheet open the file, however they are typed; each mistake has its own message."""

import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from coachapp.errors import CoachError
from coachapp.storage import keys, recovery
from coachapp.storage.file import PortfolioFile, create, open_file
from coachapp.storage.keys import Key
from coachapp.storage.sheet_faults import ChecksumFails, UnknownWord, WrongNumberOfWords, WrongSheet
from tests import portfolios

KEY = Key(bytes(range(32)), bytes(16))
WORDS = recovery.words(KEY)


def numbered(order: list[int]) -> str:
    return "\n".join(f"{number}. {WORDS[number - 1]}" for number in order)


def by_rows() -> list[int]:
    """The numbers of a sheet of three columns, when it is copied row by row."""
    return [column * 8 + row for row in range(1, 9) for column in range(3)]


def test_the_words_are_those_of_bip_39() -> None:
    zeros = Key(bytes(32), bytes(16))
    assert recovery.words(zeros) == ("abandon",) * 23 + ("art",)


@pytest.mark.parametrize(
    "typed",
    [
        " ".join(WORDS),
        "\n".join(WORDS).upper(),
        numbered(list(range(1, 25))),
        numbered(by_rows()),
        numbered(by_rows()).replace("\n", "  ").replace(".", ")"),
        " ".join(word[:4] for word in WORDS),
        "\ufeff\r\n".join(f"{word},\t" for word in WORDS),
    ],
)
def test_however_they_are_typed_the_words_give_the_key(typed: str) -> None:
    assert recovery.secret(typed) == KEY.secret


def test_every_key_comes_back_from_its_words() -> None:
    for _ in range(200):
        secret = os.urandom(32)
        assert recovery.secret(" ".join(recovery.words(Key(secret, b"")))) == secret


@pytest.mark.parametrize(
    ("typed", "error", "says"),
    [
        ("", WrongNumberOfWords, "0 words here"),
        (" ".join(WORDS[:-1]), WrongNumberOfWords, "23 words here"),
        (" ".join((*WORDS, "zoo")), WrongNumberOfWords, "25 words here"),
        (" ".join((*WORDS[:4], "fiets", *WORDS[5:])), UnknownWord, "Word 5, “fiets”"),
        (" ".join((*WORDS[:4], WORDS[4] + "x", *WORDS[5:])), UnknownWord, "Word 5"),
        (" ".join((*WORDS[:4], WORDS[4][:2], *WORDS[5:])), UnknownWord, "Word 5"),
        (numbered(by_rows()).replace(WORDS[6], "fiets"), UnknownWord, "Word 7, “fiets”"),
        (" ".join((WORDS[1], WORDS[0], *WORDS[2:])), ChecksumFails, "don't belong together"),
    ],
)
def test_each_mistake_is_told(typed: str, error: type[CoachError], says: str) -> None:
    with pytest.raises(error) as told:
        recovery.secret(typed)
    assert says in told.value.text()


def test_the_sheet_opens_the_file_without_the_passphrase(path: Path) -> None:
    portfolio = portfolios.many(3)
    with closing(create(path, portfolio, "vier losse woorden samen")) as made:
        assert made.key
        words = " ".join(recovery.words(made.key))
    with closing(open_file(path, recovery.unlock(path, words))) as found:
        assert found.portfolio == portfolio


def test_the_sheet_of_another_portfolio_is_told_as_such(path: Path) -> None:
    create(path, portfolios.empty(), "vier losse woorden samen").close()
    with pytest.raises(WrongSheet) as told, recovery.opening(path):
        open_file(path, recovery.unlock(path, " ".join(WORDS)))
    assert "belongs to another portfolio" in told.value.text()


@pytest.mark.parametrize("key", ["encrypted"], indirect=True)
def test_no_key_is_ever_shown(made: Callable[..., PortfolioFile], real_key: Key) -> None:
    with closing(made(portfolios.empty())) as opened:
        assert opened.key == keys.Key(real_key.secret, real_key.salt)
        assert real_key.secret.hex() not in repr(opened.key) + repr(vars(opened))
