"""The coach book as its window's widgets meet it: an editor like that of a portfolio, of another value."""

from collections.abc import Callable
from functools import partial
from typing import Any, cast

from PySide6.QtCore import QObject

from coachapp.document import Document
from coachapp.domain.coach_book import edits
from coachapp.domain.coach_book.book import CoachBook, Item, stamped
from coachapp.domain.coach_book.edits import Edit
from coachapp.domain.portfolio import Portfolio
from coachapp.ui.editor import Editor


class BookEditor(Editor):
    def __init__(self, book: CoachBook, *, read_only: bool = False, parent: QObject | None = None) -> None:
        document = Document(book, stamp=stamped)
        super().__init__(cast(Document[Portfolio], document), read_only=read_only, parent=parent)

    @property
    def book(self) -> CoachBook:
        return cast(CoachBook, self.document.value)

    def ask(self, label: str, edit: Edit) -> bool:
        """Make one change of the book; `label` names it for undo."""
        return self.apply(label, cast(Any, edit))

    def forget_steps(self) -> None:
        """Nothing that was before can be brought back by undo."""
        self.document.forget_steps()
        self.changed.emit(self.book, self.book)


def changing(cls: type[Item]) -> Callable[..., Any]:
    """What a form of items of this kind does with a changed field."""
    return partial(edits.change, cls)
