"""The button that writes the plan as PDF, and what came of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from coachapp import i18n
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.report import plan
from coachapp.ui import asking, buttons, theme
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import labels
from coachapp.ui.notice import Notice
from coachapp.ui.plan.done import Done
from coachapp.ui.plan.keeping import Keeping
from coachapp.ui.plan.other_forms import Asked
from coachapp.ui.plan.pausing import Pausing
from coachapp.ui.tasks import Task


class Writing(QWidget):
    """It goes on beside the window. `begun`: what was told of anything written before is over."""

    begun = Signal()

    def __init__(self, editor: Editor, asked: Callable[[], Asked], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked, self._keeping = asked, Keeping(editor, self)
        self.button = buttons.primary(_("Write the plan as PDF…"), self._ask_where)
        self._pausing = Pausing(self.button)
        self._progress = labels.note(_("The plan is being written…"))
        self._problem, self._done = Notice(), Done()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space())
        for part in (self.button, self._progress, self._problem, self._done):
            column.addWidget(part)
        self._progress.hide()

    def write_to(self, path: Path) -> None:
        """Write the plan as it is asked for now."""
        asked = self._asked()
        how = {"language": asked.language, "date": asked.date, "choice": asked.choice, "size": asked.size}
        self._set_writing(on=True)
        task = Task(partial(plan.write, asked.portfolio, path, **how))
        task.done.connect(lambda written: self._on_done(written, asked))
        task.failed.connect(self._on_failed)
        task.start()

    def fall_silent(self) -> None:
        """Tell no longer of what was written: large letters need the room."""
        self._problem.hide()
        self._done.hide()

    def _ask_where(self) -> None:
        asked = self._asked()
        with i18n.speaking(asked.language):
            name = _("Development plan {date}").format(date=asked.date.isoformat())
        asking.plan_to_write(self, asking.documents() / f"{name}.pdf", self.write_to)

    def _set_writing(self, *, on: bool) -> None:
        if on:
            self._pausing.begin()
        else:
            self._pausing.end()
        self._progress.setVisible(on)
        if on:
            self.fall_silent()
            self.begun.emit()

    def _on_done(self, written: plan.Written, asked: Asked) -> None:
        """What was written is listed, also when the page was left meanwhile."""
        self._keeping.keep(asked.left(written.path.name), written.content)
        if isValid(self):
            self._set_writing(on=False)
            self._done.say(written)

    def _on_failed(self, error: CoachError) -> None:
        self._set_writing(on=False)
        self._problem.say(error.text())
