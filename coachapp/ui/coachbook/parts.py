"""The parts of a coachee's page: what to ask after, trajectories, working notes."""

import datetime as dt
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt

from coachapp import formats
from coachapp.domain.coach_book import edits
from coachapp.domain.coach_book.book import Ask, Trajectory, WorkingNote
from coachapp.domain.values import new_id
from coachapp.i18n import gettext as _
from coachapp.ui import buttons
from coachapp.ui.coachbook import counts
from coachapp.ui.coachbook.editor import BookEditor
from coachapp.ui.coachbook.items import Items
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.form import Form
from coachapp.ui.inputs.newline import NewLine
from coachapp.ui.inputs.text import DateInput, LineInput, ProseInput, TitleInput
from coachapp.ui.notice import Way

_MOST_NOTES = 20  # so that a page of many years is painted as fast


def today() -> str:
    return dt.date.today().isoformat()  # noqa: DTZ011 - the coach's day


class Asks(Items):
    """Agreements to ask after; those that were asked stand last."""

    def __init__(self, editor: BookEditor) -> None:
        super().__init__(editor, Ask, _("To ask after"), self._inputs, lambda ask: ask.text)
        self._coachee_id = ""
        new = NewLine(_("What to ask after…"), self)
        new.setEnabled(not editor.read_only)
        new.entered.connect(lambda text: self.add(Ask(new_id(), self._coachee_id, text)))
        self.column.addWidget(new)

    def show_for(self, coachee_id: str) -> None:
        self._coachee_id = coachee_id
        hers = (one for one in self._editor.book.asks if one.coachee_id == coachee_id)
        self.show_items(sorted(hers, key=lambda ask: bool(ask.asked_on)))

    def _ways(self, item_id: str) -> Sequence[Way]:
        return ((_("Asked today"), partial(self._on_asked, item_id)), *super()._ways(item_id))

    def _on_asked(self, ask_id: str) -> None:
        self._editor.ask(_("Asked today"), edits.change(Ask, (ask_id,), asked_on=today()))

    def _inputs(self, form: Form) -> None:
        form.add("text", _("Agreement"), TitleInput())
        form.add_row(
            ("ask_on", _("Ask on (or at the next talk)"), DateInput()),
            ("asked_on", _("Asked on"), DateInput()),
        )


class Trajectories(Items):
    def __init__(self, editor: BookEditor) -> None:
        super().__init__(
            editor, Trajectory, _("Trajectory"), self._inputs, lambda one: one.title or _("Trajectory")
        )
        self._coachee_id = ""
        self._new = buttons.quiet(_("New trajectory"), self._on_new, "add", self)
        self._new.setEnabled(not editor.read_only)
        self.column.addWidget(self._new, 0, Qt.AlignmentFlag.AlignLeading)

    def show_for(self, coachee_id: str) -> None:
        self._coachee_id = coachee_id
        hers = [one for one in self._editor.book.trajectories if one.coachee_id == coachee_id]
        self.show_items(hers[::-1])

    def _on_new(self) -> None:
        self.add(Trajectory(new_id(), self._coachee_id, begun_on=today()))

    def _inputs(self, form: Form) -> None:
        form.add("title", _("Name or aim"), LineInput())
        form.add_row(
            ("talks", _("Talks agreed"), LineInput(counts.read, counts.write)),
            ("held", _("Talks had"), LineInput(counts.read, counts.write)),
        )
        form.add_row(("begun_on", _("From"), DateInput()), ("ended_on", _("Until"), DateInput()))
        form.add("contract", _("What we agreed beforehand"), ProseInput())
        form.add("keep_until", _("Keep until"), DateInput())


class Notes(Items):
    """The newest first; those of long ago are shown when they are asked for."""

    def __init__(self, editor: BookEditor) -> None:
        super().__init__(editor, WorkingNote, _("Working notes"), self._inputs, _note_name)
        self._coachee_id, self._all = "", False
        honest = _("The person these notes are about may ask for them. Write them as if she will read them.")
        self.column.insertWidget(1, labels.note(honest, self))
        self.new = buttons.ordinary(_("New note"), self._on_new, "add", self)
        self.new.setEnabled(not editor.read_only)
        self.column.insertWidget(2, self.new, 0, Qt.AlignmentFlag.AlignLeading)
        self._older = buttons.quiet(_("Show older notes"), self._on_older, parent=self)
        self.column.addWidget(self._older, 0, Qt.AlignmentFlag.AlignLeading)

    def show_for(self, coachee_id: str) -> None:
        self._all = self._all and coachee_id == self._coachee_id
        self._coachee_id = coachee_id
        hers = [one for one in self._editor.book.notes if one.coachee_id == coachee_id][::-1]
        self._older.setVisible(len(hers) > _MOST_NOTES and not self._all)
        self.show_items(hers if self._all else hers[:_MOST_NOTES])

    def _on_new(self) -> None:
        self.add(WorkingNote(new_id(), self._coachee_id, date=today()))

    def _on_older(self) -> None:
        self._all = True
        self.show_for(self._coachee_id)

    def _inputs(self, form: Form) -> None:
        form.add_row(
            ("date", _("Date"), DateInput()), ("conversation", _("About which conversation"), LineInput())
        )
        text = ProseInput()
        form.add("text", _("Note"), text)
        form.setFocusProxy(text)


def _note_name(note: WorkingNote) -> str:
    return formats.day(note.date) or _("Note")
