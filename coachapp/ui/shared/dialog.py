"""The dialog that hands a copy over: for whom, what goes, with which passphrase, until when, and where to."""

import datetime as dt
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from coachapp.domain.handing_over import Chosen, handed_over
from coachapp.domain.portfolio import Portfolio, Shared
from coachapp.domain.values import new_id, title
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, fitting, theme
from coachapp.ui.backups.words import show_in_folder
from coachapp.ui.exporting.progress import Progress
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.following import bring_in_sight, fill
from coachapp.ui.inputs.text import DateInput, LineInput
from coachapp.ui.new_portfolio.lock import LockFields
from coachapp.ui.new_portfolio.place import PlaceField
from coachapp.ui.notice import Notice
from coachapp.ui.shared import listing, words
from coachapp.ui.shared.choosing import Choosing
from coachapp.ui.shared.preview import Preview

_HALF_A_YEAR: Final = 183  # days
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
        self.reader, self.owner, self.expires = LineInput(), LineInput(title), DateInput()
        self.choosing, self.preview = Choosing(portfolio, self), Preview(self)
        about = _("Whoever knows it can open the copy. Your own portfolio keeps its passphrase.")
        self.lock, self.place = LockFields(self, anew=True, about=about), PlaceField(parent=self)
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
                name=self.place.path.name
            ),
            [(_("Show in folder"), show_in_folder(self.place.path))],
        )
        self.cancel.setText(_("Close"))
        self.cancel.setFocus()
        fitting.open_at(self, 80, 36)

    def fail(self, error: CoachError) -> None:
        self._busy(on=False)
        self.notice.say(error.text())
        bring_in_sight(self.notice)

    def _begin(self) -> None:
        day = dt.date.fromisoformat(listing.today()) + dt.timedelta(days=_HALF_A_YEAR)
        for widget, value in (
            (self.reader, self._portfolio.coach),
            (self.owner, self._portfolio.owner),
            (self.expires, day.isoformat()),
        ):
            widget.show_value(value)
        self.choosing.changed.connect(self._refresh)
        for field in (self.reader, self.owner):
            field.committed.connect(self._suggest)
        self.lock.entered.connect(self._on_make)
        self._suggest()
        self._refresh()
        self._busy(on=False)
        self.reader.setFocus()

    def _suggest(self) -> None:
        """A file of both their names."""
        names = (self.owner.text() or self._portfolio.owner, self.reader.text())
        self.place.follow(" – ".join(name for name in names if name))

    def _choice(self) -> Chosen:
        owner = str(self.owner.value or "")
        return self.choosing.chosen(owner if owner != self._portfolio.owner else "")

    def _copy(self) -> Portfolio:
        return handed_over(self._portfolio, self._choice(), Shared(new_id(), "copy"))

    def _refresh(self) -> None:
        self.preview.show_copy(self._copy())

    def _on_make(self) -> None:
        for field in (self.reader, self.owner, self.expires):
            field.commit()
        if self._is_busy or not self.lock.check():
            return
        passphrase, chosen = self.lock.passphrase, self._choice()
        assert passphrase
        left = Shared(
            new_id(),
            "copy",
            listing.today(),
            reader=str(self.reader.value or ""),
            name=self.place.path.name,
            content=words.content(self._copy(), chosen),
            expires_on=str(self.expires.value or ""),
        )
        self._progress = Progress()
        self._busy(on=True)
        self.asked.emit(Asked(chosen, left, self.place.path, passphrase, self._progress))

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
        self._columns.addLayout(_column(*self._who(), self.choosing), 1)
        self._columns.addLayout(_column(self.preview, *self._how()), 1)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(*(theme.space(3),) * 4)
        column.setSpacing(theme.space(1.5))
        column.addWidget(labels.title(_("A copy for my coach"), inner))
        about = _(
            "What you don't choose is not in the copy, not even hidden. "
            "You can take back what is written in it."
        )
        column.addWidget(labels.text(about, inner))
        for part in (self._choices, self.bar, self.notice, self._done):
            column.addWidget(part)
        column.addStretch(1)
        ways = QHBoxLayout()
        ways.setContentsMargins(theme.space(3), 0, theme.space(3), theme.space(2))
        ways.addStretch(1)
        ways.addWidget(self.cancel)
        ways.addWidget(self.make)
        fill(self, inner, ways)

    def _who(self) -> tuple[QWidget, ...]:
        return (
            *_labelled(_("For whom"), self.reader),
            *_labelled(_("My name in the copy; an alias may do"), self.owner),
            labels.note(_("Names in what you typed go along as they stand there."), self),
        )

    def _how(self) -> tuple[QWidget, ...]:
        agreed = _("Who opens the copy after that day is reminded. Nothing is removed by itself.")
        return (
            labels.heading(_("The copy opens with a passphrase of its own"), self),
            self.lock,
            *_labelled(_("To be removed by"), self.expires),
            labels.note(agreed, self),
            labels.heading(_("Where it is put"), self),
            self.place,
        )

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


def _labelled(name: str, field: LineInput) -> tuple[QWidget, ...]:
    """With what can't be read told below it."""
    label, complaint = labels.note(name), labels.complaint()
    label.setBuddy(field)
    field.setAccessibleName(name)
    field.complaint.connect(lambda text: (complaint.setText(text), complaint.setVisible(bool(text))))
    return label, field, complaint
