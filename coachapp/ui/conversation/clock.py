"""The time, softly: what was used of what was agreed. It never warns."""

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import buttons
from coachapp.ui.conversation.talk import Talk
from coachapp.ui.inputs import labels

_LOOK: Final = 10_000  # milliseconds


class Clock(QWidget):
    def __init__(self, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._talk = talk
        self.words = labels.note()
        self.words.setWordWrap(False)
        self.button = buttons.quiet("", self._on_pause)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words)
        row.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.refresh)
        self._timer.start(_LOOK)

    def refresh(self) -> None:
        talk = self._talk.conversation
        still = talk.is_open and not self._talk.is_running
        words = (
            _("{used} of about {agreed} minutes, paused") if still else _("{used} of about {agreed} minutes")
        )
        self.words.setText(words.format(used=self._talk.minutes, agreed=talk.minutes * max(talk.talks, 1)))
        self.button.setText(_("Pause") if self._talk.is_running else _("Go on"))
        self.button.setVisible(talk.is_open and not self._talk.editor.read_only)

    def _on_pause(self) -> None:
        if self._talk.is_running:
            self._talk.pause()
        else:
            self._talk.resume()
        self.refresh()
