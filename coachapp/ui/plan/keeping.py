"""A plan that was written is kept in the portfolio and listed, so that it can be given again exactly."""

from dataclasses import replace

from PySide6.QtCore import QObject

from coachapp.domain.portfolio import Shared
from coachapp.errors import CoachError
from coachapp.ui.editor import Editor
from coachapp.ui.evidence.ways import Taken
from coachapp.ui.shared import listing


class Keeping(QObject):
    """What can't be kept, as in a portfolio without a file, is listed all the same."""

    def __init__(self, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor

    def keep(self, left: Shared, content: bytes) -> None:
        shelf = self._editor.shelf
        if self._editor.read_only:
            return
        if shelf is None or shelf.file is None:
            listing.enter(self._editor, replace(left, size=len(content)))
            return
        file = shelf.file
        task = shelf.keep(left.name, content)
        task.done.connect(lambda taken: self._on_kept(left, taken, same=shelf.file is file))
        task.failed.connect(lambda error: self._on_failed(left, error))

    def _on_kept(self, left: Shared, taken: Taken, *, same: bool) -> None:
        """In another file, opened meanwhile, the bytes are not."""
        digest = taken.digest if same else ""
        listing.enter(self._editor, replace(left, digest=digest, size=taken.size))

    def _on_failed(self, left: Shared, _error: CoachError) -> None:
        listing.enter(self._editor, left)
