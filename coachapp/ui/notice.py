"""A message in its place on the screen, with what can be done about it; it never stops anyone."""

from collections.abc import Callable, Sequence
from unicodedata import bidirectional

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import buttons, theme
from coachapp.ui.announce import announce
from coachapp.ui.icons import icon
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.flow import FlowLayout

Way = tuple[str, Callable[[], object]]


class Notice(QFrame):
    """Hidden until it has something to say; `closed` when the person closes it."""

    closed = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, closable: bool = False, sign: str = "warning"
    ) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._words = labels.text("", self)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._ways = QWidget(self)
        FlowLayout(self._ways, theme.space())
        self._closing = buttons.sign_only(_("Close this message"), self._on_close, "close", self)
        self._closing.setVisible(closable)
        self._sign = QLabel(self)
        self._sign.setTextFormat(Qt.TextFormat.PlainText)
        self._show_sign(sign)
        self._lay_out()
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text() if not self.isHidden() else ""

    def say(self, words: str, ways: Sequence[Way] = ()) -> None:
        """Show a message, speak it, and offer ways on: a name and what it does, the first one most likely."""
        self._words.setText(labels.breakable(_our_way(words)))
        layout = self._ways.layout()
        assert layout is not None
        while item := layout.takeAt(0):
            if old := item.widget():
                old.deleteLater()
        for name, then in ways:
            layout.addWidget(buttons.ordinary(name, then, parent=self._ways))
        self._ways.setVisible(bool(ways))
        self.show()
        announce(self, words)

    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()

    def tell(self, words: str, ways: Sequence[Way] = ()) -> None:
        """Say what went well."""
        self._show_sign("about")
        self.say(words, ways)

    def warn(self, words: str) -> None:
        """Say what did not go."""
        self._show_sign("warning")
        self.say(words)

    def _show_sign(self, name: str) -> None:
        colour = theme.current().warning if name == "warning" else theme.current().accent
        self._sign.setPixmap(icon(name, colour).pixmap(theme.space(2.5), theme.space(2.5)))

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(theme.space())
        texts.addWidget(self._words)
        texts.addWidget(self._ways)
        row = QHBoxLayout(self)
        row.setContentsMargins(*(theme.space(1.5),) * 4)
        row.setSpacing(theme.space(1.5))
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addWidget(self._closing, 0, Qt.AlignmentFlag.AlignTop)


def _our_way(words: str) -> str:
    """A sentence that begins with an Arabic name runs the way the screen does all the same."""
    ours = QGuiApplication.isRightToLeft()
    strong = (way != "L" for letter in words if (way := bidirectional(letter)) in ("L", "R", "AL"))
    return words if next(strong, ours) == ours else f"{chr(0x200F if ours else 0x200E)}{words}"
