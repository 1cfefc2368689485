"""The dialog in which a copy is joined: asks its passphrase if need be, tells what came in, lets choose."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from coachapp.domain import variants
from coachapp.domain.differences import differences
from coachapp.domain.portfolio import Portfolio
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, fitting, theme
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import dialog_page, labels
from coachapp.ui.joining.choosing import Choosing
from coachapp.ui.notice import Notice, Way
from coachapp.ui.passphrase import PassphraseField

_MOST = 200  # sentences; more is not read


class JoinDialog(QDialog):
    """`entered(passphrase)`: try it with this one. `discard_requested`: the copy isn't needed any more."""

    entered = Signal(str)
    discard_requested = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Join a copy"))
        self.notice = Notice(self)
        self.field = PassphraseField(_("Passphrase of the other copy"), self)
        self.field.entered.connect(self._on_entered)
        self.enter = buttons.primary(_("Join"), self._on_entered, parent=self)
        self._progress = QProgressBar(self)
        self._progress.setRange(0, 0)
        self._title = labels.title(_("Joining “{name}”…").format(name=name), self)
        self._progress.setAccessibleName(self._title.text())
        words = _("Remove the copy: all of it is here now")
        self._discard = buttons.quiet(words, self._on_discard, parent=self)
        self._inside = QVBoxLayout()
        self._inside.setSpacing(theme.space())
        self._close = buttons.ordinary(_("Close"), self.accept, parent=self)
        self._lay_out()
        self.busy(on=True)
        fitting.open_at(self, 80, 66)
        self.finished.connect(self.deleteLater)

    def busy(self, *, on: bool) -> None:
        """While it is joined nothing can be done, and the dialog can't be closed."""
        self._progress.setVisible(on)
        self._close.setDisabled(on)
        self.enter.setDisabled(on)

    def ask(self, why: str) -> None:
        """It has another passphrase."""
        self.busy(on=False)
        for part in (self.field, self.enter):
            part.show()
        self.notice.say(why)
        self.field.edit.selectAll()
        self.field.setFocus()

    def fail(self, error: CoachError, ways: Sequence[Way] = ()) -> None:
        self.busy(on=False)
        self.notice.say(error.text(), ways)
        self._close.setFocus()

    def tell(self, editor: Editor, before: Portfolio, *, is_copy: bool) -> None:
        """Say what came in, and offer what is to choose."""
        self.busy(on=False)
        for part in (self.field, self.enter, self.notice):
            part.hide()
        came = [one.words for one in differences(before, editor.portfolio)]
        self._title.setText(_("Both are joined") if came else _("There was nothing new in it"))
        if variants.choices(editor.portfolio):
            self._inside.addWidget(labels.heading(_("Both copies changed this. What is right?"), self))
            self._inside.addWidget(Choosing(editor, self))
        if came:
            self._inside.addWidget(labels.heading(_("What came in"), self))
        for words in came[:_MOST]:
            self._inside.addWidget(labels.text(words, self))
        if len(came) > _MOST:
            self._inside.addWidget(labels.text("…", self))
        if came:
            self._inside.addWidget(labels.note(_("Undo takes the whole joining back."), self))
        if is_copy:
            self._discard.show()
        self._inside.addStretch(1)
        self._close.setFocus()

    def reject(self) -> None:
        if self._close.isEnabled():
            super().reject()

    def _on_entered(self) -> None:
        if self.field.text and self.enter.isEnabled():
            self.notice.hide()
            self.busy(on=True)
            self.entered.emit(self.field.text)

    def _lay_out(self) -> None:
        for part in (self.field, self.enter, self._discard):
            part.hide()
        inner = QWidget()
        inner.setLayout(self._inside)
        self._inside.setContentsMargins(0, 0, theme.space(), 0)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space(3),) * 4)
        column.setSpacing(theme.space(1.5))
        for part in (self._title, self.notice, self.field, self._progress):
            column.addWidget(part)
        column.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(area, 1)
        ways = QHBoxLayout()
        ways.addWidget(self._discard)
        ways.addStretch(1)
        ways.addWidget(self._close)
        column.addLayout(ways)

    def _on_discard(self) -> None:
        self._discard.hide()
        self.discard_requested.emit()


class ChoicesDialog(QDialog):
    """What is still to choose; closes itself after the last choice."""

    def __init__(self, editor: Editor, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Choose between copies"))
        choosing = Choosing(editor, self)
        choosing.ended.connect(self.accept)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(choosing)
        column = dialog_page.named(self, _("Both copies changed this. What is right?"))
        column.addWidget(area, 1)
        column.addWidget(
            buttons.ordinary(_("Choose later"), self.reject, parent=self), 0, Qt.AlignmentFlag.AlignTrailing
        )
        fitting.open_at(self, 80, 66)
        self.finished.connect(self.deleteLater)
