"""What can be typed after `coachapp`."""

import argparse
import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Final

from coachapp import __version__, i18n
from coachapp.cli import (
    backup_commands,
    commands,
    evidence_commands,
    export_commands,
    history_command,
    key_commands,
    merge_command,
    rescuing,
)
from coachapp.i18n import gettext as _

_YEARS: Final = range(1950, 2101)


def parser() -> argparse.ArgumentParser:
    """Its result has `run`, which takes that result."""
    whole = argparse.ArgumentParser(
        prog="coachapp",
        description=_("A board for teachers' work. Without a command, `coachapp [FILE]` opens the window."),
    )
    whole.add_argument("--version", action="version", version=f"CoachApp {__version__}")
    group = whole.add_subparsers(required=True, metavar=_("COMMAND"))
    keys, backups = (_sheet, _passphrase), (_backup, _backups, _erase)
    about = (_history, _evidence, _check, _rescue, _merge, _export, _restore, _pack)
    for add in (_new, _import, _place, _show, _plan, *about, *keys, *backups):
        add(group)
    return whole


def _command(
    group: "argparse._SubParsersAction", name: str, text: str, run: Callable
) -> argparse.ArgumentParser:
    command = group.add_parser(name, help=text, description=text, allow_abbrev=False)
    command.set_defaults(run=run)
    return command


def _opens_file(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", metavar="FILE", type=Path, help=_("the portfolio"))
    _takes_key(command)


def _takes_key(command: argparse.ArgumentParser) -> None:
    key = command.add_mutually_exclusive_group()
    _takes_passphrase(key)
    key.add_argument(
        "--recovery-file",
        metavar="P",
        help=_("a file with the 24 words of the recovery sheet; - reads them from standard input"),
    )


def _takes_passphrase(command: "argparse._ActionsContainer") -> None:
    command.add_argument(
        "--passphrase-file",
        metavar="P",
        help=_("a file with the passphrase; - reads it from standard input"),
    )


def _new(group: "argparse._SubParsersAction") -> None:
    command = _command(group, "new", _("make a portfolio"), commands.new)
    command.add_argument(
        "file", metavar="FILE", type=Path, help=_("the file to make; its name ends in .coach")
    )
    command.add_argument("--owner", required=True, metavar="NAME", help=_("the teacher's name or an alias"))
    command.add_argument(
        "--sector",
        action="append",
        default=[],
        metavar="ID",
        help=_("such as po, vo or mbo; may be repeated"),
    )
    command.add_argument("--language", choices=i18n.LANGUAGES, help=_("the portfolio's language"))
    locked = command.add_mutually_exclusive_group(required=True)
    _takes_passphrase(locked)
    locked.add_argument("--no-passphrase", action="store_true", help=_("anyone with the file can read it"))


def _import(group: "argparse._SubParsersAction") -> None:
    command = _command(
        group, "import", _("take activities from a list (.xlsx, .csv, .tsv, .txt)"), commands.import_list
    )
    _opens_file(command)
    command.add_argument("list", metavar="LIST", type=Path, help=_("the list"))
    command.add_argument(
        "--school-year",
        metavar="YEAR",
        type=_school_year,
        help=_("the year it begins, such as 2026, for months without a year"),
    )


def _place(group: "argparse._SubParsersAction") -> None:
    command = _command(group, "place", _("place an activity in a cell"), commands.place)
    _opens_file(command)
    command.add_argument(
        "activity", metavar="ACTIVITY", help=_("its id, or any part of a title that fits just one")
    )
    command.add_argument("cell", metavar="ROLE/LEVEL", help=_("such as leren/micro"))


def _show(group: "argparse._SubParsersAction") -> None:
    command = _command(group, "show", _("show the board as text"), commands.show)
    _opens_file(command)
    command.add_argument("--on", type=_date, metavar="YYYY-MM-DD", help=_("as it was at the end of this day"))
    command.add_argument(
        "--json", action="store_true", help=_("for other programs, with the ids of activities")
    )


def _plan(group: "argparse._SubParsersAction") -> None:
    command = _command(group, "plan", _("write the development plan as PDF"), commands.plan)
    _opens_file(command)
    command.add_argument(
        "-o", "--output", required=True, metavar="PDF", type=Path, help=_("the PDF to write")
    )
    command.add_argument("--language", choices=i18n.LANGUAGES, help=_("the plan's language"))
    command.add_argument(
        "--date",
        type=_date,
        metavar="YYYY-MM-DD",
        default=dt.date.today(),  # noqa: DTZ011
        help=_("the date on it; today if not given"),
    )


def _check(group: "argparse._SubParsersAction") -> None:
    _opens_file(_command(group, "check", _("look whether all is well with a portfolio"), commands.check))


def _backup(group: "argparse._SubParsersAction") -> None:
    command = _command(group, "backup", _("make a backup"), backup_commands.backup)
    _opens_file(command)
    command.add_argument(
        "-o", "--output", metavar="FOLDER", type=Path, help=_("where backups go, instead of the usual folder")
    )


def _backups(group: "argparse._SubParsersAction") -> None:
    _opens_file(_command(group, "backups", _("list the backups of a portfolio"), backup_commands.backups))


def _erase(group: "argparse._SubParsersAction") -> None:
    command = _command(
        group, "erase", _("remove a portfolio and its backups for good"), backup_commands.erase
    )
    _opens_file(command)
    command.add_argument("--owner", required=True, metavar="NAME", help=_("whose it is, to be sure"))


def _rescue(group: "argparse._SubParsersAction") -> None:
    words = _("read what can be read of a damaged portfolio into a new file")
    command = _command(group, "rescue", words, rescuing.rescue)
    _opens_file(command)
    command.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="NEW",
        type=Path,
        help=_("the file to make; it opens with the same passphrase"),
    )


def _history(group: "argparse._SubParsersAction") -> None:
    command = _command(group, "history", _("tell what was changed and when"), history_command.tell)
    _opens_file(command)
    command.add_argument(
        "--activity", metavar="ACTIVITY", help=_("tell the life of this one: its id or a part of its title")
    )


def _evidence(group: "argparse._SubParsersAction") -> None:
    evidence = group.add_parser("evidence", help=_("about files in a portfolio"), allow_abbrev=False)
    evidence.add_argument("file", metavar="FILE", type=Path, help=_("the portfolio"))
    ways = evidence.add_subparsers(required=True, metavar=_("COMMAND"))
    add = _command(ways, "add", _("copy a file in, with an activity"), evidence_commands.add)
    add.add_argument("path", metavar="PATH", type=Path, help=_("the file; it stays where it is"))
    add.add_argument(
        "--activity", required=True, metavar="ACTIVITY", help=_("its id, or a part of its title")
    )
    tell = _command(ways, "list", _("list the files, with their ids"), evidence_commands.tell)
    save = _command(ways, "save", _("write a file out as it was copied in"), evidence_commands.save)
    save.add_argument("id", metavar="ID", help=_("its id, or its name if no other file has that name"))
    save.add_argument("-o", "--output", required=True, metavar="PATH", type=Path, help=_("the file to make"))
    for command in (add, tell, save):
        _takes_key(command)


def _merge(group: "argparse._SubParsersAction") -> None:
    command = _command(
        group, "merge", _("join two copies of one portfolio in a new file"), merge_command.merge
    )
    _opens_file(command)
    command.add_argument("other", metavar="OTHER", type=Path, help=_("the other copy"))
    command.add_argument(
        "-o", "--output", required=True, metavar="RESULT", type=Path, help=_("the file to make")
    )
    command.add_argument(
        "--other-passphrase-file",
        metavar="P",
        help=_("a file with the passphrase of the other copy, if it has another one"),
    )


def _export(group: "argparse._SubParsersAction") -> None:
    command = _command(
        group, "export", _("write everything as plain files, not encrypted"), export_commands.export
    )
    _opens_file(command)
    command.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="PATH",
        type=Path,
        help=_("the file to write: .zip for everything, .md to read, .csv or .xlsx for a table"),
    )
    command.add_argument("--table", choices=("activities", "actions"), help=_("what the table holds"))


def _restore(group: "argparse._SubParsersAction") -> None:
    command = _command(group, "restore", _("make a portfolio of an export"), export_commands.restore)
    what = _("the export (.zip), the folder in which it was unpacked, or portfolio.json in there")
    command.add_argument("export", metavar="EXPORT", type=Path, help=what)
    command.add_argument(
        "-o", "--output", required=True, metavar="FILE", type=Path, help=_("the file to make")
    )
    locked = command.add_mutually_exclusive_group(required=True)
    _takes_passphrase(locked)
    locked.add_argument("--no-passphrase", action="store_true", help=_("anyone with the file can read it"))


def _pack(group: "argparse._SubParsersAction") -> None:
    pack = group.add_parser("pack", help=_("about framework packs"), allow_abbrev=False)
    check = _command(
        pack.add_subparsers(required=True, metavar=_("COMMAND")),
        "check",
        _("tell every fault of a framework pack"),
        commands.check_pack,
    )
    check.add_argument("path", metavar="PATH", type=Path, help=_("the pack's folder"))


def _sheet(group: "argparse._SubParsersAction") -> None:
    command = _command(
        group, "sheet", _("write the recovery sheet, which opens a portfolio too"), key_commands.sheet
    )
    _opens_file(command)
    command.add_argument(
        "-o", "--output", required=True, metavar="PDF", type=Path, help=_("the PDF to write")
    )
    command.add_argument("--language", choices=i18n.LANGUAGES, help=_("the sheet's language"))


def _passphrase(group: "argparse._SubParsersAction") -> None:
    command = _command(
        group, "passphrase", _("give a portfolio another passphrase"), key_commands.change_passphrase
    )
    _opens_file(command)
    command.add_argument(
        "--new-passphrase-file", required=True, metavar="P", help=_("a file with the new passphrase")
    )


def _date(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _school_year(text: str) -> int:
    if int(text) not in _YEARS:
        raise ValueError(text)
    return int(text)
