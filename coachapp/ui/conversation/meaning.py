"""Finding meaning: views on the board, what they show in words, and what is said of the chosen card."""

from collections.abc import Iterable

from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from coachapp.domain import patterns
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.announce import announce
from coachapp.ui.conversation import views
from coachapp.ui.conversation.said_of_card import SaidOfCard
from coachapp.ui.conversation.sign_label import SignLabel
from coachapp.ui.conversation.talk import Talk
from coachapp.ui.inputs import labels, words
from coachapp.ui.inputs.buttons import WordButton
from coachapp.ui.inputs.choices import ChoiceButtons
from coachapp.ui.inputs.panel import Panel
from coachapp.ui.inputs.rows import Rows


class MeaningPart(QWidget):
    """While it is in sight the board shows the view that is chosen here; elsewhere it shows all alike."""

    def __init__(self, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._talk, self._editor = talk, talk.editor
        self.view = ""
        framework = talk.editor.portfolio.framework
        self.competence = next(iter(framework.choices("career_competence")), "")
        self.views = ChoiceButtons(views.choices())
        self.views.setAccessibleName(_("View"))
        self.competences = ChoiceButtons(words.vocabulary(framework, "career_competence"), optional=False)
        self.competences.setAccessibleName(_("Career competence"))
        self.legend = Rows(SignLabel, key=lambda sign: sign.word)
        self.told = Rows(lambda _one: labels.text(), _fill, key=lambda one: one[0])
        self._words, self._far = Panel(), labels.note(_("Other cards step back; none is hidden."))
        self.said = SaidOfCard(talk)
        self._lay_out()
        self.views.committed.connect(self.look_at)
        self.competences.committed.connect(self._on_competence)
        shown = self.views.findChildren(WordButton)
        for number, (choice, button) in enumerate(zip(views.choices(), shown, strict=True), 1):
            button.setToolTip(f"Ctrl+{number}")
            key = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            key.activated.connect(lambda view=choice.value: self.look_at("" if view == self.view else view))

    def refresh(self) -> None:
        """Follow the portfolio, and what is chosen on the board."""
        portfolio, view = self._editor.portfolio, self.view
        self.competences.setVisible(view == "competence")
        self.competences.show_value(self.competence)
        self.legend.show_values(views.legend(portfolio, view, self.competence) if view else [])
        self.told.show_values(tuple(enumerate(patterns.sentences(portfolio, view))) if view else ())
        self._words.setVisible(bool(view))
        self.said.show_view(view)
        if self.isVisible():
            self._talk.board.emphasise(views.emphasis(portfolio, view, self.competence) if view else None)

    def look_at(self, view: object) -> None:
        """Show the board in this view, or as it always is ("")."""
        self.view = str(view or "")
        self.views.show_value(self.view)
        self.refresh()
        title = next((one.word for one in views.choices() if one.value == self.view), _("Board"))
        told: Iterable[str] = patterns.sentences(self._editor.portfolio, self.view) if self.view else ()
        announce(self, " ".join((f"{title}.", *told)))

    def flush(self) -> None:
        self.said.flush()

    def state(self) -> object:
        return self.view, self.competence

    def restore(self, state: object) -> None:
        if isinstance(state, tuple):
            self.view, self.competence = state
            self.views.show_value(self.view)
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._talk.board.emphasise(None)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1.5))
        column.addWidget(labels.heading(_("Look at the board by")))
        for part in (self.views, self.competences, self._words, self.said):
            column.addWidget(part)
        for part in (self.legend, self._far, self.told):
            self._words.column.addWidget(part)

    def _on_competence(self, competence: object) -> None:
        self.competence = str(competence)
        self.look_at("competence")


def _fill(label: QLabel, one: tuple[int, str]) -> None:
    label.setText(labels.breakable(one[1]))
