"""The line below: whether all is saved, and what can be undone and redone."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.autosave import Autosave
from coachapp.ui.editor import Editor
from coachapp.ui.icons import icon


class StatusLine(QStatusBar):
    """Shows what `autosave` knows."""

    def __init__(
        self, editor: Editor, autosave: Autosave, undo: QAction, redo: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._read_only = editor.read_only
        self._autosave = autosave
        self._sign = QLabel(self)
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(theme.space(2), 0, theme.space(2), 0)
        self.addWidget(self._sign)
        self.addWidget(self.words, 1)
        for action in (undo, redo):
            self.addPermanentWidget(self._button(action))
        autosave.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        sign, words = self._state()
        self.words.setText(words)
        self.words.setAccessibleName(words)
        self._sign.setPixmap(icon(sign, theme.current().muted).pixmap(theme.space(2), theme.space(2)))

    def _state(self) -> tuple[str, str]:
        if self._read_only:
            return "look", _("Open to look only")
        if self._autosave.file is None:
            return "guest", _("In no file: nothing stays behind on this computer")
        if self._autosave.failed_since:
            return "warning", _("Not saved since {time}").format(time=f"{self._autosave.failed_since:%H:%M}")
        if not self._autosave.is_saved:
            return "waiting", _("Saving…")
        return "saved", _("Saved · {time}").format(time=f"{self._autosave.saved_at:%H:%M}")

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setAutoRaise(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(theme.space(2), theme.space(2)))
        return button
