"""Everything, or a table, written for other programs and readers. None of it is encrypted."""

from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, NamedTuple

from coachapp import i18n
from coachapp.domain.copies import Copy
from coachapp.domain.policy import Policy
from coachapp.exchange import archive
from coachapp.exchange.archive import Source, Told
from coachapp.exchange.export_faults import ExportsNotAllowed, InItsPlace, UnknownForm
from coachapp.i18n import gettext as _


class Table(StrEnum):
    ACTIVITIES = "activities"
    ACTIONS = "actions"


class Form(NamedTuple):
    """`table` is for .csv and .xlsx."""

    ending: str
    table: Table = Table.ACTIVITIES


def check_allowed(policy: Policy) -> None:
    if not policy.exports_allowed:
        raise ExportsNotAllowed


def form(path: Path, table: Table | None = None) -> Form:
    """Raises UnknownForm: a table needs .csv or .xlsx, the others need none."""
    ending = path.suffix.lower()
    if ending not in ((".csv", ".xlsx") if table else (".zip", ".md")):
        raise UnknownForm(name=path.name)
    return Form(ending, table or Table.ACTIVITIES)


def check_place(path: Path, form: Form) -> None:
    """A slip of the finger must not put an export in the place of a portfolio or another work."""
    try:
        with path.open("rb") as file:
            start = file.read(4)
    except OSError:
        return
    ours = {".zip": b"PK\3\4", ".xlsx": b"PK\3\4", ".csv": b"\xef\xbb\xbf", ".md": b"# "}
    if start and not start.startswith(ours[form.ending]):
        raise InItsPlace(name=path.name)


class Exported(NamedTuple):
    """Where it is, and the names of the evidence that could not be taken along."""

    path: Path
    missing: tuple[str, ...] = ()

    def text(self) -> str:
        said = _("Made “{name}”. It is not encrypted: anyone who has it can read it.")
        return said.format(name=self.path.name)

    def lost(self) -> str:
        """What is not in it; nothing is ""."""
        said = _("Not in it, as the content is damaged or was never here: {names}. Look in a backup.")
        return said.format(names=", ".join(f"“{name}”" for name in self.missing)) if self.missing else ""


def write(
    out: BinaryIO, form: Form, copy: Copy, source: Source, told: Told = lambda _done, _all: None
) -> tuple[str, ...]:
    """Its words are in the portfolio's language; gives the names of the evidence that is left out.

    Raises what reading evidence raises.
    """
    from coachapp.exchange import markdown, spreadsheets, tables  # noqa: PLC0415 - only when asked

    portfolio = copy.portfolio
    with i18n.speaking(portfolio.language):
        match form.ending:
            case ".zip":
                return archive.write(out, copy, source, told)
            case ".md":
                out.write(markdown.text(copy).encode())
            case ".csv":
                rows = tuple(tables.rows(portfolio, form.table))
                out.write(spreadsheets.as_csv(rows).encode("utf-8-sig"))
            case ".xlsx":
                title = _("Activities") if form.table == Table.ACTIVITIES else _("Actions")
                spreadsheets.write_xlsx(out, title, tuple(tables.rows(portfolio, form.table)))
    return ()
