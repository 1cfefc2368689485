"""What was said and chosen, read back on one calm column."""

from PySide6.QtWidgets import QWidget

from coachapp import formats
from coachapp.domain.closing import asked, goals_now, notes_by_step
from coachapp.domain.conversation import Conversation
from coachapp.domain.portfolio import Action, Agreement, Portfolio
from coachapp.domain.talking import agreed
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.inputs import labels, words
from coachapp.ui.inputs.panel import Panel


class ReadBack(Panel):
    """Only to read aloud; each part is changed where it was made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said: tuple[tuple[str, ...], ...] = ()
        self._lines: list[QWidget] = []

    @property
    def says_something(self) -> bool:
        return bool(self._said)

    def show_conversation(self, portfolio: Portfolio, conversation: Conversation) -> None:
        said = tuple(told(portfolio, conversation))
        if said == self._said:
            return
        self._said = said
        for old in self._lines:
            self.column.removeWidget(old)
            old.hide()
            old.deleteLater()
        make = {"title": labels.heading, "asked": labels.note, "said": labels.text}
        self._lines = [make[kind](labels.breakable(text), self) for kind, text in said]
        for line, (kind, _text) in zip(self._lines, said, strict=True):
            self.column.addWidget(line)
            above = kind == "title" and line is not self._lines[0]
            line.setContentsMargins(0, theme.space(1.5) if above else 0, 0, 0)


def told(portfolio: Portfolio, conversation: Conversation) -> list[tuple[str, str]]:
    """Each line with its kind: a "title", what was "asked", or what was "said"."""
    lines: list[tuple[str, str]] = []
    if conversation.question:
        lines += [("title", _("Our question")), ("said", conversation.question)]
    for step, notes in notes_by_step(portfolio, conversation.id):
        lines.append(("title", str(step.title) if step else _("Notes")))
        for note in notes:
            lines += [("asked", question)] if (question := asked(portfolio.framework, note)) else []
            lines.append(("said", note.text))
    for goal in goals_now(portfolio):
        actions = [action for action in portfolio.actions if action.goal_id == goal.id and not action.status]
        lines += [("title", _("Goal: {name}").format(name=goal.title))]
        lines += [("said", _line(portfolio, action)) for action in actions]
    if own := agreed(portfolio, conversation.id):
        lines += [("title", _("What we agreed")), *(("said", _line(portfolio, one)) for one in own)]
    return lines


def _line(portfolio: Portfolio, one: Action | Agreement) -> str:
    """Such as "• Ask for 40 hours (School leaders, 1 December 2026)"."""
    framework = portfolio.framework
    who = ", ".join(words.sentence(framework.word("actor", actor)) for actor in one.actors)
    beside = ", ".join(part for part in (who, formats.day(one.due)) if part)
    text = one.what if isinstance(one, Action) else one.text
    return f"• {text} ({beside})" if beside else f"• {text}"
