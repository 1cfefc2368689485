"""The column of the step they are in: what it is for, its question and note, and what it has of its own."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.announce import announce
from coachapp.ui.conversation.parts import PARTS
from coachapp.ui.conversation.question_pane import QuestionPane
from coachapp.ui.conversation.talk import Talk
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.following import FollowingScrollArea

_LETTERS = 40


class StepPane(FollowingScrollArea):
    def __init__(self, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._talk = talk
        self._steps = {step.id: step for step in talk.editor.portfolio.framework.steps}
        self._title, self._text = labels.title(), labels.note()
        self.questions = QuestionPane(talk)
        self.parts: dict[str, QWidget] = {}
        self._states: Mapping[str, object] = {}
        self._step = ""
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(*(theme.space(2),) * 4)
        self._column.setSpacing(theme.space(1.5))
        for part in (self._title, self._text, self.questions):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.setWidget(self._content)
        self.setAccessibleName(_("Step"))

    @property
    def part(self) -> QWidget | None:
        """What the step has of its own."""
        return self.parts.get(self._step)

    @property
    def has_tries(self) -> bool:
        """Whether cards lie here that go with this screen, as nobody kept them."""
        return any(part.tries.cards for part in self.parts.values() if hasattr(part, "tries"))  # type: ignore[attr-defined]

    def first_input(self) -> QWidget | None:
        """Where typing begins in what the step has of its own."""
        inputs = self.part.findChildren(QWidget) if self.part else []
        reached = (one for one in inputs if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled())
        return next((one for one in reached if one.isVisible()), None)

    def refresh(self) -> None:
        step = self._talk.conversation.step
        if step != self._step:
            self._turn_to(step)
        self.questions.refresh()
        if self.part:
            self.part.refresh()  # type: ignore[attr-defined] - each part has it

    def welcome(self) -> None:
        """Say where they are, and have the keyboard ready for it."""
        self.verticalScrollBar().setValue(0)
        announce(self, f"{self._title.text()}. {self.questions.words.text()}")
        self.questions.note.moveCursor(QTextCursor.MoveOperation.End)  # to go on after a crash or a lock
        self.questions.note.setFocus()

    def flush(self) -> None:
        self.questions.flush()
        for part in self.parts.values():
            if flush := getattr(part, "flush", None):
                flush()

    def states(self) -> Mapping[str, object]:
        """What to come back to in each step's own part, when the screen is made anew."""
        stated = {step: part.state() for step, part in self.parts.items() if hasattr(part, "state")}  # type: ignore[attr-defined]
        return {**self._states, **stated}

    def restore(self, states: Mapping[str, object]) -> None:
        self._states = states
        for step in self.parts:
            self._restore(step)

    def _restore(self, step: str) -> None:
        if step in self._states:
            self.parts[step].restore(self._states[step])  # type: ignore[attr-defined] - it gave that state

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * _LETTERS, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._content.minimumSizeHint().width() + bar, super().minimumSizeHint().height())

    def _turn_to(self, step: str) -> None:
        if self.part:
            self.part.hide()
        self._step = step
        if step not in self.parts and step in PARTS:
            self.parts[step] = PARTS[step](self._talk)
            self._column.insertWidget(self._column.count() - 1, self.parts[step])
            self._restore(step)
        if self.part:
            self.part.show()
        known = self._steps.get(step)
        self._title.setText(str(known.title) if known else "")
        self._text.setText(str(known.text) if known else "")
