"""The Plan page: choices to the left, what goes in to the right, and one button that writes."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from coachapp import i18n
from coachapp.domain.portfolio import Portfolio
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.report import plan
from coachapp.ui import asking, buttons, theme
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import labels
from coachapp.ui.notice import Notice
from coachapp.ui.plan.contents import Contents, parts
from coachapp.ui.plan.done import Done
from coachapp.ui.plan.options import Options
from coachapp.ui.plan.other_forms import Asked, OtherForms
from coachapp.ui.settings import Settings
from coachapp.ui.shared import listing
from coachapp.ui.tasks import Task

_WIDE = 130  # letters
_TWO_COLUMNS = 80


class PlanPage(QScrollArea):
    def __init__(self, editor: Editor, settings: Settings, parent: QWidget | None = None) -> None:  # noqa: ARG002
        super().__init__(parent)
        self._editor = editor
        self._shown: Portfolio | None = None
        self._options = Options(editor.portfolio.language)
        self._button = buttons.primary(_("Write the plan as PDF…"), self._ask_where)
        self._progress = labels.note(_("The plan is being written…"))
        self._problem, self._done = Notice(), Done()
        self.other_forms = OtherForms(editor, self._asked)
        self._contents = Contents()
        self._lay_out()
        self._options.changed.connect(self._say_contents)
        editor.changed.connect(self._on_changed)

    def write_to(self, path: Path) -> None:
        """Write the plan as chosen here; it goes on beside the window."""
        chosen = self._options
        work = partial(
            plan.write,
            self._editor.portfolio,
            path,
            language=chosen.language,
            date=chosen.date,
            choices=chosen.choices,
        )
        self._set_writing(on=True)
        task = Task(work)
        task.done.connect(self._on_done)
        task.failed.connect(self._on_failed)
        task.start()

    def state(self) -> object:
        """What to come back to when the page is made anew."""
        return self._options.language, self._options.choices

    def restore(self, state: object) -> None:
        if isinstance(state, tuple):
            language, choices = state
            self._options.show_language(language)
            self._options.show_choices(choices)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(theme.space(1.5))
        left.addWidget(labels.title(_("Development plan")))
        for part in (
            self._options,
            self._button,
            self._progress,
            self._problem,
            self._done,
            self.other_forms,
        ):
            left.addWidget(part)
        left.addStretch(1)
        content = QWidget()
        content.setMaximumWidth(_WIDE * self.fontMetrics().averageCharWidth())
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._columns.setContentsMargins(*(theme.space(2),) * 4)
        self._columns.setSpacing(theme.space(4))
        self._columns.addLayout(left, 2)
        self._columns.addWidget(self._contents, 3, Qt.AlignmentFlag.AlignTop)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._progress.hide()

    def _ask_where(self) -> None:
        with i18n.speaking(self._options.language):
            name = _("Development plan {date}").format(date=self._options.date.isoformat())
        asking.plan_to_write(self, asking.documents() / f"{name}.pdf", self.write_to)

    def _asked(self) -> Asked:
        chosen = self._options
        return Asked(self._editor.portfolio, chosen.language, chosen.date, chosen.choices, chosen.words)

    def _set_writing(self, *, on: bool) -> None:
        self._button.setEnabled(not on)
        self._progress.setVisible(on)
        if on:
            self._problem.hide()
            self._done.hide()

    def _on_done(self, written: plan.Written) -> None:
        self._set_writing(on=False)
        listing.note(self._editor, "plan", written.path.name, self._options.words)
        self._done.say(written)

    def _on_failed(self, error: CoachError) -> None:
        self._set_writing(on=False)
        self._problem.say(error.text())

    def _on_changed(self) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        if self._editor.portfolio is not self._shown:
            self._shown = self._editor.portfolio
            self._say_contents()

    def _say_contents(self) -> None:
        self._contents.show_parts(parts(self._editor.portfolio, self._options.choices))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column when there is no room for two."""
        super().resizeEvent(event)
        wide = event.size().width() > _TWO_COLUMNS * self.fontMetrics().averageCharWidth()
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(beside if wide else below)
