"""The parts of preparing: activities, something to be proud of, a question, and what the journal brings."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.domain import journal, preparing
from coachapp.domain.values import new_id
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.rows import Rows
from coachapp.ui.inputs.text import ProseInput, TitleInput
from coachapp.ui.preparing.brought import BroughtRow
from coachapp.ui.preparing.lines import ActivityLines


class PreparePart(QWidget):
    """`conversation_id` is "" while there is no conversation yet."""

    def __init__(self, editor: Editor, conversation_id: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._id = editor, conversation_id
        beside_board = bool(conversation_id)
        self.lines, self.proud = ActivityLines(editor, most=6 if beside_board else 12), ProseInput()
        self.question = TitleInput(may_be_empty=True)
        self._complaint, self._none = labels.complaint(), labels.note(_none())
        self._brought = Rows(lambda one: BroughtRow(editor, one.id), BroughtRow.show_reflection)
        self._lay_out()
        for text, name, then in (
            (self.proud, preparing.proud_words(), self._on_proud),
            (self.question, _("My question"), self._on_question),
        ):
            text.setAccessibleName(name)
            text.setEnabled(not editor.read_only)
            text.committed.connect(then)
            text.complaint.connect(self._on_complaint)

    def refresh(self) -> None:
        portfolio = self._editor.portfolio
        self.lines.refresh()
        note = preparing.proud_of(portfolio, self._id)
        self.proud.show_value(note.text if note else "")
        self.question.show_value(preparing.question_of(portfolio, self._id))
        brought = journal.brought(portfolio)
        self._brought.show_values(brought)
        self._none.setVisible(not brought)

    def flush(self) -> None:
        """Keep what is still being typed."""
        self.proud.commit()
        self.question.commit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(0.75))
        for title, about, part in (
            (_("My activities"), _("Five to twelve things that you do, large and small."), self.lines),
            (preparing.proud_words(), _what_happened(), self.proud),
            (_("My question"), _("What would you like to think about together?"), self.question),
        ):
            for each in (labels.heading(title), labels.note(about), part):
                column.addWidget(each)
            column.addSpacing(theme.space(1.5))
        column.addWidget(self._complaint)
        for each in (labels.heading(_("From the journal")), self._none, self._brought):
            column.addWidget(each)

    def _on_proud(self, text: str) -> None:
        edit = preparing.write_proud(self._editor.portfolio, text, new_id(), self._id)
        self._editor.apply(preparing.proud_words(), edit, f"proud {self._id}")

    def _on_question(self, text: str) -> None:
        self._editor.apply(_("My question"), preparing.ask(text, self._id), f"question {self._id}")

    def _on_complaint(self, words: str) -> None:
        self._complaint.setText(words)
        self._complaint.setVisible(bool(words))


def _what_happened() -> str:
    return _("What happened, what did you do, and who noticed something of it?")


def _none() -> str:
    return _("Tick “Bring to the next conversation” at a reflection in the journal, and it stands here.")
