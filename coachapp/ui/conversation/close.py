"""Close: read back, agree, meet again, make the plan, and who takes this along."""

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from coachapp.domain import closing
from coachapp.domain.portfolio import Agreement
from coachapp.domain.wording import choice_word
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, theme
from coachapp.ui.conversation.calendar_part import CalendarPart
from coachapp.ui.conversation.read_back import ReadBack
from coachapp.ui.conversation.talk import Talk
from coachapp.ui.goals.agreements import Agreements
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.choices import Choice, ChoiceButtons
from coachapp.ui.inputs.fold import Fold
from coachapp.ui.inputs.form import Form
from coachapp.ui.inputs.text import DateInput


class ClosePart(QWidget):
    """From what was said to who takes it home; nothing of it has to be done to end."""

    def __init__(self, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.talk, self._editor = talk, talk.editor
        self._read_back = ReadBack()
        self._agreements = Agreements(self._editor, talk.id, shown=self._is_of_now)
        self._follow_up = Form(self._editor, closing.meet_again)
        self._follow_up.add("follow_up", _("Follow-up date"), DateInput())
        self._calendar = Fold(_("In a calendar"))
        self._calendar.body.addWidget(CalendarPart(talk))
        self._plan = buttons.ordinary(_("Make the plan…"), self._on_plan, parent=self)
        self._who = ChoiceButtons(Choice(who, choice_word("takes_along", who)) for who in ("take", "keep"))
        self._who.setAccessibleName(_("Who takes this along?"))
        self._who.setDisabled(self._editor.read_only)
        self._who.committed.connect(self._on_who)
        self._then = {who: labels.note(words) for who, words in _then().items()}
        self._after = QStackedWidget()  # with room for the longest, so that the end stays where it is
        for note in self._then.values():
            note.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
            self._after.addWidget(note)
        self._along = buttons.ordinary(_("Take it along on a stick…"), self._on_along, parent=self)
        self._end = buttons.primary(_("End the conversation"), self._on_end, parent=self)
        self._lay_out()

    def refresh(self) -> None:
        talk = self.talk.conversation
        self._read_back.show_conversation(self._editor.portfolio, talk)
        self._read_back.setVisible(self._read_back.says_something)
        self._agreements.refresh()
        self._follow_up.show_items((talk,), "")
        self._who.show_value(talk.takes_along)
        self._after.setCurrentWidget(self._then[talk.takes_along])
        self._along.setVisible(talk.takes_along == "take" and not talk.is_open and self._may_go())
        self._end.setEnabled(talk.is_open and not self._editor.read_only)

    def flush(self) -> None:
        for form in self.findChildren(Form):
            form.flush()

    def _is_of_now(self, agreement: Agreement) -> bool:
        return agreement.conversation_id == self.talk.id

    def _on_who(self, who: object) -> None:
        self.talk.change(_("Who takes this along?"), takes_along=str(who))

    def _on_plan(self) -> None:
        from coachapp.ui.plan.dialog import PlanDialog  # noqa: PLC0415 - type and paper are slow to load

        self.flush()
        PlanDialog(self._editor, self.talk.settings, self.window()).open()

    def _on_end(self) -> None:
        """One step, so that undo takes all of it back; then the file goes where they agreed."""
        self.flush()
        self.talk.pause()
        editor, talk = self._editor, self.talk.conversation
        day = dt.date.today().isoformat()  # noqa: DTZ011 - the day on the user's own calendar
        if editor.apply(_("End the conversation"), closing.end(editor.portfolio, talk, day)):
            self.talk.close_requested.emit()
            if talk.takes_along == "take":
                self._on_along()

    def _on_along(self) -> None:
        if self._editor.along:
            self._editor.along.ask()

    def _may_go(self) -> bool:
        return self._editor.along is not None and not self._editor.read_only

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space())
        parts = (
            (_("Read back"), (self._read_back,)),
            (_("Agreements"), (self._agreements, self._follow_up, self._calendar)),
            (_("The plan"), (self._plan,)),
            (_("Who takes this along?"), (self._who, self._after, self._along)),
        )
        for title, inside in parts:
            column.addWidget(labels.heading(title))
            for part in inside:
                column.addWidget(part)
            column.addSpacing(theme.space())
        column.addWidget(self._end)


def _then() -> dict[str, str]:
    """What comes after the end, by who takes it along."""
    return {
        "take": _(
            "After the end you choose the teacher's stick. A copy is written there and read back; "
            "only then everything here can be erased."
        ),
        "keep": _("The file stays where it is, and so do its backups."),
        "": _("Agree on it together; it can still be changed later."),
    }
