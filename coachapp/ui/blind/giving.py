"""The small file for who places apart on another computer: for whom, with which passphrase, and where to."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from coachapp.domain.conversation import Conversation, Shared
from coachapp.domain.handing_over import Chosen
from coachapp.domain.values import new_id
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext
from coachapp.ui import buttons
from coachapp.ui.backups.words import show_in_folder
from coachapp.ui.blind.plain_page import PlainPage
from coachapp.ui.exporting.progress import Progress
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.following import bring_in_sight
from coachapp.ui.inputs.text import LineInput
from coachapp.ui.new_portfolio.lock import LockFields
from coachapp.ui.new_portfolio.place import PlaceField
from coachapp.ui.notice import Notice
from coachapp.ui.shared import listing
from coachapp.ui.shared.dialog import Asked


class GivePage(PlainPage):
    """`asked(Asked)`: write it; then `tell` or `fail` is called. `given`: on to one's own turn."""

    asked = Signal(object)
    given = Signal()
    left = Signal()

    def __init__(
        self, owner: str, talk: Conversation, activity_ids: Collection[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("A file to place apart in"), _words(), parent)
        self._talk, self._ids, self._progress = talk, activity_ids, Progress()
        self.is_busy = False
        self.reader, self.lock, self.place = LineInput(), LockFields(anew=True), PlaceField()
        self.reader.show_value(talk.coach)
        self.reader.setAccessibleName(_("For whom"))
        self.place.follow(" – ".join(name for name in (owner, _("place apart")) if name))
        self._fields = (
            labels.heading(_("For whom")),
            self.reader,
            labels.heading(_("The file opens with a passphrase of its own")),
            self.lock,
            labels.heading(_("Where it is put")),
            self.place,
        )
        self.notice, self._done, self._bar = Notice(), Notice(sign="saved"), QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(_("The file is being made…"))
        for part in (*self._fields, self._bar, self.notice, self._done):
            self.column.addWidget(part)
        self.make = buttons.primary(_("Make the file"), self._on_make)
        self.go_on = buttons.primary(_("On to my own turn"), self.given.emit)
        self.end(self.make, self.go_on, buttons.quiet(_("Not now"), self.left.emit))
        self.go_on.hide()
        self._bar.hide()
        self.lock.entered.connect(self._on_make)
        self.setFocusProxy(self.reader)

    def stop(self) -> None:
        """Make no file after all."""
        self._progress.stopped = True

    def tell(self) -> None:
        """It is there, and listed."""
        self._busy(on=False)
        for part in (*self._fields, self.make, self.notice):
            part.hide()
        self._done.say(
            _(
                "The file is in “{name}”. Give it to the other, and tell the passphrase by another way."
            ).format(name=self.place.path.name),
            [(_("Show in folder"), show_in_folder(self.place.path))],
        )
        self.go_on.show()
        self.go_on.setFocus()

    def fail(self, error: CoachError) -> None:
        self._busy(on=False)
        self.notice.say(error.text())
        bring_in_sight(self.notice)

    def _on_make(self) -> None:
        self.reader.commit()
        if self.is_busy or not self.lock.check():
            return
        passphrase, reader = self.lock.passphrase, str(self.reader.value or "")
        assert passphrase
        told = ngettext("{count} activity", "{count} activities", len(self._ids)).format(count=len(self._ids))
        name = self.place.path.name
        left = Shared(new_id(), "blind", listing.today(), reader=reader, name=name, content=told)
        chosen = Chosen(frozenset(self._ids), apart=self._talk.id)
        self._progress = Progress()
        self._busy(on=True)
        self.asked.emit(Asked(chosen, left, self.place.path, passphrase, self._progress))

    def _busy(self, *, on: bool) -> None:
        self.is_busy = on
        for part in (*self._fields, self.make):
            part.setDisabled(on)
        self._bar.setVisible(on)
        if on:
            self.notice.hide()


def _words() -> tuple[str, str]:
    return (
        _("It holds your name and these titles. Not in it: where they lie, notes and goals."),
        _("The other opens it in CoachApp, lays the cards and gives the file back to you."),
    )
