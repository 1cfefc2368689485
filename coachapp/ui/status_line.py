"""The line below: whether all is saved, and what can be undone and redone."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QPaintEvent
from PySide6.QtWidgets import (
    QLabel,
    QSizePolicy,
    QStatusBar,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.autosave import Autosave
from coachapp.ui.editor import Editor
from coachapp.ui.icons import icon
from coachapp.ui.open_file import WhyReadOnly


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
        for action, bare in ((undo, _("Undo")), (redo, _("Redo"))):
            self.addPermanentWidget(_StepButton(action, bare, self))
        autosave.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        sign, words = self._state()
        why = self._why_read_only()
        self.words.setText(words)
        self.words.setToolTip(why.text() if why else "")
        self.words.setAccessibleName(f"{words}. {why.text()}" if why else words)
        self._sign.setPixmap(icon(sign, theme.current().muted).pixmap(theme.space(2), theme.space(2)))

    def _state(self) -> tuple[str, str]:
        if why := self._why_read_only():
            return "look", _("Open to look only: {why}").format(why=why.brief())
        if self._read_only:
            return "look", _("Open to look only")
        if self._autosave.file is None:
            return "guest", _("In no file: nothing stays behind")
        if self._autosave.failed_since:
            return "warning", _("Not saved since {time}").format(time=f"{self._autosave.failed_since:%H:%M}")
        if not self._autosave.is_saved:
            return "waiting", _("Saving…")
        return "saved", _("Saved · {time}").format(time=f"{self._autosave.saved_at:%H:%M}")

    def _why_read_only(self) -> WhyReadOnly | None:
        return self._autosave.file.why_read_only if self._autosave.file else None


class _StepButton(QToolButton):
    """A step with its name where there is room, whole in the tooltip; else the bare word."""

    def __init__(self, action: QAction, bare: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._bare = bare
        self.setDefaultAction(action)
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(theme.space(2), theme.space(2)))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        shown = QStyleOptionToolButton()
        self.initStyleOption(shown)
        if self.width() < self.sizeHint().width():
            shown.text = self._bare  # type: ignore[attr-defined] - Qt's field
        QStylePainter(self).drawComplexControl(QStyle.ComplexControl.CC_ToolButton, shown)

    def minimumSizeHint(self) -> QSize:
        whole, letters = self.sizeHint(), self.fontMetrics()
        beside = whole.width() - letters.horizontalAdvance(self.text())
        return QSize(beside + letters.horizontalAdvance(self._bare), whole.height())
