"""The page that makes a coach book: how it is locked, and where it goes."""

from PySide6.QtWidgets import QWidget

from coachapp.domain.coach_book.book import CoachBook
from coachapp.domain.values import new_id
from coachapp.i18n import gettext as _
from coachapp.ui import endings
from coachapp.ui.coachbook.ways import CoachBookWays
from coachapp.ui.inputs import labels
from coachapp.ui.new_portfolio.lock import LockFields
from coachapp.ui.start.making import LockedMakingPage


class NewBookPage(LockedMakingPage):
    """`made(file)` ends it well. A coach book always has a passphrase."""

    def __init__(self, ways: CoachBookWays, parent: QWidget | None = None) -> None:
        name = _("My coachees")
        super().__init__(name, name, _("Make the coach book"), parent, endings.BOOK)
        self._books = ways
        self._lock_with(LockFields(self, anew=True, about=about_passphrase()))
        promise = _("Choose another passphrase than that of any portfolio.")
        self._lay_out(_("New coach book"), promise, labels.heading(_("Lock"), self), self.lock, self.notice)
        self._busy(on=False)
        self.setFocusProxy(self.lock)

    def _on_go(self) -> None:
        if not self.go.isEnabled() or not self.lock.check():
            return
        create, path, passphrase = self._books.create, self.place.path, self.lock.passphrase or ""
        self._make(lambda _step: create(path, CoachBook(new_id()), passphrase)).done.connect(self._on_made)


def about_passphrase() -> str:
    """What it means to lose it."""
    return _("Without this passphrase nobody can open the coach book. Write it down and keep it safe.")
