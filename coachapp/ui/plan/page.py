"""The Plan page: who reads it and what goes in to the left, the very pages to the right."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from coachapp import formats
from coachapp.domain.for_reader import Choice, seen
from coachapp.domain.plan_parts import plan_parts
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.renaming import parts_of
from coachapp.domain.wording import reader_word
from coachapp.i18n import gettext as _
from coachapp.report import plan
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import labels
from coachapp.ui.plan.chosen import Chosen
from coachapp.ui.plan.columns import Columns
from coachapp.ui.plan.contents import Contents
from coachapp.ui.plan.options import Options
from coachapp.ui.plan.other_forms import Asked, OtherForms
from coachapp.ui.plan.warnings import Warnings
from coachapp.ui.plan.writing import Writing
from coachapp.ui.settings import Settings
from coachapp.ui.shared.words import counts


class PlanPage(Columns):
    """What is chosen for each reader is kept in the portfolio, and shown as it is kept there."""

    def __init__(self, editor: Editor, settings: Settings, parent: QWidget | None = None) -> None:  # noqa: ARG002
        super().__init__(parent)
        self._editor, self._chosen_for = editor, Chosen(editor)
        self._shown: Portfolio | None = None
        self._reader = "coach"
        self._options, self.contents = Options(editor.portfolio.language), Contents()
        self._writing = Writing(editor, self._asked)
        self.other_forms = OtherForms(editor, self._asked)
        self._warning, self._warnings = labels.complaint(), Warnings()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show_pages)
        self._lay_out()
        self._show_choice()
        self._options.reader_chosen.connect(self._on_reader)
        self._options.changed.connect(self._keep)
        self._options.names_changed.connect(self._keep_names)
        self._options.form_changed.connect(self._soon.start)
        self._writing.begun.connect(self.other_forms.fall_silent)
        self.other_forms.begun.connect(self._writing.fall_silent)
        self.contents.changed.connect(self._keep)
        editor.changed.connect(self._on_changed)

    def be_ready(self) -> None:
        """So that Enter writes what is chosen already."""
        self._writing.button.setFocus()

    def write_to(self, path: Path) -> None:
        """Write the plan as chosen here."""
        self._writing.write_to(path)

    def state(self) -> object:
        """What to come back to when the page is made anew."""
        return self._reader, self._chosen_for.state(), self._options.state()

    def restore(self, state: object) -> None:
        if isinstance(state, tuple):
            self._reader, chosen, options = state
            self._chosen_for.restore(chosen)
            self._options.restore(options)
            self._show_choice()

    def _now(self) -> Choice:
        return self._options.choice(self._reader, self.contents.left_out)

    def _on_reader(self, reader: str) -> None:
        self._keep()
        self._reader = reader
        self._show_choice()

    def _keep(self) -> None:
        self._chosen_for.keep(self._now())
        self._soon.start()

    def _keep_names(self) -> None:
        self._chosen_for.keep_names(self._options.listed, initials=self._options.initials.isChecked())
        self._soon.start()

    def _on_changed(self) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        if self._editor.portfolio is not self._shown:
            self._show_choice()
        self._soon.start()

    def _show_choice(self) -> None:
        """What was chosen for this reader, else where to start from."""
        self._shown = portfolio = self._editor.portfolio
        choice = self._chosen_for.choice(self._reader)
        self._options.show_choice(choice)
        self._options.show_names(self._chosen_for.names, initials=self._chosen_for.initials)
        self.contents.show_parts(plan_parts(portfolio, formats.day), choice.left_out)
        self._soon.start()

    def _show_pages(self) -> None:
        """The plan as it would be now, and what in it had better be looked at."""
        if not self.isVisible():
            return
        choice, language, date = self._now(), self._options.language, self._options.date
        given = seen(self._editor.portfolio, choice, date.isoformat())
        own = parts_of(self._editor.portfolio.owner) if choice.alias else ()  # an alias stands for the whole
        lines = self.contents.warn(self._warnings.about(given, (*self._options.listed, *own)))
        self._warning.setVisible(bool(lines))
        size = self._options.paper_size
        make = partial(plan.made, given, language=language, date=date, choice=choice, size=size)
        self.preview.show_plan(lambda: make().content)

    def _asked(self) -> Asked:
        self._options.commit()
        choice, chosen = self._now(), self._options
        given = seen(self._editor.portfolio, choice, chosen.date.isoformat())
        told = counts(replace(given, conversations=()))  # of which it knows the days only
        words = ", ".join(filter(None, (told, chosen.words)))
        coach = self._editor.portfolio.coach if self._reader == "coach" else ""
        reader = coach or reader_word(self._reader)
        return Asked(given, chosen.language, chosen.date, choice, words, reader, chosen.paper_size)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _lay_out(self) -> None:
        about = _(
            "This looks at addresses, numbers, names and health. It can't find everything: read it yourself."
        )
        self._warning.setText(_("Look at the lines with ⚠ before this plan leaves."))
        title, whom = labels.title(_("Development plan")), labels.note(_("For whom"))
        contents = (labels.heading(_("What goes in")), self.contents, self._warning, labels.note(about))
        scrolled = (title, whom, self._options.readers, *contents, self._options)
        self.lay_out(scrolled, (self._writing, self.other_forms))
