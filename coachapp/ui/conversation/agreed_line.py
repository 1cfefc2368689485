"""What was agreed so far, along the bottom, and a line to add to it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from coachapp import formats
from coachapp.domain import edits, talking
from coachapp.domain.portfolio import Agreement
from coachapp.domain.values import new_id
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.conversation.talk import Talk
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.newline import NewLine


class AgreedLine(QFrame):
    def __init__(self, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("agreed")
        self._talk = talk
        self.words = labels.text()
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.new = NewLine(_("New agreement…"))
        self.new.setEnabled(not talk.editor.read_only)
        self.new.setMinimumWidth(24 * self.fontMetrics().averageCharWidth())
        self.new.entered.connect(self._on_new)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(2), theme.space(), theme.space(2), theme.space())
        row.setSpacing(theme.space(2))
        row.addWidget(self.words, 3)
        row.addWidget(self.new, 1)

    def refresh(self) -> None:
        agreed = talking.agreed(self._talk.editor.portfolio, self._talk.id)
        said = "  ·  ".join(_said(one) for one in agreed)
        self.words.setText(
            labels.breakable(
                _("Agreed so far: {agreements}").format(agreements=said)
                if said
                else _("What you agree comes to stand here.")
            )
        )

    def _on_new(self, text: str) -> None:
        step = _("Agree “{name}”").format(name=text)
        agreement = Agreement(new_id(), text, conversation_id=self._talk.id)
        self._talk.editor.apply(step, edits.add(agreement))


def _said(agreement: Agreement) -> str:
    if not agreement.due:
        return agreement.text
    return _("{what} (by {date})").format(what=agreement.text, date=formats.day(agreement.due))
