"""A question with its answers as buttons; Esc or closing it answers nothing."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from coachapp.ui import buttons, theme
from coachapp.ui.inputs import labels

Way = tuple[str, Callable[[], object]]


class QuestionDialog(QDialog):
    """The first answer is the likeliest; the last one only closes the question.

    Of `words` the first line is the question, and the rest is what to know first.
    """

    def __init__(self, title: str, words: str, ways: Sequence[Way], stay: str, parent: QWidget) -> None:
        super().__init__(parent)
        question, _line, more = words.partition("\n")
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space(3),) * 4)
        column.setSpacing(theme.space())
        column.addWidget(labels.heading(question, self))
        if more:
            column.addWidget(labels.text(more, self))
        column.addSpacing(theme.space())
        for at, (name, then) in enumerate(ways):
            make = buttons.ordinary if at else buttons.primary
            column.addWidget(make(name, lambda then=then: self._answer(then), parent=self))
        column.addWidget(buttons.ordinary(stay, self.reject, parent=self))
        width = theme.space(46)
        self.setMinimumSize(width, column.totalHeightForWidth(width))  # words that wrap are told no other way
        self.finished.connect(self.deleteLater)

    def _answer(self, then: Callable[[], object]) -> None:
        self.accept()
        then()
