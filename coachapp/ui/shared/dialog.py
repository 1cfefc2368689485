"""The dialog that hands a copy over: what goes, on what terms, and what came of it."""

from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QProgressBar, QVBoxLayout, QWidget

from coachapp.domain.handing_over import Chosen, handed_over
from coachapp.domain.portfolio import Portfolio, Shared
from coachapp.domain.values import new_id
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, fitting, theme
from coachapp.ui.backups.words import show_in_folder
from coachapp.ui.exporting.progress import Progress
from coachapp.ui.inputs import dialog_page, labels
from coachapp.ui.inputs.following import bring_in_sight, fill
from coachapp.ui.notice import Notice
from coachapp.ui.shared import listing, words
from coachapp.ui.shared.choosing import Choosing
from coachapp.ui.shared.preview import Preview
from coachapp.ui.shared.terms import ForWhom, Terms

_TWO_COLUMNS: Final = 100  # letters


class Asked(NamedTuple):
    """`left` is how it is listed; `progress` tells when to stop."""

    chosen: Chosen
    left: Shared
    path: Path
    passphrase: str
    progress: Progress


class HandOverDialog(QDialog):
    """`asked(Asked)`: write it; then `tell` or `fail` is called."""

    asked = Signal(object)

    def __init__(self, portfolio: Portfolio, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("A copy for my coach"))
        self._portfolio, self._progress, self._is_busy = portfolio, Progress(), False
        self.whom, self.choosing = ForWhom(portfolio, self), Choosing(portfolio, self)
        self.preview, self.terms = Preview(self), Terms(self)
        self.notice, self._done = Notice(self), Notice(self, sign="saved")
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(_("The copy is being made…"))
        self.make = buttons.primary(_("Make the copy"), self._on_make, parent=self)
        self.cancel = buttons.ordinary(_("Cancel"), self.reject, parent=self)
        self._lay_out()
        self._begin()
        fitting.open_at(self, 132, 100)
        self.finished.connect(self.deleteLater)

    def reject(self) -> None:
        """While it is written this stops that; the dialog closes when there is nothing to stop."""
        if self._is_busy:
            self._progress.stopped = True
        else:
            super().reject()

    def tell(self) -> None:
        """It is there, and listed."""
        self._busy(on=False)
        for part in (self._choices, self.make, self.notice):
            part.hide()
        self._done.say(
            _("The copy is in “{name}”. Tell your coach the passphrase by another way than the file.").format(
                name=self.terms.place.path.name
            ),
            [(_("Show in folder"), show_in_folder(self.terms.place.path))],
        )
        self.cancel.setText(_("Close"))
        self.cancel.setFocus()
        fitting.open_at(self, 80, 36)

    def fail(self, error: CoachError) -> None:
        self._busy(on=False)
        self.notice.say(error.text())
        bring_in_sight(self.notice)

    def _begin(self) -> None:
        self.choosing.changed.connect(self._refresh)
        self.whom.renamed.connect(self.terms.place.follow)
        self.terms.lock.entered.connect(self._on_make)
        self.whom.suggest()
        self._refresh()
        self._busy(on=False)
        self.whom.setFocus()

    def _choice(self) -> Chosen:
        return self.choosing.chosen(self.whom.alias)

    def _copy(self) -> Portfolio:
        return handed_over(self._portfolio, self._choice(), Shared(new_id(), "copy"))

    def _refresh(self) -> None:
        self.preview.show_copy(self._copy())

    def _on_make(self) -> None:
        self.whom.commit()
        self.terms.expires.commit()
        if self._is_busy or not self.terms.lock.check():
            return
        passphrase, path, chosen = self.terms.lock.passphrase, self.terms.place.path, self._choice()
        assert passphrase
        left = Shared(
            new_id(),
            "copy",
            listing.today(),
            reader=str(self.whom.reader.value or ""),
            name=path.name,
            content=words.content(self._copy(), chosen),
            expires_on=str(self.terms.expires.value or ""),
        )
        self._progress = Progress()
        self._busy(on=True)
        self.asked.emit(Asked(chosen, left, path, passphrase, self._progress))

    def _busy(self, *, on: bool) -> None:
        self._is_busy = on
        for part in (self._choices, self.make):
            part.setDisabled(on)
        self.bar.setVisible(on)
        if on:
            self.notice.hide()

    def _lay_out(self) -> None:
        self._choices = QWidget(self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._choices)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(theme.space(4))
        self._columns.addLayout(_column(self.whom, self.choosing), 1)
        self._columns.addLayout(_column(self.preview, self.terms), 1)
        inner = QWidget()
        column = dialog_page.named(inner, _("A copy for my coach"))
        about = _(
            "What you don't choose is not in the copy, not even hidden. "
            "You can take back what is written in it."
        )
        column.addWidget(labels.text(about, inner))
        for part in (self._choices, self.bar, self.notice, self._done):
            column.addWidget(part)
        column.addStretch(1)
        fill(self, inner, dialog_page.ways(self.cancel, self.make))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column when there is no room for two."""
        super().resizeEvent(event)
        wide = event.size().width() > _TWO_COLUMNS * self.fontMetrics().averageCharWidth()
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(beside if wide else below)


def _column(*parts: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.space())
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return column
