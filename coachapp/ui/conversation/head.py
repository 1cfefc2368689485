"""Above the conversation: its steps, the time, and the few things to do with the screen itself."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import buttons, theme
from coachapp.ui.conversation.clock import Clock
from coachapp.ui.conversation.step_bar import StepBar
from coachapp.ui.conversation.talk import Talk
from coachapp.ui.settings import ACROSS_A_TABLE, Settings


class TalkHead(QFrame):
    """On one line, or on two where there is no room."""

    larger_requested = Signal()
    hide_requested = Signal()
    leave_requested = Signal()

    def __init__(self, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("head")
        self.bar = StepBar(talk.editor.portfolio.framework.steps)
        self.clock = Clock(talk)
        self._tools = self._make_tools(talk.settings)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(theme.space(2), theme.space(), theme.space(2), theme.space())
        self._row.setSpacing(theme.space())
        self._row.addWidget(self.bar, 1)
        self._row.addWidget(self._tools)

    def refresh(self, now: str, visited: tuple[str, ...]) -> None:
        self.bar.show_step(now, visited)
        self.clock.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = self.bar.minimumSizeHint().width() + self._tools.sizeHint().width() + theme.space(5)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(beside if needed <= event.size().width() else below)

    def _make_tools(self, settings: Settings) -> QWidget:
        tools = QWidget()
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space())
        row.addWidget(self.clock)
        size = _("Larger text") if settings.text_percent < ACROSS_A_TABLE else _("Usual text")
        row.addWidget(buttons.quiet(size, self.larger_requested.emit))
        row.addWidget(buttons.quiet(_("Hide names (F9)"), self.hide_requested.emit))
        row.addWidget(buttons.sign_only(_("Leave the conversation"), self.leave_requested.emit, "close"))
        tools.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return tools
