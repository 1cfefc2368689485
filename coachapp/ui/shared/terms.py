"""On what terms a copy is handed over: for whom, under which name, opened how, until when, and where."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.domain.portfolio import Portfolio
from coachapp.domain.values import title
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.text import DateInput, LineInput
from coachapp.ui.new_portfolio.lock import LockFields
from coachapp.ui.new_portfolio.place import PlaceField
from coachapp.ui.shared import listing

_HALF_A_YEAR: Final = 183  # days


class ForWhom(QWidget):
    """`renamed(str)`: both their names, for the file."""

    renamed = Signal(str)

    def __init__(self, portfolio: Portfolio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own_name = portfolio.owner
        self.reader, self.owner = LineInput(), LineInput(title)
        self.reader.show_value(portfolio.coach)
        self.owner.show_value(portfolio.owner)
        for field in (self.reader, self.owner):
            field.committed.connect(self.suggest)
        _lay_out(
            self,
            *_labelled(_("For whom"), self.reader),
            *_labelled(_("My name in the copy; an alias may do"), self.owner),
            labels.note(_("Names in what you typed go along as they stand there."), self),
        )
        self.setFocusProxy(self.reader)

    @property
    def alias(self) -> str:
        """Empty when it is her own name."""
        owner = str(self.owner.value or "")
        return owner if owner != self._own_name else ""

    def suggest(self) -> None:
        names = (self.owner.text() or self._own_name, self.reader.text())
        self.renamed.emit(" – ".join(name for name in names if name))

    def commit(self) -> None:
        for field in (self.reader, self.owner):
            field.commit()


class Terms(QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        about = _("Whoever knows it can open the copy. Your own portfolio keeps its passphrase.")
        self.lock, self.expires = LockFields(self, anew=True, about=about), DateInput()
        self.place = PlaceField(parent=self)
        day = dt.date.fromisoformat(listing.today()) + dt.timedelta(days=_HALF_A_YEAR)
        self.expires.show_value(day.isoformat())
        agreed = _("Who opens the copy after that day is reminded. Nothing is removed by itself.")
        _lay_out(
            self,
            labels.heading(_("The copy opens with a passphrase of its own"), self),
            self.lock,
            *_labelled(_("To be removed by"), self.expires),
            labels.note(agreed, self),
            labels.heading(_("Where it is put"), self),
            self.place,
        )


def _lay_out(page: QWidget, *parts: QWidget) -> None:
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.space())
    for part in parts:
        column.addWidget(part)


def _labelled(name: str, field: LineInput) -> Iterator[QWidget]:
    """With what can't be read told below it."""
    label, complaint = labels.note(name), labels.complaint()
    label.setBuddy(field)
    field.setAccessibleName(name)
    field.complaint.connect(lambda text: (complaint.setText(text), complaint.setVisible(bool(text))))
    yield from (label, field, complaint)
