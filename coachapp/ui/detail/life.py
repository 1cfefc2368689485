"""How it went with an activity: what happened to it and its cards, day by day."""

from itertools import groupby
from operator import attrgetter

from PySide6.QtWidgets import QWidget

from coachapp import formats
from coachapp.domain import history, life
from coachapp.domain.history import Change
from coachapp.domain.life import Event
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.fold import Fold
from coachapp.ui.tasks import Task


class LifePart(Fold):
    """Read from the file once it is unfolded, beside the window's thread."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(_("How it went"), parent)
        self._editor = editor
        self._activity_id = ""
        self._turn = 0
        self._parts: list[QWidget] = []
        self.toggled.connect(self._refresh)

    def show_activity(self, activity_id: str) -> None:
        if activity_id != self._activity_id:
            self._show([])
        self._activity_id = activity_id
        self._refresh()

    def _refresh(self) -> None:
        past = self._editor.past
        if not (self.is_open and past and self._activity_id):
            return
        self._turn += 1
        turn, told, portfolio = self._turn, past.telling(), self._editor.portfolio
        activity_id = self._activity_id

        def work() -> tuple[int, tuple[Event, ...]]:
            changes: tuple[Change, ...] = told()
            ids = history.with_cards(changes, activity_id, portfolio.placements)
            return turn, life.events(history.life(changes, ids), portfolio.framework)

        task = Task(work)  # methods: Qt lets go of them with the widget, which it doesn't of a lambda
        task.done.connect(self._on_told)
        task.failed.connect(self._on_failed)
        task.start()

    def _on_told(self, both: tuple[int, tuple[Event, ...]]) -> None:
        turn, events = both
        if turn != self._turn:
            return
        parts = []
        for day, of_day in groupby(events, attrgetter("day")):
            parts += [labels.note(formats.day(day)), labels.text("\n".join(event.words for event in of_day))]
        self._show(parts or [labels.note(_("Nothing is kept of how it went."))])

    def _on_failed(self, error: CoachError) -> None:
        self._show([labels.note(error.text())])

    def _show(self, parts: list[QWidget]) -> None:
        for old in self._parts:
            old.hide()
            old.deleteLater()
        self._parts = parts
        for part in parts:
            self.body.addWidget(part)
