"""The conversations of a portfolio: begin one, go on with one, read what was written in an earlier one."""

import datetime as dt
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachapp import formats
from coachapp.domain import edits, preparing, talking
from coachapp.domain.conversation import Conversation
from coachapp.domain.portfolio import Portfolio
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, theme
from coachapp.ui.conversation.told import told
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.flow import FlowLayout
from coachapp.ui.inputs.fold import Fold
from coachapp.ui.inputs.following import FollowingScrollArea
from coachapp.ui.inputs.panel import Panel
from coachapp.ui.inputs.rows import Rows
from coachapp.ui.preparing import ways as preparing_ways
from coachapp.ui.settings import Settings
from coachapp.ui.when_seen import WhenSeen

_WIDE = 96  # letters


class ConversationsPage(FollowingScrollArea):
    """`talk_requested(id)`: to the screen of this conversation."""

    talk_requested = Signal(str)

    def __init__(self, editor: Editor, settings: Settings, parent: QWidget | None = None) -> None:  # noqa: ARG002
        super().__init__(parent)
        self._editor = editor
        self.start = buttons.primary(_("Start a conversation"), self._on_start)
        self.start.setEnabled(not editor.read_only)
        self._empty = labels.text(_empty())
        self.rows = Rows(self._row, self._fill)
        self._lay_out()
        WhenSeen(self, editor, self._show)

    def _lay_out(self) -> None:
        content = QWidget()
        content.setMaximumWidth(_WIDE * self.fontMetrics().averageCharWidth())
        column = QVBoxLayout(content)
        column.setContentsMargins(*(theme.space(2),) * 4)
        column.setSpacing(theme.space(2))
        column.addWidget(labels.title(_("Conversations")))
        column.addWidget(self._empty)
        ways = FlowLayout(space=theme.space())
        for way in (
            self.start,
            buttons.ordinary(_("Prepare…"), lambda: preparing_ways.prepare(self._editor, self.window())),
            buttons.quiet(_("Preparation sheet…"), lambda: preparing_ways.sheet(self._editor, self.window())),
        ):
            ways.addWidget(way)
        column.addLayout(ways)
        column.addWidget(self.rows)
        column.addStretch(1)
        self.setWidget(content)

    def _show(self, portfolio: Portfolio) -> None:
        self._empty.setVisible(not portfolio.conversations)
        self.rows.show_values(tuple(reversed(portfolio.conversations)))

    def _row(self, talk: Conversation) -> "TalkRow":
        row = TalkRow(self._editor)
        row.go_on.clicked.connect(partial(self.talk_requested.emit, talk.id))
        return row

    def _fill(self, row: "TalkRow", talk: Conversation) -> None:
        row.show_talk(talk)

    def _on_start(self) -> None:
        talk = talking.begun(self._editor.portfolio, dt.date.today().isoformat())  # noqa: DTZ011 - her day
        edit = edits.in_order(edits.add(talk), preparing.take_along(self._editor.portfolio, talk.id))
        if self._editor.apply(_("Start a conversation"), edit):
            self.talk_requested.emit(talk.id)


class TalkRow(Panel):
    """One conversation; what was written in it can be unfolded."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._talk = Conversation("")
        self._title, self._about = labels.heading(), labels.note()
        self.go_on = buttons.ordinary(_("Go on"), lambda: None)
        self._remove = buttons.quiet(_("Remove this conversation"), self._on_remove)
        self._remove.setEnabled(not editor.read_only)
        self.fold = Fold(_("What was written"))
        self._lines = Rows(lambda _line: labels.text(), _show_line, key=lambda line: line[0])
        self.fold.body.addWidget(self._lines)
        self.fold.body.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignLeading)
        self.fold.toggled.connect(self._read)
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.addWidget(self._title)
        words.addWidget(self._about)
        row.addLayout(words, 1)
        row.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)
        self.column.addWidget(self.fold)

    def show_talk(self, talk: Conversation) -> None:
        self._talk = talk
        step = {s.id: str(s.title) for s in self._editor.portfolio.framework.steps}.get(talk.step, "")
        day = formats.day(talk.date)
        self._title.setText(labels.breakable(talk.question or _("Conversation of {date}").format(date=day)))
        state = _("ended") if not talk.is_open else _("at “{step}”").format(step=step) if step else ""
        self._about.setText(labels.breakable(" · ".join(text for text in (day, talk.coach, state) if text)))
        self.go_on.setText(_("Go on") if talk.is_open else _("Look at it again"))
        name = _("{what}: conversation of {date}")
        self.go_on.setAccessibleName(name.format(what=self.go_on.text(), date=day))
        self._read()

    def _read(self) -> None:
        if self.fold.is_open:
            lines = told(self._editor.portfolio, self._talk)
            self._lines.show_values(tuple(enumerate(lines)))

    def _on_remove(self) -> None:
        step = _("Remove the conversation of {date}").format(date=formats.day(self._talk.date))
        self._editor.apply(step, edits.remove(Conversation, [self._talk.id]))


def _show_line(label: object, line: tuple[int, str]) -> None:
    label.setText(labels.breakable(line[1]))  # type: ignore[attr-defined] - a label of ours


def _empty() -> str:
    return _(
        "Here stand your conversations about your work: what you asked, what you saw on the board and what "
        "you agreed. Start one when you sit at the table together."
    )
