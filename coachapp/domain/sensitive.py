"""What in a text had better not leave: it points out what it knows the looks of, and can't find everything.

Addresses and numbers by their form, names that were listed, and words about health when they stand
beside a person, in Dutch and English. Years, hours and codes of schools are no such numbers.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE: Final = re.compile(
    r"(?<![\w+.,-])(?:(?:\+|00)[1-9]\d{0,2}[ -]?(?:\(0\)[ -]?)?\d(?:[ -]?\d){6,10}"
    r"|\(?0\d{1,3}\)?(?:[ -]?\d){6,8})(?![\w-]|[.,]\d)"
)
_NATIONAL: Final = 10  # digits of a phone number that has no country before it
_CITIZEN: Final = re.compile(
    r"(?<![\w.,-])(?:\d{9}|\d{3}([ .])\d{3}\1\d{3}|\d{4}\.\d{2}\.\d{3})(?![\w-]|[.,]\d)"
)
_WEIGHTS: Final = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_SENTENCE: Final = re.compile(r"[.!?;\n]+(?:\s|$)")
_WORD: Final = re.compile(r"[^\W_]+(?:[-'\u2019][^\W_]+)*")
_BETWEEN: Final = re.compile(r"[\s_.-]+")
_ANY_BETWEEN: Final = r"[\s_.-]*"  # as in SanneSmit.pdf
_NEAR: Final = 5  # words between a person and a word about health

_HEALTH: Final = re.compile(
    r"(?:ziek\w*|langdurig-ziek|burn-?outs?|overspannen\w*|depress\w+|angststoornis\w*|autis\w+|adhd|add|asperger"
    r"|dyslexi\w+|dyslectisch\w*|dyscalculie|epilep\w+|kanker|tumor\w*|chemo\w*|diabet\w+|suikerziekte|migraine"
    r"|hartinfarct\w*|beroerte|zwanger\w*|miskraam|verslaafd\w*|verslaving\w*|medicatie|medicijnen|therap\w+"
    r"|psychiat\w+|psycholoog|diagnos\w+|trauma\w*|ptss|ptsd|handicap\w*|anorexi\w+|long-?covid|reuma"
    r"|ill|illness\w*|sick|sickness|disease\w*|overworked|anxiety|cancer|stroke|pregnan\w+|miscarriage"
    r"|addict\w*|medication|disabled|disabilit\w+|dyslexic|dyscalculia|depression|rheumatism)",
    re.IGNORECASE,
)
_PERSON: Final = re.compile(
    r"(?:hij|zij|ze|hem|haar|he|she|him|her|his|iemand|somebody|someone"
    r"|leerlinge?|leerlingetje|student|pupil|kind|child|zoon|dochter|son|daughter|collega|colleague|docente?"
    r"|lerares|leraar|teacher|mentor|moeder|vader|mother|father|partner|man|vrouw|husband|wife"
    r"|teamleider|directeur|manager|mevrouw|meneer|mrs?|ms)",
    re.IGNORECASE,
)
_OWN: Final = re.compile(
    r"\b(?:ik (?:ben|was|heb|had|kreeg|werd)|i (?:am|was|have|had|got)|i['\u2019](?:m|ve)|mijn|my)\b",
    re.IGNORECASE,
)
_OWN_NEAR: Final = 3


class Found(NamedTuple):
    """`kind`: "email", "phone", "citizen", "name" or "health"; `words` as they stand in the text."""

    kind: str
    words: str


def found(text: str, names: Iterable[str] = ()) -> tuple[Found, ...]:
    """Each thing once, in the order of these kinds."""
    listed = [name for name in names if name.strip()]
    return tuple(dict.fromkeys((*_numbers(text), *_names(text, listed), *_health(text, listed))))


def _numbers(text: str) -> Iterator[Found]:
    yield from (Found("email", match.group()) for match in _EMAIL.finditer(text))
    citizens = [match.group() for match in _CITIZEN.finditer(text) if passes_eleven(match.group())]
    yield from (Found("phone", match.group()) for match in _PHONE.finditer(text) if _rings(match.group()))
    yield from (Found("citizen", number) for number in citizens)


def _rings(number: str) -> bool:
    digits = re.sub(r"\D", "", number)
    abroad = number.startswith("+") or re.match("00[1-9]", number)
    return bool(abroad) or len(digits) == _NATIONAL


def passes_eleven(number: str) -> bool:
    """Whether nine digits can be the number of a citizen: the eleven-test."""
    digits = [int(digit) for digit in number if digit.isdigit()]
    if len(digits) != len(_WEIGHTS) or not any(digits):
        return False
    return sum(digit * weight for digit, weight in zip(digits, _WEIGHTS, strict=True)) % 11 == 0


def _names(text: str, names: list[str]) -> Iterator[Found]:
    for name in names:
        if match := named(name).search(text):
            yield Found("name", match.group())


@lru_cache(256)
def named(name: str) -> "re.Pattern[str]":
    """The name as whole words, however it is spaced or written large, also in what a file is called.

    In Dutch an s behind it says whose something is ("Noors klas"); "dans" is no such thing of Dan.
    """
    ways = dict.fromkeys(unicodedata.normalize(form, name) for form in ("NFC", "NFD"))
    found = [pattern for way in ways for pattern in _patterns(way)]
    return re.compile("|".join(found))


def _patterns(name: str) -> Iterator[str]:
    words = _BETWEEN.sub(" ", name).split() or [name]
    first, rest = words[0][:1], _ANY_BETWEEN.join((re.escape(words[0][1:]), *map(re.escape, words[1:])))
    yield rf"(?<![^\W_])(?i:{re.escape(first)}{rest})(?![^\W_])"
    yield rf"(?<![^\W_]){re.escape(first.upper())}(?i:{rest})(?=s(?![^\W_]))"


def _health(text: str, names: list[str]) -> Iterator[Found]:
    for sentence in _SENTENCE.split(text):
        words = list(_WORD.finditer(sentence))
        ill = [at for at, word in enumerate(words) if _HEALTH.fullmatch(word.group())]
        if ill:
            people = list(_people(sentence, words, names))
            for at in ill:
                if any(first - near <= at <= last + near for first, last, near in people):
                    yield Found("health", words[at].group())


def _people(sentence: str, words: "list[re.Match[str]]", names: list[str]) -> Iterator[tuple[int, int, int]]:
    """First and last word of each who is told about, and how near is beside."""
    for at, word in enumerate(words):
        if _PERSON.fullmatch(word.group()):
            yield at, at, _NEAR
    for pattern, near in ((_OWN, _OWN_NEAR), *((named(name), _NEAR) for name in names)):
        for match in pattern.finditer(sentence):
            inside = [at for at, word in enumerate(words) if match.start() <= word.start() < match.end()]
            if inside:
                yield inside[0], inside[-1], near
