"""The Goals page: one column that reads from what is asked to what is agreed."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachapp.domain import edits
from coachapp.domain.edits import Edit
from coachapp.domain.portfolio import Goal, Portfolio
from coachapp.domain.values import new_id
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.editor import Editor
from coachapp.ui.evidence.part import EvidencePart
from coachapp.ui.goals import room
from coachapp.ui.goals.actions import Actions
from coachapp.ui.goals.agreements import Agreements
from coachapp.ui.goals.earlier import Earlier, InSight
from coachapp.ui.goals.from_ambitions import FromAmbitions
from coachapp.ui.goals.goal import GoalCard
from coachapp.ui.goals.picture import Picture
from coachapp.ui.goals.who_else import WhoElse
from coachapp.ui.goals.wishes import Wishes
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.following import FollowingScrollArea
from coachapp.ui.inputs.form import Form
from coachapp.ui.inputs.newline import NewLine
from coachapp.ui.inputs.rows import Rows
from coachapp.ui.inputs.text import DateInput, LineInput, TitleInput
from coachapp.ui.settings import Settings

_WITH_PICTURE = 120  # letters
_WIDE = 96  # letters: longer lines read badly


class GoalsPage(QWidget):
    """With room for it, the board stands beside the goals as a small picture."""

    def __init__(self, editor: Editor, settings: Settings, parent: QWidget | None = None) -> None:  # noqa: ARG002
        super().__init__(parent)
        self._editor = editor
        self._shown: Portfolio | None = None
        self._talk, self._follow = Form(editor, _own), Form(editor, _own)
        self._talk.add("question", _("My question"), TitleInput(may_be_empty=True))
        self._talk.add("coach", _("Conversation with"), LineInput())
        self._follow.add_beside(("follow_up", _("Follow-up date"), DateInput()))
        self._wishes, self._agreements = Wishes(editor), Agreements(editor)
        self._goals = Rows(lambda goal: GoalCard(editor, goal), GoalCard.show_goal)
        self._earlier = Earlier(_("Earlier goals"), lambda goal: GoalCard(editor, goal), GoalCard.show_goal)
        self._in_sight = InSight()
        self._from, self._else = FromAmbitions(editor), WhoElse(editor)
        self._together = Agreements(editor, together=True)
        self._loose, self._files = Actions(editor, ""), EvidencePart(editor)
        self._hint, self._new = labels.note(), NewLine(_("New goal…"))
        self._new.entered.connect(self._on_new)
        self._picture, self._aside = Picture(), QWidget()
        self._lay_out()
        editor.changed.connect(self._on_changed)

    def flush(self) -> None:
        """Keep what is still being typed; call before the window closes."""
        for form in self.findChildren(Form):
            form.flush()

    def _lay_out(self) -> None:
        content = QWidget()
        content.setMaximumWidth(_WIDE * self.fontMetrics().averageCharWidth())
        layout = QVBoxLayout(content)
        layout.setContentsMargins(*(theme.space(2),) * 4)
        layout.setSpacing(theme.space(1.5))
        self._add(layout, _("Our conversation"), self._talk)
        self._add(layout, _("Ambitions"), self._wishes)
        goals = self._hint, self._goals, self._from, self._new, self._loose, self._else
        self._add(layout, _("Goals"), *goals, self._files, self._earlier)
        self._add(layout, _("To take up together"), self._together)
        self._add(layout, _("Agreements"), self._agreements, self._follow)
        layout.addStretch(1)
        self._lay_out_picture()
        scroll = FollowingScrollArea()
        scroll.setWidget(content)
        scroll.setMaximumWidth(content.maximumWidth() + theme.space(4))
        beside = QHBoxLayout(self)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(scroll, 1)
        beside.addWidget(self._aside, 0, Qt.AlignmentFlag.AlignTop)
        beside.addStretch()

    def _lay_out_picture(self) -> None:
        column = QVBoxLayout(self._aside)
        column.setContentsMargins(*(theme.space(2),) * 4)
        column.addWidget(labels.heading(_("The board in small")))
        column.addWidget(self._picture)
        column.addWidget(labels.note(_("Dots are cards, arrows are ambitions.")))

    def _add(self, layout: QVBoxLayout, title: str, *parts: QWidget) -> None:
        layout.addWidget(labels.title(title))
        for part in parts:
            layout.addWidget(part)
        layout.addSpacing(theme.space(2))

    def _refresh(self) -> None:
        portfolio = self._editor.portfolio
        if portfolio is self._shown:
            return
        self._shown = portfolio
        self._talk.show_items((portfolio,), "")
        self._follow.show_items((portfolio,), "")
        self._wishes.refresh()
        self._picture.show_portfolio(portfolio)
        goals = self._in_sight.among(portfolio.goals)
        self._goals.show_values(goals)
        self._earlier.show_values(goal for goal in portfolio.goals if goal not in goals)
        for part in (self._from, self._else, self._together, self._agreements):
            part.refresh()
        self._loose.setVisible(self._loose.refresh())
        self._files.show_owner()
        self._files.setVisible(bool(self._files.rows.widgets))
        self._hint.setText(room.words(portfolio))
        self._new.setEnabled(room.is_there(portfolio) and not self._editor.read_only)

    def _on_changed(self) -> None:
        if self.isVisible():
            self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        sights = (self._in_sight, self._together.in_sight, self._agreements.in_sight)
        passed = [sight.forget() for sight in sights]
        if any(passed):
            self._shown = None
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        letters = event.size().width() / self.fontMetrics().averageCharWidth()
        self._aside.setVisible(letters > _WITH_PICTURE)

    def _on_new(self, title: str) -> None:
        self._editor.apply(_("Add “{name}”").format(name=title), edits.add(Goal(new_id(), title)))


def _own(_ids: object, **changes: Any) -> Edit:
    """The portfolio's own texts; it needs no id."""
    return edits.describe(**changes)
