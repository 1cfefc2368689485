"""What was chosen comes out of the plan in the order of reading, and nothing of the rest does."""

import shutil
from pathlib import Path

import pytest

from coachapp.domain.for_reader import seen
from coachapp.domain.portfolio import Portfolio
from tests.report import picked
from tests.report.reading import DATE, bare

pytestmark = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is not installed")


@pytest.fixture(scope="module")
def portfolio() -> Portfolio:
    return picked.marked()


@pytest.fixture(scope="module")
def whole(portfolio: Portfolio, tmp_path_factory: pytest.TempPathFactory) -> str:
    return picked.told(portfolio, frozenset(), tmp_path_factory.mktemp("whole"))


def test_every_text_of_the_whole_plan_comes_out_in_one_piece(portfolio: Portfolio, whole: str) -> None:
    given = picked.texts(seen(portfolio, picked.ALL, DATE.isoformat()))
    missing = [text for text in given if bare(text) not in whole]
    assert missing == []


@pytest.mark.parametrize("number", range(6))
def test_what_is_left_out_is_nowhere_and_the_rest_keeps_its_order(
    portfolio: Portfolio, whole: str, number: int, tmp_path: Path
) -> None:
    faults = picked.faults(portfolio, whole, number, tmp_path)
    assert faults == []
