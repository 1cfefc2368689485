"""What lies beside an export, for whoever finds it in ten years."""

from collections.abc import Sequence

from coachapp import i18n
from coachapp.domain.portfolio import Portfolio
from coachapp.i18n import gettext as _


def text(portfolio: Portfolio, missing: Sequence[str] = ()) -> str:
    """In both languages, that of the portfolio first; lines end as any program wants them.

    `missing`: the names of the evidence that could not be taken along.
    """
    languages = sorted(i18n.LANGUAGES, key=lambda language: language != portfolio.language)
    return "\r\n".join(line for language in languages for line in _lines(portfolio, language, missing))


def _lines(portfolio: Portfolio, language: str, missing: Sequence[str]) -> tuple[str, ...]:
    with i18n.speaking(language):
        return (
            _("This is everything in the portfolio of {owner}, written by CoachApp.").format(
                owner=portfolio.owner
            ),
            "",
            _("IT IS NOT ENCRYPTED. Anyone who has these files can read them."),
            _("Keep them where only you can come, and remove them when you don't need them any more."),
            "",
            _("README.txt      this page"),
            _("portfolio.json  all that was typed, with history and what was removed; a text file in UTF-8"),
            _("evidence/       the files that were kept as evidence, as they were"),
            "",
            *_missing(missing),
            _("Any text editor opens portfolio.json. Its form is described with the program, in"),
            _("docs/portfolio.schema.json and docs/file-format.md."),
            "",
            _("CoachApp makes a portfolio of it again: open the zip file on its start page, or type"),
            "    coachapp restore EXPORT.zip -o PORTFOLIO.coach --passphrase-file P",
            "",
            "",
        )


def _missing(names: Sequence[str]) -> tuple[str, ...]:
    if not names:
        return ()
    words = _("NOT IN HERE, as the portfolio did not have their content, or had it damaged:")
    return (words, *(f"    {name}" for name in names), "")
