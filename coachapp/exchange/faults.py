"""What can be wrong with a list that a person wants to import; nothing is changed by it."""

from coachapp.errors import CoachError
from coachapp.i18n import gettext as _


class ListNotFound(CoachError):
    """`name`: the file that isn't there, or is a folder or a device."""

    def _template(self) -> str:
        return _("There is no file “{name}” here. Choose a list: an .xlsx, .csv, .tsv or .txt file.")


class ListNotReadable(CoachError):
    """`name`: a file that this computer doesn't let us read."""

    def _template(self) -> str:
        return _("“{name}” can't be read. It may be open in another program, or not be yours. Copy it first.")


class ListTooLarge(CoachError):
    """`limit`: the most megabytes of a list."""

    def _template(self) -> str:
        return _("This list is larger than {limit} MB. Import only the part you need.")


class TooManyLines(CoachError):
    """`limit`: the most lines of a list."""

    def _template(self) -> str:
        return _("This list has more than {limit} lines. Import only the part you need.")


class TooManyColumns(CoachError):
    """`count` columns where `limit` fit."""

    def _template(self) -> str:
        return _("This list has {count} columns; {limit} fit here. Remove the columns you don't need.")


class TooManyCells(CoachError):
    """`limit`: the most cells of one sheet."""

    def _template(self) -> str:
        return _("This sheet has more than {limit} cells. Import only the part you need.")


class CellTooLarge(CoachError):
    """A single cell holds a whole file, mostly by a quotation mark that never closes."""

    def _template(self) -> str:
        return _('One cell of this list is far too long. Look for a quotation mark (") too many.')


class EmptyList(CoachError):
    """Nothing but white space, or no bytes at all."""

    def _template(self) -> str:
        return _("There is nothing in this list. Check that it was saved, then try again.")


class DamagedList(CoachError):
    """A workbook of which a part is cut off or broken."""

    def _template(self) -> str:
        return _("This file is damaged or was copied only in part. Copy it again, or save it anew as .xlsx.")


class NotAList(CoachError):
    """Bytes that are no text and no workbook."""

    def _template(self) -> str:
        return _("There is no list in this file. Save the list as .xlsx or .csv and import that.")


class OldWorkbook(CoachError):
    """An .xls file, or an .xlsx file with a password: both begin alike."""

    def _template(self) -> str:
        return _(
            "This is an old Excel file (.xls) or one with a password. "
            "Open it in a spreadsheet program, save it as .xlsx without a password, and import that."
        )


class OtherWorkbook(CoachError):
    """A spreadsheet of another kind; `kind` is its ending, such as ".ods"."""

    def _template(self) -> str:
        return _(
            "A spreadsheet of the kind {kind} can't be read here. "
            "Open it in a spreadsheet program, save it as .xlsx, and import that."
        )


class OtherDocument(CoachError):
    """A document for reading; `kind` is its ending, such as ".docx" or ".pdf"."""

    def _template(self) -> str:
        return _(
            "A list can't be read from a {kind} file. Open it, copy the lines or the table, and paste them."
        )


class APortfolio(CoachError):
    """The file is one of our own."""

    def _template(self) -> str:
        return _("This is a portfolio, not a list. Open it from the start page.")
