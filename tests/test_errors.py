"""What a person reads when something could not be done."""

import pytest

from coachapp import errors
from coachapp.errors import CoachError

_FIELDS = {
    "limit": 3,
    "length": 4,
    "value": "{0}<b>",
    "field": "energy",
    "id": "1",
    "cell": "a/b",
    "title": "{x}",
}
_CLASSES = [cls for cls in CoachError.__subclasses__() if cls.__module__ == errors.__name__]


@pytest.mark.parametrize("cls", _CLASSES, ids=lambda cls: cls.__name__)
def test_every_failure_says_what_happened_and_what_to_do(cls: type[CoachError]) -> None:
    text = cls(**_FIELDS).text()
    assert text == str(cls(**_FIELDS))
    assert text[-1] == "."
    assert text.count(".") >= 2 or cls is errors.EmptyText


def test_what_was_typed_stands_in_the_message_as_it_is() -> None:
    assert "“{0}<b>”" in errors.NotADate(value="{0}<b>").text()


def test_one_goal_reads_otherwise_than_more() -> None:
    assert "1 goal at" in errors.TooManyGoals(limit=1).text()
    assert "3 goals at" in errors.TooManyGoals(limit=3).text()


def test_the_base_of_all_failures_says_nothing_itself() -> None:
    with pytest.raises(NotImplementedError):
        CoachError().text()
