"""One coachee: the next talk, what to ask after, the trajectory, and the coach's working notes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.domain.coach_book import edits
from coachapp.domain.coach_book.book import Coachee
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, theme
from coachapp.ui.coachbook.checklist import Checklist
from coachapp.ui.coachbook.editor import BookEditor, changing
from coachapp.ui.coachbook.parts import Asks, Notes, Trajectories
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.flow import FlowLayout
from coachapp.ui.inputs.form import Form
from coachapp.ui.inputs.panel import Panel
from coachapp.ui.inputs.text import DateInput, LineInput, ProseInput, TitleInput


class CoacheePage(QWidget):
    """`write_requested(id)`: all about her in a file for her; `forget_requested(id)`: nothing stays."""

    write_requested = Signal(str)
    forget_requested = Signal(str)

    def __init__(self, editor: BookEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.coachee_id = ""
        self._head = Form(editor, changing(Coachee))
        self._head.add("alias", _("Alias"), TitleInput())
        self._talk = Form(editor, changing(Coachee))
        self._talk.add_row(
            ("next_on", _("Day"), DateInput()), ("next_where", _("Time and place"), LineInput())
        )
        self._about = Form(editor, changing(Coachee))
        self._about.add("about", _("Who this is, in a few words"), ProseInput())
        self._held = buttons.ordinary(_("The talk was held"), self._on_held, "saved", self)
        self._held.setEnabled(not editor.read_only)
        self.checklist = Checklist(editor)
        self.asks, self.trajectories, self.notes = Asks(editor), Trajectories(editor), Notes(editor)
        self._lay_out()

    def show_for(self, coachee_id: str) -> None:
        """Show this coachee; what is typed about another is kept first."""
        if coachee_id != self.coachee_id:
            self.flush()
        self.coachee_id = coachee_id
        self.refresh()

    def refresh(self) -> None:
        coachee = self._editor.book.coachee(self.coachee_id)
        if not coachee:
            return
        for form in (self._head, self._talk, self._about):
            form.show_items((coachee,), coachee.alias)
        self._held.setVisible(bool(coachee.next_on))
        self.checklist.show_for(coachee)
        for part in (self.asks, self.trajectories, self.notes):
            part.show_for(coachee.id)

    def flush(self) -> None:
        """Keep what is still being typed."""
        for part in (self._head, self._talk, self._about, self.asks, self.trajectories, self.notes):
            part.flush()

    def begin(self, *, is_new: bool) -> None:
        """Put the keyboard where one begins: at the alias of somebody new, else at the next talk."""
        first = self._head.input("alias") if is_new else self._talk.input("next_on")
        first.setFocus()
        if is_new:
            first.selectAll()

    def _on_held(self) -> None:
        self.flush()
        coachee = self._editor.book.coachee(self.coachee_id)
        assert coachee
        step = _("The talk was held – “{name}”").format(name=coachee.alias)
        self._editor.ask(step, edits.talk_held(coachee.id))

    def _lay_out(self) -> None:
        talk, about = Panel(self), Panel(self)
        talk.column.addWidget(labels.heading(_("Next talk"), talk))
        talk.column.addWidget(self._talk)
        talk.column.addWidget(self._held, 0, Qt.AlignmentFlag.AlignLeading)
        about.column.addWidget(self._about)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space(3),) * 4)
        column.setSpacing(theme.space(2))
        parts = (self._head, talk, self.checklist, self.asks, self.notes, self.trajectories, about)
        for part in (*parts, self._last_ways()):
            column.addWidget(part)
        column.addStretch(1)

    def _last_ways(self) -> QWidget:
        ways = QWidget(self)
        flow = FlowLayout(ways, theme.space())
        write = buttons.ordinary(
            _("Write all of this in a file for this person…"),
            lambda: self.write_requested.emit(self.coachee_id),
        )
        forget = buttons.ordinary(
            _("Forget this coachee…"), lambda: self.forget_requested.emit(self.coachee_id), "close"
        )
        forget.setEnabled(not self._editor.read_only)
        for button in (write, forget):
            flow.addWidget(button)
        return ways
