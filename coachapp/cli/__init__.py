"""The command line: CoachApp without a window, for institutes, scripts and tests.

Ends with 0 when done, 1 after a failure that is explained in one line, 2 when called wrongly.
"""

import os
import sys
from typing import Final

from coachapp import i18n
from coachapp.errors import CoachError

COMMANDS: Final = (
    *("new", "import", "place", "show", "plan", "check", "rescue", "pack"),
    *("history", "merge", "evidence"),
    *("sheet", "passphrase"),
    *("backup", "backups", "erase"),
    *("export", "restore"),
)
INTERRUPTED: Final = 130
NOBODY_READS: Final = 141


def is_asked(argv: list[str]) -> bool:
    """Whether this is for the command line; the window takes a file, and "demo"."""
    if not argv or argv[0] == "demo":
        return False
    return argv[0] in COMMANDS or argv[0].startswith("-") or not _may_be_file(argv[0])


def _may_be_file(text: str) -> bool:
    """Also a portfolio that is no longer there: the window says so."""
    return text.lower().endswith(".coach") or os.path.lexists(text)


def without_screen() -> int:
    """Say that there is no window, and what there is."""
    from coachapp.cli import terminal  # noqa: PLC0415
    from coachapp.cli.faults import NoScreen  # noqa: PLC0415

    i18n.use(terminal.language(os.environ))
    terminal.prepare()
    terminal.complain(NoScreen(commands=", ".join(COMMANDS)).text())
    return 1


def main(argv: list[str]) -> int:
    """Run one command; `argv` begins with its name."""
    from coachapp.cli import opening, parser, terminal  # noqa: PLC0415

    i18n.use(terminal.language(os.environ))
    try:
        terminal.prepare()
        arguments = parser.parser().parse_args(argv)
        with opening.with_sheet(arguments):
            arguments.run(arguments)
        sys.stdout.flush()
    except CoachError as error:
        terminal.complain(error.text())
        return 1
    except SystemExit as usage:
        return int(usage.code or 0)
    except BrokenPipeError:
        terminal.stop_talking()
        return NOBODY_READS
    except OSError as error:
        terminal.complain(str(error))
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
    return 0
