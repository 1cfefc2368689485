"""One reflection to read and write; what it belongs to is out of the way until somebody wants it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.domain import journal
from coachapp.domain.portfolio import Portfolio, Reflection
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import words
from coachapp.ui.inputs.choices import Choice, Combo
from coachapp.ui.inputs.fold import Fold
from coachapp.ui.inputs.following import FollowingScrollArea
from coachapp.ui.inputs.form import Form, changing
from coachapp.ui.inputs.text import DateInput, ProseInput
from coachapp.ui.journal.tick import TickInput

_WIDE = 84  # letters: longer lines read badly


class Prose(ProseInput):
    LINES = (6, 20)


class ReflectionEditor(FollowingScrollArea):
    remove_requested = Signal()

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._offered: Portfolio | None = None
        self.text = Prose()
        self._main, self._ties, self._end = (Form(editor, changing(Reflection)) for _form in range(3))
        self._main.add("text", _("Reflection"), self.text)
        self._main.add("bring", "", TickInput(_("Bring to the next conversation"), "next"))
        self._main.add_beside(("date", _("Date"), DateInput()))
        self._ties.add("activity_id", _("Activity"), Combo())
        self._ties.add("cell", _("Cell"), Combo())
        self._ties.add("question_id", _("Question"), Combo())
        self._ties.add("competence", _("Career competence"), Combo())
        self._end.add_button(_("Remove this reflection"), self.remove_requested.emit)
        self._fold = Fold(_("What it is about"))
        self._fold.body.addWidget(self._ties)
        self._lay_out()

    def show_reflection(self, reflection: Reflection) -> None:
        self._offer(self._editor.portfolio)
        for form in (self._main, self._ties):
            form.show_items((reflection,), journal.name(reflection))

    def flush(self) -> None:
        """Keep what is still being typed."""
        for form in (self._main, self._ties):
            form.flush()

    def _offer(self, portfolio: Portfolio) -> None:
        if portfolio is self._offered:
            return
        self._offered = portfolio
        nothing, framework = Choice("", _("Not chosen")), portfolio.framework
        self._ties.input("activity_id").offer(
            [nothing, *(Choice(one.id, one.title) for one in portfolio.activities)]
        )
        self._ties.input("cell").offer([Choice(None, _("Not chosen")), *words.cells(framework)])
        self._ties.input("question_id").offer(
            [nothing, *(Choice(one.id, str(one.text)) for one in framework.questions)]
        )
        self._ties.input("competence").offer([nothing, *words.vocabulary(framework, "career_competence")])

    def _lay_out(self) -> None:
        content = QWidget()
        content.setMaximumWidth(_WIDE * self.fontMetrics().averageCharWidth())
        column = QVBoxLayout(content)
        column.setContentsMargins(*(theme.space(2),) * 4)
        column.setSpacing(theme.space(1.5))
        for part in (self._main, self._fold, self._end):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(content)
