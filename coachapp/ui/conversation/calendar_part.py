"""The follow-up as a date for somebody's calendar: a file that says no more than she wants it to."""

import datetime as dt
import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from coachapp.domain import values
from coachapp.domain.conversation import Shared
from coachapp.domain.values import new_id
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui import asking, buttons, theme
from coachapp.ui.backups.words import show_in_folder
from coachapp.ui.conversation.talk import Talk
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.text import LineInput
from coachapp.ui.notice import Notice
from coachapp.ui.shared import listing
from coachapp.ui.tasks import Task

if TYPE_CHECKING:
    from coachapp.exchange.calendar import Meeting

_TIME: Final = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?:\s*(?:h|u|uur))?")


class NotATime(CoachError):
    def _template(self) -> str:
        return _("“{value}” is not a time. Type one such as 14:30, or nothing for the whole day.")


class CalendarPart(QWidget):
    """Neither title nor time is kept in the portfolio; that a file was written is, under Shared."""

    def __init__(self, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._talk, self._editor = talk, talk.editor
        self.title = LineInput(values.title, parent=self)
        self.title.show_value(_("Follow-up conversation"))
        self.time = LineInput(_read_time, _time_text, self)
        self.time.show_value("")
        self.write = buttons.ordinary(_("Put it in a calendar…"), self._on_write, parent=self)
        self.notice = Notice(self)
        self._lay_out()

    def write_to(self, path: Path) -> None:
        """Write the file; it goes on beside the window."""
        from coachapp.exchange import calendar  # noqa: PLC0415 - only who asks for a file waits for it
        from coachapp.report import saving  # noqa: PLC0415

        meeting = self._meeting()
        task = Task(lambda: saving.save(calendar.ics([meeting]), path))
        task.done.connect(partial(self._on_done, path, meeting))
        task.failed.connect(self._on_failed)
        task.start()

    def _meeting(self) -> "Meeting":
        from coachapp.exchange.calendar import Meeting  # noqa: PLC0415

        for line in (self.title, self.time):
            line.commit()
        talk = self._talk.conversation
        at = self.time.value or None
        return Meeting(talk.id, talk.stamp.counter, self.title.value, talk.follow_up, at, talk.minutes or 60)

    def _on_write(self) -> None:
        from coachapp.exchange import calendar  # noqa: PLC0415

        try:
            meeting = self._meeting()
            calendar.ics([meeting])
        except CoachError as error:
            self.notice.warn(error.text())
            return
        place = asking.documents() / calendar.file_name(meeting)
        asking.paper_to_write(self, place, _("Dates (*.ics)"), self.write_to)

    def _on_done(self, path: Path, meeting: "Meeting", _nothing: object) -> None:
        """What was written is listed, also when the conversation was left meanwhile."""
        size = path.stat().st_size if path.exists() else 0
        shared = Shared(
            new_id(), "calendar", listing.today(), name=path.name, content=meeting.title, size=size
        )
        listing.enter(self._editor, shared)
        if not isValid(self):
            return
        opened = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(path)))
        ways = [(_("Open"), opened), (_("Show in folder"), show_in_folder(path))]
        self.notice.tell(
            _("“{name}” is written. Open it to put it in a calendar.").format(name=path.name), ways
        )

    def _on_failed(self, error: CoachError) -> None:
        self.notice.warn(error.text())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(0.5))
        for words, line in (
            (_("What the calendar says"), self.title),
            (_("Time, if you know it"), self.time),
        ):
            line.setAccessibleName(words)
            column.addWidget(labels.note(words))
            column.addWidget(line)
            complaint = labels.complaint(self)
            line.complaint.connect(complaint.setText)
            line.complaint.connect(lambda text, label=complaint: label.setVisible(bool(text)))
            column.addWidget(complaint)
        said = _(
            "The calendar warns a day ahead. The file isn't encrypted, and others may see that calendar."
        )
        column.addWidget(labels.note(said))
        column.addWidget(self.write)
        column.addWidget(self.notice)


def _read_time(text: str) -> dt.time | str:
    """Nothing for the whole day. Raises NotATime."""
    if not text.strip():
        return ""
    match = _TIME.fullmatch(text.strip().lower())
    try:
        assert match
        return dt.time(int(match[1]), int(match[2] or 0))
    except (AssertionError, ValueError):
        raise NotATime(value=text.strip()) from None


def _time_text(value: dt.time | str) -> str:
    return f"{value:%H:%M}" if isinstance(value, dt.time) else ""
