"""The ways to prepare that menus and pages offer; what they show is imported when it is asked for."""

from functools import partial

from PySide6.QtWidgets import QWidget

from coachapp.domain import talking
from coachapp.i18n import gettext as _
from coachapp.ui.editor import Editor
from coachapp.ui.shared import listing


def prepare(editor: Editor, over: QWidget) -> None:
    """For the conversation that was begun, else for the next."""
    from coachapp.ui.preparing.dialog import PrepareDialog  # noqa: PLC0415

    begun = talking.unfinished(editor.portfolio)
    PrepareDialog(editor, begun.id if begun else "", over).open()


def sheet(editor: Editor, over: QWidget) -> None:
    """The preparation sheet, for which ReportLab would keep everybody waiting."""
    from coachapp.ui.papers.sheet import SheetDialog  # noqa: PLC0415

    dialog = SheetDialog(editor.portfolio, over)
    dialog.filled_in.connect(partial(_list, editor))
    dialog.open()


def _list(editor: Editor, name: str) -> None:
    listing.note(editor, "sheet", name, _("Activities, what I am proud of, my question"))
