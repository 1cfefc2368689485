"""Coach books to test and to measure with; everybody in them is made up."""

from itertools import product

from coachapp.domain.coach_book import edits
from coachapp.domain.coach_book.book import (
    Ask,
    Check,
    CoachBook,
    Coachee,
    QuestionSet,
    Trajectory,
    WorkingNote,
    stamped,
)

FIRST = (
    *("Anouk", "Bas", "Cem", "Daan", "Esra", "Fleur", "Gijs", "Hanna", "Imane", "Joris"),
    *("Karim", "Lotte", "Mees", "Noor", "Olaf", "Puck", "Qadir", "Roos", "Sanne", "Timo"),
)
LAST = ("Arends", "Bos", "de Cock", "Dijk", "El Idrissi", "Faber", "van Gent", "Hendriks", "IJsbrand", "Jol")
TEXT = "Vertelde vooral over de leerlijn, en keek weg toen het over haar team ging. Vraag daar naar. "


def _id(number: int) -> str:
    return f"{number:032x}"


def empty() -> CoachBook:
    return _begun(CoachBook(_id(1)))


def small() -> CoachBook:
    """One coachee with something of everything, and another."""
    roos, bas = _id(10), _id(11)
    book = edits.add(
        Coachee(roos, "Roos D.", "Docent biologie, deeltijd", "2026-11-30", "10:30, lokaal 2.14", (_id(50),)),
        Coachee(bas, "Bas H."),
        Trajectory(
            _id(20),
            roos,
            "Najaar",
            5,
            2,
            "Vijf gesprekken.\nNiets naar de school.",
            "2026-09",
            "",
            "2026-10-01",
        ),
        WorkingNote(_id(30), roos, "Lijkt moe; vraag door.", "2026-11-02", "gesprek van 2 november"),
        WorkingNote(_id(31), bas, "Bas belt terug.", "2026-10-05"),
        Ask(_id(40), roos, "Sprak ze haar leidinggevende?"),
        Ask(_id(41), roos, "Boek over teamleren", "2026-09-01", "2026-11-02"),
        Check(_id(50), "Notities nalezen"),
        Check(_id(51), "Kamer zonder glas boeken", roos),
        QuestionSet(_id(60), "Over loslaten", "choose", ("Wat zou je nooit weggeven?", "En wat wel?")),
    )(empty())
    return _begun(book)


def many(coachees: int = 200, notes: int = 2000) -> CoachBook:
    """The book of a coach who has been at it for long."""
    names = [f"{first} {last}" for last, first in product(LAST, FIRST)][:coachees]
    people = [
        Coachee(_id(1000 + n), name, next_on=f"2026-{1 + n % 12:02}-{1 + n % 28:02}")
        for n, name in enumerate(names)
    ]
    return _begun(
        CoachBook(
            _id(1),
            tuple(people),
            tuple(Trajectory(_id(5000 + n), one.id, "", 5, n % 5) for n, one in enumerate(people)),
            tuple(
                WorkingNote(_id(10_000 + n), people[n % coachees].id, TEXT * 3, "2026-05-01")
                for n in range(notes)
            ),
            tuple(Ask(_id(50_000 + n), one.id, "Hoe ging het?") for n, one in enumerate(people)),
            (Check(_id(90_000), "Notities nalezen"),),
        )
    )


def _begun(book: CoachBook) -> CoachBook:
    """As a first session leaves it."""
    return stamped(book, book, "a1b2c3d4")
