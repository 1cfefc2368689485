"""What a portfolio keeps of an institute's look, whoever wrote the file."""

import json

import pytest

from coachapp.domain.look import LONGEST_FOOTER, LONGEST_LOGO, Look, contrast
from coachapp.domain.snapshot import from_json, to_json
from coachapp.domain.words import Words
from coachapp.packs import default_framework, sample
from tests import institute

SAYS = Words((("en", "a ring"),))


@pytest.mark.parametrize(
    ("colour", "ratio"),
    [("#FFFFFF", 1), ("#000000", 21), ("#777777", 4.48), ("#FF0000", 4.0), ("#0000FF", 8.59)],
)
def test_contrast_is_counted_as_in_the_guidelines(colour: str, ratio: float) -> None:
    assert contrast(colour) == pytest.approx(ratio, abs=0.01)


def test_a_look_comes_back_the_same_and_a_framework_without_one_tells_of_none() -> None:
    look = Look("AAAA", "#1F5F8B", ("goals", "what is to come"), SAYS, SAYS)
    framework = institute.dressed(sample.portfolio("en"), look).framework
    assert from_json(to_json(framework)) == framework
    assert "look" not in json.loads(to_json(default_framework()))


@pytest.mark.parametrize(
    "told",
    [
        {"accent": "#FFFF00"},
        {"accent": "red"},
        {"accent": "#1F5F8B; x"},
        {"logo": "AAAA"},  # says nothing to who can't see it
        {"logo_text": SAYS},
        {"logo": "A" * (LONGEST_LOGO + 1), "logo_text": SAYS},
    ],
)
def test_no_file_can_make_a_plan_hard_to_read_or_its_logo_huge(told: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        Look(**told)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["words " * 100_000, "a\0b", "a\ud800b", "two\nlines", " " * 3])
def test_no_file_can_make_the_texts_of_a_look_endless_or_impossible_to_print(text: str) -> None:
    words = Words((("en", "fine"), ("nl", text)))
    for told in ({"footer": words}, {"logo": "AAAA", "logo_text": words}):
        with pytest.raises(ValueError):
            Look(**told)  # type: ignore[arg-type]
    with pytest.raises(ValueError):
        Look(footer=Words((("en", "w" * (LONGEST_FOOTER + 1)),)))
