"""What a coach gives to the person her notes are about: all of it, as it was typed, and of nobody else."""

from dataclasses import replace

from markdown_it import MarkdownIt

from coachapp import i18n
from coachapp.domain.coach_book import edits
from coachapp.domain.coach_book.book import KINDS, CoachBook, Coachee, WorkingNote
from coachapp.exchange import coachee_text
from tests import coach_books

BOOK = coach_books.small()
ROOS, BAS = BOOK.coachees


def _read(book: CoachBook, coachee: Coachee) -> str:
    """What a reader sees of it, without its marks."""
    tokens = MarkdownIt("commonmark").parse(coachee_text.text(book, coachee))
    return "\n".join(_words(token) for token in tokens if token.type == "inline")


def _words(token: object) -> str:
    return "".join(part.content or "\n" for part in token.children or ())  # type: ignore[attr-defined]


def test_all_that_is_about_her_is_in_it() -> None:
    read = _read(BOOK, ROOS)
    for said in (
        *("Roos D.", "Docent biologie, deeltijd", "30 November 2026 · 10:30, lokaal 2.14"),
        *("Najaar", "Talks agreed: 5", "Talks had: 2", "Vijf gesprekken.", "Keep until: 1 October 2026"),
        *("Sprak ze haar leidinggevende?", "Boek over teamleren (asked on 2 November 2026)"),
        *("2 November 2026 · gesprek van 2 november", "Lijkt moe; vraag door."),
        *("Notities nalezen", "Kamer zonder glas boeken"),
        "This file is not encrypted.",
    ):
        assert said in read


def test_nothing_of_anybody_else_is_in_it() -> None:
    read = _read(BOOK, BAS)
    assert "Bas belt terug." in read
    hers = [i for kind in KINDS for i in getattr(BOOK, kind) if getattr(i, "coachee_id", "") == ROOS.id]
    texts = [
        text
        for one in (ROOS, *hers)
        for text in (getattr(one, "text", ""), getattr(one, "alias", ""))
        if text
    ]
    assert texts
    assert not [text for text in texts if text in read]
    assert "Wat zou je nooit weggeven?" not in read


def test_what_was_typed_is_never_markup() -> None:
    typed = "# Niet *goed*\n- <b>streep</b>\n\n    ver [weg](http://x)"
    book = edits.change(WorkingNote, (BOOK.notes[0].id,), text=typed)(BOOK)
    text = coachee_text.text(book, ROOS)
    html = MarkdownIt("commonmark").render(text)
    assert "<b>" not in html
    assert "<a " not in html
    assert "# Niet *goed*" in _read(book, ROOS)


def test_it_speaks_the_language_of_the_screen() -> None:
    i18n.use("nl")
    assert "## Werknotities" in coachee_text.text(BOOK, ROOS)
    bare = replace(BAS, alias="Kaal")
    assert coachee_text.text(CoachBook("1", (bare,)), bare).count("#") == 1
