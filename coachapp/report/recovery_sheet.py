"""Writes the recovery sheet: one page with the words that open a portfolio when its passphrase is lost."""

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coachapp import formats, i18n
from coachapp.i18n import gettext as _
from coachapp.report.paper import A4, Size
from coachapp.report.saving import save

if TYPE_CHECKING:
    from reportlab.platypus import Flowable


class Sheet(NamedTuple):
    """`words`: the file's key; `name`: the file's; `id`: the portfolio's."""

    words: tuple[str, ...]
    name: str
    id: str
    date: dt.date


def write(sheet: Sheet, path: Path, *, language: str, size: Size = A4) -> None:
    """Write it in this language, whole or not at all; only the writer can read it. Safe in any thread."""
    # ReportLab takes a while to import, so only who writes a sheet waits for it.
    from coachapp.report.page import Imprint, built  # noqa: PLC0415
    from coachapp.report.typesetting import Typesetter  # noqa: PLC0415

    with i18n.speaking(language):
        top = _("Keep this sheet apart from the file")
        imprint = Imprint(_("Recovery sheet"), sheet.name, language, top, size.sheet)
        content, _pages = built(list(_parts(sheet)), imprint, Typesetter(language))
    save(content, path)


def short(id: str) -> str:  # noqa: A002 - that is what it is
    """Enough of a portfolio's id to tell it from one's others."""
    return f"{id[-8:-4]}-{id[-4:]}"


def _parts(sheet: Sheet) -> Iterable["Flowable"]:
    from coachapp.report.code import WithCode  # noqa: PLC0415
    from coachapp.report.columns import Numbered  # noqa: PLC0415
    from coachapp.report.facts import Facts  # noqa: PLC0415
    from coachapp.report.rules import below_title, rule  # noqa: PLC0415
    from coachapp.report.style import NAME, TITLE  # noqa: PLC0415
    from coachapp.report.text import Heading, Text, Title  # noqa: PLC0415
    from coachapp.report.typesetting import Span  # noqa: PLC0415

    yield Title(Span(_("Recovery sheet"), bold=True), TITLE)
    yield Text(sheet.name, NAME)
    yield below_title()
    yield Facts([(_("File"), short(sheet.id)), (_("Date"), formats.long_date(sheet.date))])
    yield rule(0.5)
    for words in _about():
        yield Text(words)
    yield Heading(_("The 24 words"))
    yield Numbered(sheet.words)
    yield Heading(_("How to use them"))
    yield WithCode(" ".join(sheet.words).upper(), _("A QR code that holds the 24 words."), tuple(_how()))


def _about() -> tuple[str, ...]:
    return (
        _("With these words you open the portfolio when you have lost its passphrase."),
        _(
            "Without the passphrase and without this sheet nobody can open the file: "
            "not your school, and not the makers of CoachApp."
        ),
        _(
            "Whoever has this sheet and the file can read everything in it. "
            "Keep the sheet in a safe place, away from the file."
        ),
        _(
            "As soon as you change the passphrase, this sheet no longer opens the file. "
            "Destroy it then, and make a new one."
        ),
    )


def _how() -> tuple[str, ...]:
    return (
        _(
            "Open the file in CoachApp, choose “I lost the passphrase” and type the words. "
            "The first four letters of each are enough; capitals don't matter."
        ),
        _("The code holds the same words. Let only a device that you trust look at it."),
        _(
            "The words are the key itself (BIP-39, English list, 256 bits). "
            "The description of the file format tells how to open the file with them without CoachApp."
        ),
    )
