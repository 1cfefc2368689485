"""The Plan page: who reads it and what goes in to the left, the very pages to the right."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from coachapp import i18n
from coachapp.domain.for_reader import Choice, seen, starting_point
from coachapp.domain.portfolio import Portfolio
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.report import plan
from coachapp.ui import asking, buttons, theme
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.following import FollowingScrollArea
from coachapp.ui.notice import Notice
from coachapp.ui.plan.contents import Contents
from coachapp.ui.plan.done import Done
from coachapp.ui.plan.keeping import Keeping
from coachapp.ui.plan.options import Options, reader_word
from coachapp.ui.plan.other_forms import Asked, OtherForms
from coachapp.ui.plan.preview import Preview
from coachapp.ui.settings import Settings
from coachapp.ui.shared.words import counts
from coachapp.ui.tasks import Task

_TWO_COLUMNS = 96  # letters
_LINES = 30  # of the pages, when they stand below


class PlanPage(QWidget):
    """What is chosen for each reader is remembered as long as the portfolio is open."""

    def __init__(self, editor: Editor, settings: Settings, parent: QWidget | None = None) -> None:  # noqa: ARG002
        super().__init__(parent)
        self._editor = editor
        self._shown: Portfolio | None = None
        self._reader, self._picked = "coach", dict[str, Choice]()
        self._options, self.contents = Options(editor.portfolio.language), Contents()
        self.preview = Preview()
        self._keeping = Keeping(editor, self)
        self._button = buttons.primary(_("Write the plan as PDF…"), self._ask_where)
        self._progress = labels.note(_("The plan is being written…"))
        self._warning = labels.complaint()
        self._problem, self._done = Notice(), Done()
        self.other_forms = OtherForms(editor, self._asked)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show_pages)
        self._lay_out()
        self._show_reader()
        self._options.reader_chosen.connect(self._on_reader)
        self._options.changed.connect(self._soon.start)
        self.contents.changed.connect(self._soon.start)
        editor.changed.connect(self._on_changed)

    def be_ready(self) -> None:
        """So that Enter writes what is chosen already."""
        self._button.setFocus()

    def write_to(self, path: Path) -> None:
        """Write the plan as chosen here; it goes on beside the window."""
        asked = self._asked()
        work = partial(
            plan.write,
            asked.portfolio,
            path,
            language=asked.language,
            date=asked.date,
            choice=asked.choice,
        )
        self._set_writing(on=True)
        task = Task(work)
        task.done.connect(lambda written: self._on_done(written, asked))
        task.failed.connect(self._on_failed)
        task.start()

    def state(self) -> object:
        """What to come back to when the page is made anew."""
        return self._reader, {**self._picked, self._reader: self._now()}, self._options.state()

    def restore(self, state: object) -> None:
        if isinstance(state, tuple):
            self._reader, self._picked, options = state
            self._options.restore(options)
            self._show_reader()

    def _now(self) -> Choice:
        return replace(self._options.choice(self.contents.left_out), reader=self._reader)

    def _reader_name(self) -> str:
        coach = self._editor.portfolio.coach if self._reader == "coach" else ""
        return coach or reader_word(self._reader)

    def _on_reader(self, reader: str) -> None:
        self._picked[self._reader] = self._now()
        self._reader = reader
        self._show_reader()

    def _show_reader(self) -> None:
        """What was chosen for this reader, else where to start from."""
        portfolio = self._editor.portfolio
        choice = self._picked.get(self._reader) or starting_point(self._reader)
        self._shown = portfolio
        self._options.readers.show_value(self._reader)
        self._options.show_choice(choice)
        self.contents.show_parts(portfolio, choice.left_out)
        self._soon.start()

    def _show_pages(self) -> None:
        """The plan as it would be now, and what in it had better be looked at."""
        if not self.isVisible():
            return
        choice, language, date = self._now(), self._options.language, self._options.date
        given = seen(self._editor.portfolio, choice, date.isoformat())
        lines = self.contents.warn(given, self._options.listed)
        self._warning.setVisible(bool(lines))
        make = partial(plan.made, given, language=language, date=date, choice=choice)
        self.preview.show_plan(lambda: make().content)

    def _ask_where(self) -> None:
        self._options.commit()
        with i18n.speaking(self._options.language):
            name = _("Development plan {date}").format(date=self._options.date.isoformat())
        asking.plan_to_write(self, asking.documents() / f"{name}.pdf", self.write_to)

    def _asked(self) -> Asked:
        self._options.commit()
        choice, chosen = self._now(), self._options
        given = seen(self._editor.portfolio, choice, chosen.date.isoformat())
        told = counts(replace(given, conversations=()))  # of which it knows the days only
        words = ", ".join(filter(None, (told, chosen.words)))
        return Asked(given, chosen.language, chosen.date, choice, words, self._reader_name())

    def _set_writing(self, *, on: bool) -> None:
        self._button.setEnabled(not on)
        self._progress.setVisible(on)
        if on:
            self._problem.hide()
            self._done.hide()

    def _on_done(self, written: plan.Written, asked: Asked) -> None:
        """What was written is listed, also when the page was left meanwhile."""
        self._keeping.keep(asked.left(written.path.name), written.content)
        if isValid(self):
            self._set_writing(on=False)
            self._done.say(written)

    def _on_failed(self, error: CoachError) -> None:
        self._set_writing(on=False)
        self._problem.say(error.text())

    def _on_changed(self) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        portfolio = self._editor.portfolio
        if portfolio is not self._shown:
            now = self._now()
            self._shown = portfolio
            self.contents.show_parts(portfolio, now.left_out)
        self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _lay_out(self) -> None:
        about = _(
            "This looks at addresses, numbers, names and health. It can't find everything: read it yourself."
        )
        self._warning.setText(_("Look at the lines with ⚠ before this plan leaves."))
        inner = QWidget()
        left = QVBoxLayout(inner)
        left.setContentsMargins(0, 0, theme.space(), 0)
        left.setSpacing(theme.space(1.5))
        left.addWidget(labels.title(_("Development plan")))
        left.addWidget(labels.note(_("For whom")))
        left.addWidget(self._options.readers)
        left.addWidget(labels.heading(_("What goes in")))
        for part in (self.contents, self._warning, labels.note(about), self._options):
            left.addWidget(part)
        area = FollowingScrollArea()
        area.setWidget(inner)
        side = QVBoxLayout()
        side.setSpacing(theme.space())
        side.addWidget(area, 1)
        for part in (self._button, self._progress, self._problem, self._done, self.other_forms):
            side.addWidget(part)
        self._chosen = left
        self._columns = QHBoxLayout(self)
        self._columns.setContentsMargins(*(theme.space(2),) * 4)
        self._columns.setSpacing(theme.space(2))
        self._columns.addLayout(side, 2)
        self._columns.addWidget(self.preview, 3)
        self._progress.hide()
        self.setMinimumSize(theme.space(30), theme.space(20))  # else two columns would stay two

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pages below what is chosen when there is no room beside it."""
        super().resizeEvent(event)
        wide = event.size().width() > _TWO_COLUMNS * self.fontMetrics().averageCharWidth()
        if wide and self._columns.indexOf(self.preview) < 0:
            self.preview.setMinimumHeight(0)
            self._columns.addWidget(self.preview, 3)
        elif not wide and self._chosen.indexOf(self.preview) < 0:
            self.preview.setMinimumHeight(_LINES * self.fontMetrics().lineSpacing())
            self._chosen.addWidget(self.preview)
