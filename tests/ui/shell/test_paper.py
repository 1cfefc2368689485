"""The paper that this person prints on."""

import pytest
from PySide6.QtCore import QLocale

from coachapp.ui import paper, settings
from coachapp.ui.settings import Settings


@pytest.mark.parametrize(
    ("locale", "name"),
    [
        ("nl_NL", "A4"),
        ("en_GB", "A4"),
        ("en_US", "Letter"),
        ("fr_CA", "Letter"),
        ("es_MX", "Letter"),
        ("C", "A4"),
    ],
)
def test_at_first_it_is_what_people_print_on_where_they_live(locale: str, name: str) -> None:
    assert paper.usual(QLocale(locale)).name == name


def test_what_was_chosen_is_remembered_on_this_computer() -> None:
    settings.write(Settings(paper="Letter"))
    assert paper.size().name == "Letter"
    settings.write(Settings(paper="papyrus"))
    assert paper.size() == paper.usual(QLocale.system())
