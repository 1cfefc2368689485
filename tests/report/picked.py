"""Portfolios in which each text is like no other, plans of random items of them, and what such plans tell."""

import random
import subprocess
from dataclasses import replace
from itertools import count, pairwise
from pathlib import Path

from coachapp.domain.for_reader import CHOSEN_BY_ITEM, Choice, seen
from coachapp.domain.portfolio import Portfolio
from coachapp.packs import sample
from tests import portfolios
from tests.report.reading import DATE, bare, written

ALL = Choice(energy=True, hours=True, stories=True)
_TEXTS = {
    "activities": ("title", "description"),
    "notes": ("text",),
    "reflections": ("text",),
    "ambitions": ("title",),
    "goals": ("title", "why", "noticed", "outcome"),
    "actions": ("what", "support", "outcome"),
    "evidence": ("name", "note"),
    "agreements": ("text", "outcome"),
}
# Words that are cut at the end of a line, at a hyphen, anywhere, and that go right to left.
_WORDS = (
    *("kwaliteitszorgmedewerkers", "ontwikkelingsgerichtheid", "team-natuur-en-techniek", "Ελένη"),
    *("https://voorbeeld.example/pad/naar/iets", "Aansprakelijkheidswaardevaststellingsveranderingen"),
    *("leren", "klas", "samen", "over", "jaar"),
)


def marked() -> Portfolio:
    """The sample, with other words; what was empty stays so."""
    portfolio = portfolios.with_files(sample.portfolio("nl"))
    chance, numbers, kinds = random.Random(1), count(1000), {}
    for kind, names in _TEXTS.items():
        kinds[kind] = tuple(
            replace(item, **{n: _text(chance, f"{n}{next(numbers)}x") for n in names if getattr(item, n)})
            for item in getattr(portfolio, kind)
        )
    return replace(portfolio, **kinds)


def _text(chance: random.Random, first: str) -> str:
    """One to six words; no other text begins as it does."""
    words = chance.choices(_WORDS, k=chance.choice((0, 1, 3, 5)))
    return " ".join((first, *words))


def texts(portfolio: Portfolio) -> dict[str, str]:
    """Each text, with the id of its item."""
    return {
        str(getattr(item, name)): item.id
        for kind, names in _TEXTS.items()
        for item in getattr(portfolio, kind)
        for name in names
        if getattr(item, name)
    }


def left_out(portfolio: Portfolio, number: int) -> frozenset[str]:
    """The same number gives the same items."""
    chance = random.Random(number)
    items = [item.id for kind in CHOSEN_BY_ITEM for item in getattr(portfolio, kind)]
    return frozenset(each for each in items if chance.random() < 0.35)


def told(portfolio: Portfolio, out: frozenset[str], folder: Path) -> str:
    """The plan without these items as poppler reads it, without its spaces."""
    choice = replace(ALL, left_out=out)
    path = written(seen(portfolio, choice, DATE.isoformat()), folder, "nl", choice).path
    command = ["pdftotext", "-raw", str(path), "-"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return bare(done.stdout)


def faults(portfolio: Portfolio, whole: str, number: int, folder: Path) -> list[str]:
    """What is missing, told though it was left out, or not where it stands in the whole plan."""
    out = left_out(portfolio, number)
    plan = told(portfolio, out, folder)
    given = seen(portfolio, replace(ALL, left_out=out), DATE.isoformat())
    missing = [f"missing: {text}" for text in texts(given) if bare(text) not in plan]
    secret = [
        f"told: {text}" for text, item in texts(portfolio).items() if item in out and bare(text) in plan
    ]
    return [*missing, *secret, *_moved(_same(portfolio, given), whole, plan)]


def _same(portfolio: Portfolio, given: Portfolio) -> list[str]:
    """How texts begin of what still belongs to what it belonged to, and isn't put in groups of its own."""
    before = seen(portfolio, ALL, DATE.isoformat())
    kinds = (kind for kind in _TEXTS if kind not in ("evidence", "agreements"))
    known = {item.id for kind in kinds for item in getattr(given, kind) if item in getattr(before, kind)}
    return [text.split()[0] for text, item in texts(given).items() if item in known]


def _moved(words: list[str], whole: str, plan: str) -> list[str]:
    places = sorted((whole.find(word), plan.find(word), word) for word in words)
    return [f"moved: {after[2]}" for before, after in pairwise(places) if after[1] < before[1]]
