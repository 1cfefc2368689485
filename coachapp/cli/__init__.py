"""The command line: CoachApp without a window, for institutes, scripts and tests.

Ends with 0 when done, 1 after a failure that is explained in one line, 2 when called wrongly. This
module is imported at each start, so it imports the rest only when a command is given.
"""

import os
import sys
from typing import Final

from coachapp import i18n
from coachapp.errors import CoachError

COMMANDS: Final = ("new", "import", "place", "show", "plan", "check", "pack")
INTERRUPTED: Final = 130
NOBODY_READS: Final = 141


def main(argv: list[str]) -> int:
    """Run one command; `argv` begins with its name."""
    from coachapp.cli import parser, terminal  # noqa: PLC0415

    i18n.use(terminal.language(os.environ))
    try:
        terminal.prepare()
        arguments = parser.parser().parse_args(argv)
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
