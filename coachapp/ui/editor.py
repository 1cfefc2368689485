"""The document as the window's widgets meet it: signals out, changes in."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from coachapp.document import Document
from coachapp.domain.edits import Edit
from coachapp.domain.portfolio import Portfolio
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _

if TYPE_CHECKING:
    from coachapp.ui.along.actions import AlongActions
    from coachapp.ui.evidence.shelf import Shelf
    from coachapp.ui.history.actions import HistoryActions
    from coachapp.ui.shared.sharing import Sharing


class OwnQuestions(Protocol):
    """A set of questions of the coach's own; `step`: the id of the step they are for, or of none."""

    @property
    def title(self) -> str: ...

    @property
    def step(self) -> str: ...

    @property
    def questions(self) -> tuple[str, ...]: ...


class Editor(QObject):
    """`changed(before, after)` follows each change; `failed(text)` each change that can't be made.

    `shelf` is about the files in the portfolio, where there is one that can hold them.
    `past` is about the history of the portfolio, in a window where there is one; so are `along`, about
    taking it along on a stick, and `sharing`, about copies of chosen parts.
    `own_questions()`: the sets of the coach whose own book is open beside it; mostly none.
    """

    changed = Signal(object, object)
    failed = Signal(str)

    def __init__(
        self, document: Document[Portfolio], *, read_only: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.document = document
        self.read_only = read_only
        self.shelf: Shelf | None = None
        self.past: HistoryActions | None = None
        self.own_questions: Callable[[], Sequence[OwnQuestions]] = tuple
        self.along: AlongActions | None = None
        self.sharing: Sharing | None = None
        document.on_change(self.changed.emit)

    @property
    def portfolio(self) -> Portfolio:
        return self.document.portfolio

    def apply(self, label: str, edit: Edit, merge: str | None = None) -> bool:
        """Make one change; `label` names it for undo, such as "Place “MR-lid”"."""
        if self.read_only:
            self.failed.emit(_("This portfolio is open to look at only. Nothing was changed."))
            return False
        try:
            self.document.apply(label, edit, merge)
        except CoachError as error:
            self.failed.emit(error.text())
            return False
        return True

    def undo(self) -> None:
        self.document.undo()

    def redo(self) -> None:
        self.document.redo()
