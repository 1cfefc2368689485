"""Taking along, in two turns: a copy on her stick that was read back, and then erasing what is here."""

import datetime as dt
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from coachapp import formats
from coachapp.domain.whereabouts import Copy
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui import asking, buttons, fitting, theme
from coachapp.ui.along import going, sticks
from coachapp.ui.inputs import dialog_page, labels
from coachapp.ui.inputs.following import fill
from coachapp.ui.notice import Notice


class AlongDialog(QDialog):
    """`chosen(path)`: write it there, then `tell` or `fail`. `agreed(path, disk, copies)`: erase it here."""

    chosen = Signal(object)
    agreed = Signal(object, object, object)

    def __init__(self, path: Path, parent: QWidget, *, encrypted: bool, here: bool) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Take the portfolio along"))
        self._path, self._here, self._busy = path, here, False
        self._ways, self._going = QVBoxLayout(), QVBoxLayout()
        self.notice, self.done_notice = Notice(self), Notice(self, sign="saved")
        self._bar, self._wait = QProgressBar(self), labels.text("", self)
        self._bar.setRange(0, 0)
        self._stay = buttons.ordinary(_("Cancel"), self.reject, parent=self)
        self._erase = buttons.primary(_("Erase it here"), self._on_erase, parent=self)
        self._taken: tuple[Path, int, Sequence[Copy]] | None = None
        self._lay_out(encrypted=encrypted)
        self.offer()

    def offer(self) -> None:
        """Show what is connected now."""
        self._clear(self._ways)
        if not self._here:
            already = _("It is on “{folder}” already, where it was opened").format(folder=self._path.parent)
            self._way(already, partial(self._take, self._path))
        found = [one for one in sticks.connected() if self._here or not self._path.is_relative_to(one.folder)]
        for stick in found:
            free = _("{name}: {size} free").format(name=stick.name, size=formats.size(stick.free))
            self._way(free, partial(self.choose, stick.folder))
        if not found and self._here:
            self._ways.addWidget(labels.note(_("No stick is found. Plug it in, and look again."), self))
        self._way(_("Another folder…"), lambda: asking.folder(self, asking.documents(), self.choose))
        self._way(_("Look again for sticks"), self.offer)
        self._show(busy=False, taken=False)

    def choose(self, folder: Path) -> None:
        """Write it in this folder, under a name that nothing there has."""
        day = dt.date.today().isoformat()  # noqa: DTZ011
        self._take(sticks.free_name(folder, self._path.name, day))

    def tell(self, path: Path, found: tuple[int, Sequence[Copy]]) -> None:
        """It is there, whole."""
        disk, copies = found
        self._clear(self._going)
        stays = path == self._path
        for line in going.lines(copies, stays=stays):
            self._going.addWidget(labels.text(line, self))
        self._taken = path, disk, copies
        self._show(busy=False, taken=True)
        self.done_notice.say(going.there(path, stays=stays))
        self._stay.setFocus()  # what can't be brought back is not what Enter does

    def fail(self, error: CoachError) -> None:
        self.offer()
        self.notice.say(error.text())

    def reject(self) -> None:
        """While it is written there is no way out: half a copy is of no use to anyone."""
        if not self._busy:
            super().reject()

    def _take(self, path: Path) -> None:
        self._wait.setText(labels.breakable(going.wait(path, self._path)))
        self._show(busy=True, taken=False)
        self.chosen.emit(path)

    def _on_erase(self) -> None:
        assert self._taken
        self._wait.setText(_("Looking once more whether it is there…"))
        self._show(busy=True, taken=False)
        self.agreed.emit(*self._taken)

    def _show(self, *, busy: bool, taken: bool) -> None:
        self._busy = busy
        self.notice.hide()
        self.done_notice.setVisible(taken)
        self._first.setVisible(not busy and not taken)
        self._second.setVisible(taken)
        for part in (self._bar, self._wait):
            part.setVisible(busy)
        self._stay.setDisabled(busy)
        self._stay.setText(_("Keep it here too") if taken else _("Cancel"))
        self._erase.setVisible(taken)

    def _way(self, words: str, then: object) -> None:
        self._ways.addWidget(buttons.ordinary(words, then, parent=self._first))  # type: ignore[arg-type]

    def _clear(self, layout: QVBoxLayout) -> None:
        while item := layout.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()

    def _lay_out(self, *, encrypted: bool) -> None:
        self._first, self._second = QWidget(), QWidget()
        first, second = QVBoxLayout(self._first), QVBoxLayout(self._second)
        for column in (first, second):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(theme.space())
        for words in going.first(encrypted=encrypted):
            first.addWidget(labels.text(words, self._first))
        first.addWidget(labels.heading(_("Where to?"), self._first))
        first.addLayout(self._ways)
        second.addWidget(labels.heading(_("This goes, and nobody can bring it back:"), self._second))
        second.addLayout(self._going)
        inner = QWidget()
        whole = dialog_page.named(inner, _("Take the portfolio along"))
        for part in (self.done_notice, self._wait, self._bar, self._first, self._second, self.notice):
            whole.addWidget(part)
        whole.addStretch(1)
        fill(self, inner, dialog_page.ways(self._stay, self._erase))
        fitting.open_at(self, 76, 60)
        self.finished.connect(self.deleteLater)
