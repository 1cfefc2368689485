"""One question at a time, with the note that both can read."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from coachapp.domain import talking
from coachapp.domain.talking import Asked
from coachapp.domain.values import new_id
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, theme
from coachapp.ui.announce import announce
from coachapp.ui.conversation.note_input import NoteInput
from coachapp.ui.conversation.talk import Talk
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.flow import FlowLayout
from coachapp.ui.inputs.newline import NewLine
from coachapp.ui.inputs.panel import Panel

_LARGE = 1.2
_MOST_LINES = 3


class QuestionPane(Panel):
    """Which question stands here is remembered for each step while the screen is open."""

    def __init__(self, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._talk = talk
        self._at: dict[str, tuple[str, str]] = {}
        self._asked: tuple[Asked, ...] = ()
        self._now: Asked | None = None
        self._step = ""  # in which it is asked; one question of the coach may stand in several
        self._note_id = new_id()
        self.words = labels.heading("", size=_LARGE)
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.note = NoteInput()
        self.note.setAccessibleName(_("Our shared note"))
        self.note.setPlaceholderText(_("Our shared note…"))
        self.note.setEnabled(not talk.editor.read_only)
        self.note.committed.connect(self._on_written)
        self._which, self._complaint = labels.note(), labels.complaint()
        self.note.complaint.connect(self._on_complaint)
        self.before = buttons.quiet(_("◂ Before"), lambda: self.turn(-1))
        self.another = buttons.quiet(_("Another question ▸"), lambda: self.turn(1))
        self.own = NewLine(_("Our own question…"))
        self.own.setEnabled(not talk.editor.read_only)
        self.own.entered.connect(self.ask)
        self._lay_out()
        talk.cell_chosen.connect(self.refresh)

    def refresh(self) -> None:
        """Show the question of the step they are in, and what was written at it."""
        talk, step = self._talk.conversation, self._talk.conversation.step
        portfolio = self._talk.editor.portfolio
        self._asked = talking.questions(portfolio, talk, step, self._talk.cell, self._of_coach(step))
        known = {one.key: one for one in self._asked}
        now = known.get(self._at.get(step, ("", ""))) or self._first(step)
        if (step, now) != (self._step, self._now):
            self.flush()
            self._note_id = new_id()
            self.note.show_value(None)
        self._now, self._step = now, step
        self.setVisible(now is not None)
        if now:
            self._show(now, step)

    def turn(self, by: int) -> None:
        """To the next question of this step, around and around."""
        if self._now and self._asked:
            self.flush()
            keys = [one.key for one in self._asked]
            at = keys.index(self._now.key) if self._now.key in keys else 0
            self._turn_to(self._asked[(at + by) % len(keys)])

    def ask(self, words: str) -> None:
        """A question of their own, with an empty note that keeps it."""
        self.flush()
        asked = Asked("", words, self._talk.cell)
        talk = self._talk.conversation
        if asked.key not in {one.key for one in self._asked}:
            portfolio = self._talk.editor.portfolio
            edit = talking.write(portfolio, talk, asked, "", new_id())
            self._talk.editor.apply(_("Ask “{question}”").format(question=words), edit)
        self._turn_to(asked)
        self.note.setFocus()

    def flush(self) -> None:
        """Keep what is still being typed."""
        self.note.commit()

    def _of_coach(self, step: str) -> Iterator[str]:
        """From the sets that the coach made for this step or for any, while her own book is open."""
        for one in self._talk.editor.own_questions():
            if one.step in ("", step):
                yield from one.questions

    def _turn_to(self, asked: Asked) -> None:
        self._at[self._talk.conversation.step] = asked.key
        self.refresh()
        announce(self, asked.words)

    def _first(self, step: str) -> Asked | None:
        """Where something was written last, else the first."""
        portfolio, talk = self._talk.editor.portfolio, self._talk.conversation
        at = next((n for n in reversed(talking.notes(portfolio, talk.id)) if n.step == step and n.text), None)
        key = (at.question_id, at.question) if at else None
        return next((one for one in self._asked if one.key == key), None) or next(iter(self._asked), None)

    def _show(self, now: Asked, step: str) -> None:
        self.words.setText(labels.breakable(now.words))
        note = talking.note_at(self._talk.editor.portfolio, self._talk.id, step, now)
        self.note.show_value(note.text if note else "")
        self.note.setAccessibleDescription(now.words)
        place = self._talk.editor.portfolio.framework.cell_title(now.cell) if now.cell else ""
        self._which.setText(_("For {cell}").format(cell=place) if place else "")
        self._which.setVisible(bool(place))
        self._keep_still()
        several = len(self._asked) > 1
        self.before.setVisible(several)
        self.another.setVisible(several)

    def _keep_still(self) -> None:
        """A short question takes the room of a long one: who goes through them clicks on one spot."""
        letters, room = self.words.fontMetrics(), QRect(0, 0, self.words.width(), 0)
        wrapped = (letters.boundingRect(room, Qt.TextFlag.TextWordWrap, one.words) for one in self._asked)
        tallest = max((one.height() for one in wrapped), default=0)
        self.words.setMinimumHeight(min(tallest, _MOST_LINES * letters.lineSpacing()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_still()

    def _on_written(self, text: str) -> None:
        if self._now:
            talk = replace(self._talk.conversation, step=self._step)  # undo may have turned to another by now
            edit = talking.write(self._talk.editor.portfolio, talk, self._now, text, self._note_id)
            self._talk.editor.apply(_("Write a note"), edit, f"note {talk.id} {talk.step} {self._now}")

    def _on_complaint(self, words: str) -> None:
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))

    def _lay_out(self) -> None:
        ways = QWidget()
        row = FlowLayout(ways, theme.space())
        row.addWidget(self.before)
        row.addWidget(self.another)
        for part in (self._which, self.words, self.note, self._complaint):
            self.column.addWidget(part)
        self.column.addWidget(ways)
        self.column.addWidget(self.own)
        self.column.setSpacing(theme.space())
