"""Names and titles in other scripts are heard in their own language, in every paper, wherever they stand."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pikepdf
import pytest

from coachapp.domain.for_reader import Choice
from coachapp.domain.portfolio import Portfolio
from coachapp.packs import sample
from coachapp.report import deck, expertise, plan, preparation_sheet, recovery_sheet, summary
from coachapp.report.preparation import Preparation
from tests.report import heard
from tests.report.heard import Part
from tests.report.reading import DATE, bookmarks

# All made up.
ARABIC: Final = "مريم الأندلسي"
GREEK: Final = "Μαρία Παπαδοπούλου"
HEBREW: Final = "רות בן־דוד"
LETTERS: Final = {"ar": "[\u0621-\u064a]", "el": "[\u0370-\u03ff]", "he": "[\u05d0-\u05ea]"}
ALL: Final = Choice(hours=True, energy=True)


def named() -> Portfolio:
    """What a person can give a name has one in another script."""
    portfolio = sample.portfolio("nl")
    first, second, *others = portfolio.activities
    activities = (
        replace(first, title=f"{ARABIC} (2 havo)", description=f"Met {GREEK} en {HEBREW} naar buiten."),
        replace(second, title=f"Les met {HEBREW}"),
        *others,
    )
    return replace(
        portfolio,
        owner=ARABIC,
        coach=GREEK,
        question=HEBREW,
        activities=activities,
        goals=tuple(replace(goal, title=f"{goal.title} {GREEK}", why=ARABIC) for goal in portfolio.goals),
        ambitions=tuple(replace(one, title=HEBREW) for one in portfolio.ambitions),
        actions=tuple(replace(one, what=f"Naar {ARABIC}", support=GREEK) for one in portfolio.actions),
        agreements=tuple(replace(one, text=f"{GREEK} belt {ARABIC}.") for one in portfolio.agreements),
    )


def _sheet(_portfolio: Portfolio, path: Path) -> None:
    sheet = recovery_sheet.Sheet(("abandon",) * 24, f"{ARABIC}.coach", "0" * 32, DATE)
    recovery_sheet.write(sheet, path, language="nl")


def _preparation(_portfolio: Portfolio, path: Path) -> None:
    filled = Preparation((ARABIC, f"Les met {HEBREW}"), f"Trots op {GREEK}", ARABIC)
    preparation_sheet.write(path, language="nl", filled=filled)


def _form(write: Callable[..., object]) -> Callable[[Portfolio, Path], object]:
    return lambda portfolio, path: write(portfolio, path, language="nl", date=DATE, choice=ALL)


PAPERS: Final = {
    "plan": _form(plan.write),
    "summary": _form(summary.write),
    "expertise": _form(expertise.write),
    "deck": _form(deck.write),
    "recovery": _sheet,
    "preparation": _preparation,
}


def of_their_own(parts: list[Part]) -> Iterator[tuple[Part, str]]:
    """Each element with what it says itself, without what is said by those within it."""
    for at, part in enumerate(parts):
        text = part.text
        for other in parts[at + 1 :]:
            if other.level <= part.level:
                break
            if other.level == part.level + 1:
                text = text.replace(other.text, "", 1)
        yield part, text


@pytest.mark.parametrize("paper", PAPERS)
def test_whatever_is_in_another_script_is_heard_in_its_language(paper: str, tmp_path: Path) -> None:
    PAPERS[paper](named(), tmp_path / "paper.pdf")
    heard_in = dict.fromkeys(LETTERS, 0)
    for part, text in of_their_own(heard.parts(tmp_path / "paper.pdf")):
        for language, letters in LETTERS.items():
            if part.role != "Figure" and re.search(letters, text):
                heard_in[language] += 1
                assert part.language == language, f"{part.role}: {text}"
    assert heard_in["ar"]
    assert sum(heard_in.values()) > 1 or paper == "recovery"


def test_a_name_from_the_right_is_what_the_file_says_of_itself(tmp_path: Path) -> None:
    """As it is spoken, in the list of headings too."""
    path = tmp_path / "plan.pdf"
    PAPERS["plan"](named(), path)
    with pikepdf.open(path) as pdf, pdf.open_metadata() as told:
        assert str(pdf.docinfo["/Author"]) == ARABIC
        assert list(told["dc:creator"]) == [ARABIC]
        assert told["dc:title"] == f"Ontwikkelplan · {ARABIC}"
    titles = [title for _level, title, _page in bookmarks(path)]
    assert any(GREEK in title for title in titles)
