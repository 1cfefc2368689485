"""The guide for the coach: one page to lay on the table."""

from pathlib import Path

import pytest

from coachapp.packs import default_framework
from coachapp.report.coach_guide import write
from tests.report.reading import in_one_line, pages

SAID = {
    "en": (
        "Ask only “Where?”",
        "What is never asked",
        "it would become an assessment",
        "may ask to read them",
    ),
    "nl": ("Vraag alleen “Waar?”", "Wat nooit wordt gevraagd", "een beoordeling", "vragen om ze te lezen"),
}


@pytest.mark.parametrize("language", SAID)
def test_one_page_tells_each_step_with_its_minutes_and_what_is_never_asked(
    tmp_path: Path, language: str
) -> None:
    framework = default_framework()
    write(framework, tmp_path / "guide.pdf", language=language)
    (page,) = pages(tmp_path / "guide.pdf")
    said = in_one_line(page)
    for step in framework.steps:
        assert f"{step.title.text(language)} {step.minutes} " in said
    for words in (*SAID[language], "F9", "F11", "Ctrl+L"):
        assert words in said
