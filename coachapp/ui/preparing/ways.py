"""The ways to prepare that menus and pages offer; what they show is imported when it is asked for."""

from PySide6.QtWidgets import QWidget

from coachapp.domain import talking
from coachapp.ui.editor import Editor


def prepare(editor: Editor, over: QWidget) -> None:
    """For the conversation that was begun, else for the next."""
    from coachapp.ui.preparing.dialog import PrepareDialog  # noqa: PLC0415

    begun = talking.unfinished(editor.portfolio)
    PrepareDialog(editor, begun.id if begun else "", over).open()


def sheet(editor: Editor, over: QWidget) -> None:
    """The preparation sheet, for which ReportLab would keep everybody waiting."""
    from coachapp.ui.papers.sheet import SheetDialog  # noqa: PLC0415

    SheetDialog(editor.portfolio, over).open()
