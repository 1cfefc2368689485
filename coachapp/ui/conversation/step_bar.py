"""The steps of the conversation along the top: where they are, where they have been, in any order."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from coachapp.domain.framework import Step
from coachapp.i18n import gettext as _
from coachapp.ui import theme

_STEP = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class StepBar(QWidget):
    """`chosen(step id)`. Arrows go along the steps, as in a row of tabs; Enter turns to one.

    Without room for all there is the present one, with the ways to the step before and after it.
    """

    chosen = Signal(str)

    def __init__(self, steps: Sequence[Step], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps = {step.id: step for step in steps}
        self._now = ""
        self.buttons = {step.id: self._button(step) for step in steps}
        self._ways = [self._way("◂", _("The step before"), -1), self._way("▸", _("The next step"), 1)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(0.5))
        for button in (self._ways[0], *self.buttons.values(), self._ways[1]):
            row.addWidget(button)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(_("Steps of the conversation"))

    def show_step(self, now: str, visited: Sequence[str]) -> None:
        self._now = now
        for step_id, button in self.buttons.items():
            title = str(self._steps[step_id].title)
            button.setChecked(step_id == now)
            been = step_id in visited
            button.setText(f"• {title}" if been and step_id != now else title)
            state = _("now") if step_id == now else _("seen") if been else _("not yet seen")
            button.setAccessibleName(_("Step {title}, {state}").format(title=title, state=state))
            reached = Qt.FocusPolicy.StrongFocus if step_id == now else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(reached)
        self._make_room()

    def beside(self, now: str, way: int) -> str:
        """The next step (1), or the one before (-1); the same at the end."""
        ids = list(self._steps)
        at = ids.index(now) + way if now in ids else 0
        return ids[min(max(at, 0), len(ids) - 1)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            way = _STEP.get(Qt.Key(event.key()), 0) * (-1 if self.isRightToLeft() else 1)
            at = [step_id for step_id, button in self.buttons.items() if button is watched]
            if way and at:
                self.buttons[self.beside(at[0], way)].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def minimumSizeHint(self) -> QSize:
        now = self.buttons[self._now].sizeHint().width() if self._now in self.buttons else 0
        return QSize(now + theme.space(14), super().minimumSizeHint().height())

    def _make_room(self) -> None:
        gap = theme.space(0.5)
        whole = sum(button.sizeHint().width() + gap for button in self.buttons.values()) <= self.width()
        for step_id, button in self.buttons.items():
            button.setVisible(whole or step_id == self._now)
        for way in self._ways:
            way.setVisible(not whole)

    def _button(self, step: Step) -> QPushButton:
        button = _StepButton(str(step.title), self)
        button.setCheckable(True)
        button.setToolTip(str(step.text))
        button.clicked.connect(lambda: self.chosen.emit(step.id))
        button.installEventFilter(self)
        return button

    def _way(self, sign: str, name: str, way: int) -> QPushButton:
        button = _StepButton(sign, self)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: self.chosen.emit(self.beside(self._now, way)))
        return button


class _StepButton(QPushButton):
    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self.setProperty("step", True)  # the style sheet asks for it
        self.setAutoDefault(False)

    def sizeHint(self) -> QSize:
        """Wide enough for the bold words of the step they are in."""
        bold = self.font()
        bold.setBold(True)
        words = QFontMetrics(bold).horizontalAdvance(self.text())
        usual = self.fontMetrics().horizontalAdvance(self.text())
        return super().sizeHint() + QSize(max(0, words - usual), 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def nextCheckState(self) -> None:  # noqa: N802
        """What is shown decides which step it is, not the click."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)
