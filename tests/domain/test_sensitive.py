"""What is pointed out before a plan leaves, and what is left alone."""

import pytest

from coachapp.domain.sensitive import found, passes_eleven


def kinds(text: str, *names: str) -> list[str]:
    return [one.kind for one in found(text, names)]


@pytest.mark.parametrize("text", ["mail a.b+c@school.example.nl", "jan@example.org.", "(x_y@example.com)"])
def test_an_address_for_mail_is_found(text: str) -> None:
    assert kinds(text) == ["email"]


@pytest.mark.parametrize(
    "text",
    [
        "bel 06-12345678",
        "06 12 34 56 78",
        "0612345678",
        "tel. 030-1234567.",
        "(030) 123 45 67",
        "0299 123456",
        "+31 6 12345678",
        "0031 6 12345678",
        "+31 (0)30 123 45 67",
        "+44 20 7946 0958",
    ],
)
def test_a_phone_number_is_found(text: str) -> None:
    assert kinds(text) == ["phone"]


@pytest.mark.parametrize("text", ["111222333", "123456782", "BSN 1234.56.782", "123 456 782", "123.456.782."])
def test_what_passes_the_eleven_test_looks_like_the_number_of_a_citizen(text: str) -> None:
    assert kinds(text) == ["citizen"]


@pytest.mark.parametrize("number", ["123456789", "000000000", "12345678", "1234567820"])
def test_what_fails_the_eleven_test_is_left_alone(number: str) -> None:
    assert not passes_eleven(number)
    assert kinds(number) == []


@pytest.mark.parametrize(
    "text",
    [
        "schooljaar 2024-2025, daarna 2026",
        "2026-08-31 en 31-08-2026",
        "40 uur per jaar, 0,2 fte, 1.659 uur",
        "van 09:00 tot 17:30",
        "school 01AB en 23CD00",
        "van 01-02-2026 tot 03-04-2026",
        "lokaal 0.12, klas 4V2",
        "€ 1.250,00 uit 2.500.000",
        "ISBN 978-90-1234-567-8",
        "versie 3.11.2",
        "order A123456782",
        "@collega's",
    ],
)
def test_years_hours_and_codes_of_schools_are_no_such_numbers(text: str) -> None:
    assert kinds(text) == []


def test_a_listed_name_is_found_as_a_whole_word_however_it_is_written() -> None:
    assert kinds("met sanne  de VRIES gepraat", "Sanne de Vries") == ["name"]
    assert kinds("Jansens plan", "Jan") == []
    assert kinds("een plan", "", "  ") == []


@pytest.mark.parametrize(
    "text",
    [
        "Mijn collega heeft een burn-out.",
        "Zij is al maanden ziek",
        "De leerling heeft ADHD",
        "Ik heb een burn-out gehad",
        "mijn depressie",
        "The student was diagnosed with autism",
        "She is on medication",
        "I had cancer",
    ],
)
def test_a_word_about_health_beside_a_person_is_found(text: str) -> None:
    assert "health" in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Cursus dyslexie",
        "Workshop over autisme in de klas",
        "Lessen over de ziekte van de tulp",
        "Zij leidt de sectie. Cursus dyslexie volgen",
        "Training in ADHD for the whole school",
        "Ik geef een les over genetica en kanker",
    ],
)
def test_health_as_a_subject_is_left_alone(text: str) -> None:
    assert kinds(text) == []


def test_a_listed_name_is_a_person_too() -> None:
    assert kinds("Noor is ziek", "Noor") == ["name", "health"]


def test_each_thing_is_told_once_with_its_words() -> None:
    assert [one.words for one in found("a@b.nl en a@b.nl")] == ["a@b.nl"]


@pytest.mark.parametrize(
    "text",
    [
        *("Noors klas", "verslag_Noor.pdf", "NOOR's les", "Noor-les", "met noor."),
        *("Zoë_van_Dam_cv.pdf", "ZoëVanDam.docx", "zoë-van-dam@school.example", "Zoe\u0308 van Dams les"),
    ],
)
def test_a_name_is_found_as_it_is_written_in_texts_and_names_of_files(text: str) -> None:
    assert "name" in kinds(text, "noor", "zoë van dam")


@pytest.mark.parametrize("text", ["Zij dans graag", "Noord", "Honoor", "Noorst"])
def test_another_word_that_begins_or_ends_as_a_name_is_not_it(text: str) -> None:
    assert kinds(text, "Noor", "Dan", "-") == []
