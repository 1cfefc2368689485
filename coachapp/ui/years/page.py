"""Over the years: the board on every kept day, its cards flying from one to the next, and words beside it."""

import datetime as dt

from PySide6.QtGui import QFocusEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from coachapp import formats
from coachapp.domain import edits
from coachapp.domain.board_then import Snapshot, snapshot_of
from coachapp.i18n import gettext as _
from coachapp.ui.announce import announce
from coachapp.ui.editor import Editor
from coachapp.ui.settings import Settings
from coachapp.ui.years import lines, words
from coachapp.ui.years.controls import Controls
from coachapp.ui.years.foot import Foot
from coachapp.ui.years.nothing import Nothing
from coachapp.ui.years.panes import Panes
from coachapp.ui.years.story import Story
from coachapp.ui.years.walk import Walk


class OverTheYearsPage(QWidget):
    """One day, or two of them beside each other; `activity_id` is the one whose line is shown."""

    def __init__(self, editor: Editor, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._settings = editor, settings
        self.story = Story(editor.portfolio, _today())
        self.number, self.other = self.story.last, 0
        self.activity_id = ""
        self.controls = Controls(self, moves=not settings.reduced_motion)
        self.panes, self.foot, self.walk = Panes(editor.portfolio, settings, self), Foot(self), Walk(self)
        self.side, self.telling = self.panes.side, self.panes.telling
        self.nothing = Nothing(self, may_keep=not editor.read_only)
        self.controls.keep.setVisible(not editor.read_only)
        self._lay_out()
        self._connect()
        self._tell_story()

    def state(self) -> object:
        """What to come back to when the page is made anew."""
        return self.number, self.other, self.panes.is_double, self.activity_id

    def restore(self, state: object) -> None:
        if isinstance(state, tuple):
            number, other, double, self.activity_id = state
            self.number, self.other = min(number, self.story.last), min(other, self.story.last)
            self.controls.double.setChecked(double)
            self._double(on=double)

    def turn_to(self, number: int) -> None:
        """Show this day."""
        self.number = min(max(number, 0), self.story.last)
        self._show()
        self._announce()

    def turn_to_board(self, snapshot_id: str) -> None:
        """Show the day of this snapshot; "" is today."""
        self.walk.stop()
        self.turn_to(self.story.number_of(snapshot_id))

    def compare_with(self, number: int) -> None:
        """Lay this day beside the one that is shown."""
        self.other = number
        self._show()
        self._announce()

    def choose(self, activity_id: str) -> None:
        """Show the line of this activity through the years; of none with ""."""
        self.activity_id = activity_id
        for side in self.panes.sides:
            side.mark(self.story, activity_id)
        self._tell_line()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Not by a proxy: what is worked in is not always the same."""
        (self.foot.slider if self.story.last else self.nothing.keep).setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.walk.stop()

    def _lay_out(self) -> None:
        self._full = QWidget()
        column = QVBoxLayout(self._full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.controls)
        column.addWidget(self.panes, 1)
        column.addWidget(self.foot)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._full)
        self._stack.addWidget(self.nothing)

    def _connect(self) -> None:
        self._editor.changed.connect(self._on_changed)
        self.controls.stepped.connect(self._on_stepped)
        self.controls.played.connect(self._on_played)
        self.controls.doubled.connect(lambda on: self._double(on=on))
        self.controls.kept.connect(self._on_keep)
        self.controls.removed.connect(self._on_remove)
        self.nothing.kept.connect(self._on_keep)
        self.foot.turned.connect(self._on_turned)
        self.foot.compared.connect(self.compare_with)
        self.walk.stepped.connect(self._on_walked)
        self.walk.changed.connect(lambda going: self.controls.show_playing(going=going))
        self.panes.chosen.connect(self.choose)
        self.panes.roomy.connect(self.controls.words.setChecked)
        self.controls.words.toggled.connect(lambda on: self.panes.show_words(on=on))
        self.telling.activity_chosen.connect(self.choose)
        self.telling.day_chosen.connect(self._on_turned)

    def _on_changed(self) -> None:
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        """Tell the story of the value of now, at the day that was shown."""
        portfolio = self._editor.portfolio
        if self.story.is_about(portfolio) and self.side.number >= 0:
            return
        shown = [self.story.kept[number].snapshot for number in (self.number, self.other)]
        self.story = Story(portfolio, _today())
        self.number, self.other = (self.story.number_of(one.id if one else "") for one in shown)
        self._tell_story()

    def _tell_story(self) -> None:
        has_days = bool(self.story.last)
        self._stack.setCurrentWidget(self._full if has_days else self.nothing)
        self.foot.show_portfolio(self.story.portfolio, self.story.kept)
        if has_days:
            self._show()

    def _show(self) -> None:
        double = self.panes.is_double
        numbers = (self.other, self.number) if double else (self.number,)
        for side, number in zip(self.panes.sides, numbers, strict=True):
            side.show_day(self.story, number, words.day(self.story.kept[number]), self.activity_id)
        self.foot.show_days(self.number, self.other)
        kept = self.story.kept[self.number]
        may_remove = bool(kept.snapshot and not kept.conversation) and not self._editor.read_only
        self.controls.offer(
            earlier=self.number > 0, later=self.number < self.story.last, remove=may_remove and not double
        )
        self._tell()

    def _tell(self) -> None:
        """What is otherwise than on the day before, or on the other day."""
        early, late = self._compared
        day = self.story.kept[late]
        rows, changes = lines.changes(self.story, early, late)
        since = lines.since(self.story, early, late, changes)
        self.telling.say_day(words.day(day), words.occasion(day), since)
        self.telling.say_changes(rows, lines.lost(self.story, late))
        self._tell_line()

    @property
    def _compared(self) -> tuple[int, int]:
        """The earlier and the later day that the words are about."""
        other = self.other if self.panes.is_double else max(0, self.number - 1)
        early, late = sorted((other, self.number))
        return early, late

    def _tell_line(self) -> None:
        title, rows = lines.line(self.story, self.activity_id)
        self.telling.say_line(title, rows)
        self.telling.choose(self.activity_id)

    def _announce(self) -> None:
        announce(self, f"{words.day(self.story.kept[self.number])}. {self.telling.since.text()}")

    def _double(self, *, on: bool) -> None:
        self.walk.stop()
        self.panes.show_double(on=on)
        self.foot.show_double(on=on)
        if on and self.other == self.number:
            self.number = self.story.last
        self._show()

    def _on_turned(self, number: int) -> None:
        self.walk.stop()
        self.turn_to(number)

    def _on_stepped(self, by: int) -> None:
        self._on_turned(self.number + by)

    def _on_played(self) -> None:
        if self.walk.is_going:
            self.walk.stop()
        else:
            if self.number == self.story.last:
                self.turn_to(0)
            self.walk.start()

    def _on_walked(self) -> None:
        self.turn_to(self.number + 1)
        if self.number == self.story.last:
            self.walk.stop()

    def _on_keep(self) -> None:
        day = _today()
        label = _("Keep the board of {day}").format(day=formats.day(day))
        self._editor.apply(label, edits.add(snapshot_of(self._editor.portfolio, day)))

    def _on_remove(self) -> None:
        if snapshot := self.story.kept[self.number].snapshot:
            label = _("Remove the board of {day}").format(day=words.day(self.story.kept[self.number]))
            self._editor.apply(label, edits.remove(Snapshot, [snapshot.id]))


def _today() -> str:
    return dt.date.today().isoformat()  # noqa: DTZ011 - the owner's day
