"""One TOML file as a table, whatever is found under its name."""

import re
import stat
import tomllib
from pathlib import Path
from typing import Any, Final

from coachapp.i18n import gettext as _
from coachapp.packs.faults import Fault

FILE_LIMIT: Final = 256 * 1024
LINE_LIMIT: Final = 4000

_WHERE = re.compile(r" \(at (?P<line>line \d+), .*\)$")


def read(path: Path) -> dict[str, Any] | Fault:
    """The file's table, or the one thing that keeps it from being read."""
    try:
        data = _content(path)
        return data if isinstance(data, Fault) else _parsed(path.name, data.decode())
    except FileNotFoundError:
        return Fault(path.name, "", _("This file is needed, and it is not in the folder."))
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return Fault(path.name, f"line {line}", _("Text in UTF-8. Save the file as UTF-8."))
    except (OSError, ValueError) as error:
        return Fault(path.name, "", _("A file that can be read ({reason}).").format(reason=error))


def _content(path: Path) -> bytes | Fault:
    # A device or pipe could wait for ever, and an endless file could be read for ever.
    if not stat.S_ISREG(path.stat().st_mode):
        return Fault(path.name, "", _("An ordinary file, not a folder or a device."))
    with path.open("rb") as file:
        data = file.read(FILE_LIMIT + 1)
    if len(data) > FILE_LIMIT:
        return Fault(path.name, "", _("A file of at most {limit} KB.").format(limit=FILE_LIMIT // 1024))
    return data


def _parsed(name: str, text: str) -> dict[str, Any] | Fault:
    # Very long lines are the only ones that keep the parser busy for minutes.
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LINE_LIMIT:
            expected = _("A line of at most {limit} characters.").format(limit=LINE_LIMIT)
            return Fault(name, f"line {number}", expected)
    try:
        return tomllib.loads(text)
    except RecursionError:
        return Fault(name, "", _("Lists and tables that lie less deep in each other."))
    except ValueError as error:  # a TOMLDecodeError, or a number with thousands of digits
        where = _WHERE.search(str(error))
        reason = str(error)[: where.start()] if where else str(error)
        place = where["line"] if where else ""
        return Fault(name, place, _("Correct TOML ({reason}).").format(reason=reason))
