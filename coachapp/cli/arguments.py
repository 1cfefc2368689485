"""What several commands take: a portfolio, what opens it, a file to make, a language, a day."""

import argparse
import datetime as dt
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from coachapp import i18n
from coachapp.i18n import gettext as _

Group: TypeAlias = "argparse._SubParsersAction[ArgumentParser]"  # noqa: SLF001 - it has no public name


def command(group: Group, name: str, text: str, run: Callable[[Namespace], None]) -> ArgumentParser:
    made = group.add_parser(name, help=text, description=text, allow_abbrev=False)
    made.set_defaults(run=run)
    return made


def takes_file(made: ArgumentParser, text: str) -> None:
    made.add_argument("file", metavar="FILE", type=Path, help=text)


def opens_file(made: ArgumentParser) -> None:
    takes_file(made, _("the portfolio"))
    takes_key(made)


def takes_key(made: ArgumentParser) -> None:
    key = made.add_mutually_exclusive_group()
    _takes_passphrase(key)
    key.add_argument(
        "--recovery-file",
        metavar="P",
        help=_("a file with the 24 words of the recovery sheet; - reads them from standard input"),
    )


def takes_new_key(made: ArgumentParser) -> None:
    """With a passphrase, or expressly without one; `passphrases.read_new` reads it."""
    locked = made.add_mutually_exclusive_group(required=True)
    _takes_passphrase(locked)
    locked.add_argument("--no-passphrase", action="store_true", help=_("anyone with the file can read it"))


def _takes_passphrase(made: "argparse._ActionsContainer") -> None:
    made.add_argument(
        "--passphrase-file",
        metavar="P",
        help=_("a file with the passphrase; - reads it from standard input"),
    )


def makes_file(made: ArgumentParser, metavar: str, text: str) -> None:
    made.add_argument("-o", "--output", required=True, metavar=metavar, type=Path, help=text)


def takes_language(made: ArgumentParser, text: str) -> None:
    made.add_argument("--language", choices=i18n.LANGUAGES, help=text)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)
