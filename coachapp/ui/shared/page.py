"""The Shared page: what left this portfolio, when and for whom, and what can be done about that."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from coachapp import formats
from coachapp.domain import partial
from coachapp.domain.portfolio import Portfolio, Shared
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, theme
from coachapp.ui.backups.reminding import RemindPanel
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.following import FollowingScrollArea
from coachapp.ui.inputs.form import Form
from coachapp.ui.inputs.panel import Panel
from coachapp.ui.inputs.rows import Rows
from coachapp.ui.settings import Settings
from coachapp.ui.shared.row import SharedRow
from coachapp.ui.when_seen import WhenSeen

_WIDE = 130  # letters
_TWO_COLUMNS = 90


class SharedPage(FollowingScrollArea):
    """The list to the left, the newest first; to the right what can be done."""

    def __init__(self, editor: Editor, settings: Settings, parent: QWidget | None = None) -> None:  # noqa: ARG002
        super().__init__(parent)
        self._editor = editor
        self._empty = labels.text(
            _("Nothing has left yet. A plan, a copy for your coach or an export is listed here by itself.")
        )
        self._copy = _CopyPanel()
        self.rows = Rows(lambda _left: SharedRow(editor), SharedRow.show_left)
        self._reminder = RemindPanel(editor)
        self._lay_out()
        WhenSeen(self, editor, self._show)

    def flush(self) -> None:
        """Keep what is still being typed."""
        for form in self.findChildren(Form):
            form.flush()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(theme.space(1.5))
        left.addWidget(labels.title(_("What was shared")))
        left.addWidget(labels.note(_("Nothing leaves by itself. Every file that is made of it is listed.")))
        for part in (self._copy, self._empty, self.rows):
            left.addWidget(part)
        left.addStretch(1)
        content = QWidget()
        content.setMaximumWidth(_WIDE * self.fontMetrics().averageCharWidth())
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._columns.setContentsMargins(*(theme.space(2),) * 4)
        self._columns.setSpacing(theme.space(4))
        self._columns.addLayout(left, 3)
        self._columns.addWidget(self._ways(), 2, Qt.AlignmentFlag.AlignTop)
        self.setWidget(content)

    def _ways(self) -> QWidget:
        """What a portfolio in a file can; to hand over and to take back only who may write."""
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space())
        sharing = self._editor.sharing
        if sharing is None or not sharing.has_file:
            column.addWidget(labels.note(_("Once this is saved as a portfolio, a copy can be handed over.")))
            return side
        if not self._editor.read_only:
            column.addWidget(buttons.primary(_("Make a copy for my coach…"), sharing.hand_over))
            column.addWidget(buttons.ordinary(_("Take back what was written…"), sharing.take_back))
            column.addSpacing(theme.space())
        column.addWidget(buttons.ordinary(_("Export everything…"), sharing.export))
        column.addWidget(buttons.ordinary(_("Where is all this?"), sharing.tell_where))
        if not self._editor.read_only:
            column.addSpacing(theme.space())
            column.addWidget(self._reminder)
            column.addWidget(buttons.quiet(_("Erase this portfolio…"), sharing.erase))
        return side

    def _show(self, portfolio: Portfolio) -> None:
        marks = partial.marks(portfolio)
        listed = [left for left in portfolio.shared if left not in marks]
        self._copy.show_mark(marks[-1] if marks else None)
        self.rows.show_values(sorted(listed, key=lambda left: (left.date, left.id), reverse=True))
        self._empty.setHidden(bool(listed or marks))
        self._reminder.show_portfolio(portfolio)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column when there is no room for two."""
        super().resizeEvent(event)
        wide = event.size().width() > _TWO_COLUMNS * self.fontMetrics().averageCharWidth()
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(beside if wide else below)


class _CopyPanel(Panel):
    """What the reader of a copy of chosen parts has to know."""

    def __init__(self) -> None:
        super().__init__()
        self._words = labels.text("", self)
        self.column.addWidget(self._words)

    def show_mark(self, mark: Shared | None) -> None:
        self.setVisible(mark is not None)
        if mark:
            self._words.setText(labels.breakable(about_copy(mark)))


def about_copy(mark: Shared) -> str:
    """What kind of copy this is, and until when."""
    sentences = [
        _("This is a copy of chosen parts, made on {date}. The owner can take back what is written in it.")
    ]
    if mark.expires_on:
        sentences.append(_("It was agreed to be removed by {day}."))
    return " ".join(sentences).format(date=formats.day(mark.date), day=formats.day(mark.expires_on))
