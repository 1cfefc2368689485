"""Passphrases are scored with Dutch words, within a moment, and refused by one rule."""

import time

import pytest
import zxcvbn

from coachapp.domain.policy import Policy
from coachapp.errors import CoachError, EmptyPassphrase
from coachapp.packs import strength
from coachapp.packs.faults import PassphraseRequired, WeakPassphrase

LAX = Policy(minimum_strength=0)


@pytest.mark.parametrize(
    ("passphrase", "score"),
    [("", 0), ("12345678", 0), ("welkom01", 1), ("zomer2026", 2), ("vier losse woorden samen", 4)],
)
def test_a_passphrase_has_a_score(passphrase: str, score: int) -> None:
    assert strength.of(passphrase).score == score


@pytest.mark.parametrize("word", ["verdedigd", "alessandra", "krankzinnige"])
def test_dutch_words_and_names_are_known_to_guessers(word: str) -> None:
    strength.of(word)
    (match,) = zxcvbn.zxcvbn(word)["sequence"]
    assert match.get("dictionary_name", "").startswith("dutch")


@pytest.mark.parametrize(
    ("passphrase", "hint"),
    [
        ("aaaaaaaa", "repeated"),
        ("qwertyuiop[", "Rows"),
        ("17-03-2011", "Years and dates"),
        ("alessandra", "Names"),
        ("monkey", "Many people choose this"),
        ("fiets", "Add a word or two"),
        ("vier losse woorden samen", ""),
    ],
)
def test_one_plain_hint_says_what_would_help(passphrase: str, hint: str) -> None:
    found = strength.of(passphrase).hint
    assert (hint in found) if hint else not found


@pytest.mark.parametrize("passphrase", ["x" * 4000, "aap noot mies wim zus jet " * 99, "\ud800é\u202e\0" * 9])
def test_no_passphrase_takes_long(passphrase: str) -> None:
    strength.of("first")
    begin = time.perf_counter()
    strength.of(passphrase)
    assert time.perf_counter() - begin < 0.1  # usually 5 ms


@pytest.mark.parametrize(
    ("passphrase", "policy", "error"),
    [
        (None, LAX, None),
        (None, Policy(encryption_required=True), PassphraseRequired),
        ("", LAX, EmptyPassphrase),
        ("q", LAX, None),
        ("12345678", Policy(), WeakPassphrase),
        ("kort", Policy(), None),
        ("welkom01", Policy(minimum_strength=2), WeakPassphrase),
        ("vier losse woorden samen", Policy(minimum_strength=4), None),
    ],
)
def test_only_what_the_rules_ask_is_asked(
    passphrase: str | None, policy: Policy, error: type[CoachError] | None
) -> None:
    if error is None:
        strength.check(passphrase, policy)
        return
    with pytest.raises(error) as refused:
        strength.check(passphrase, policy)
    assert "{" not in refused.value.text()
