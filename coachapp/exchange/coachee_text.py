"""Everything of a coach book about one person, to give to her: a text to read, in Markdown."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

from coachapp import formats
from coachapp.domain.coach_book.book import CoachBook, Coachee, Trajectory
from coachapp.domain.escaping import line, prose, within
from coachapp.exchange.markdown_blocks import heading
from coachapp.i18n import gettext as _


def text(book: CoachBook, coachee: Coachee) -> str:
    return "\n\n".join(_parts(book, coachee)) + "\n"


def _parts(book: CoachBook, coachee: Coachee) -> Iterator[str]:
    def hers(items: Iterable[Any]) -> list[Any]:
        return [item for item in items if item.coachee_id == coachee.id]

    yield f"# {line(coachee.alias)}"
    today = formats.long_date(dt.date.today())  # noqa: DTZ011 - the reader's day
    yield _("This is all that stood about you in your coach's own book on {date}.").format(date=today)
    yield _("This file is not encrypted. Anyone who has it can read it.")
    yield from filter(None, (prose(coachee.about),))
    yield from _next_talk(book, coachee)
    yield from heading("##", _("Trajectories"), hers(book.trajectories))
    for one in hers(book.trajectories):
        yield from _trajectory(one)
    yield from heading("##", _("To ask after"), hers(book.asks))
    yield from _list(_ask(one) for one in hers(book.asks))
    yield from heading("##", _("Working notes"), hers(book.notes))
    for one in sorted(hers(book.notes), key=lambda note: note.date):
        yield "### " + line(" · ".join(filter(None, (formats.day(one.date), one.conversation))) or _("Note"))
        yield prose(one.text)


def _next_talk(book: CoachBook, coachee: Coachee) -> Iterator[str]:
    own = [one for one in book.checks if one.coachee_id == coachee.id or one.id in coachee.checked]
    day = formats.day(coachee.next_on)
    if day or coachee.next_where or own:
        yield "## " + _("Next talk")
    yield from filter(None, (within(" · ".join(filter(None, (day, coachee.next_where)))),))
    yield from _list(one.text for one in own)


def _trajectory(one: Trajectory) -> Iterator[str]:
    yield "### " + line(one.title or _("Trajectory"))
    told = (
        (_("Talks agreed"), str(one.talks or "")),
        (_("Talks had"), str(one.held or "")),
        (_("From"), formats.day(one.begun_on)),
        (_("Until"), formats.day(one.ended_on)),
        (_("Keep until"), formats.day(one.keep_until)),
    )
    yield from _list(f"{label}: {said}" for label, said in told if said)
    yield from filter(None, (prose(one.contract),))


def _ask(one: Any) -> str:
    if not one.asked_on:
        return one.text
    return _("{agreement} (asked on {date})").format(agreement=one.text, date=formats.day(one.asked_on))


def _list(texts: Iterable[str]) -> Iterator[str]:
    yield from filter(None, ("\n".join(f"- {within(text)}" for text in texts),))
