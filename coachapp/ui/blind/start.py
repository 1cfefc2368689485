"""Before placing apart: what takes part, and who begins."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from coachapp.domain import blind
from coachapp.domain.conversation import Conversation
from coachapp.domain.portfolio import Portfolio
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, theme
from coachapp.ui.blind.people import Person
from coachapp.ui.blind.plain_page import PlainPage
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.choices import Choice, ChoiceButtons
from coachapp.ui.inputs.words import sentence

_ID = Qt.ItemDataRole.UserRole


class StartPage(PlainPage):
    """`begun(activity ids, who begins)`; `compare_requested`: both have had their turn.

    `give_requested(activity ids)`: the other places on another computer; `take_back_requested`: and did.
    """

    begun = Signal(object, str)
    compare_requested = Signal()
    give_requested = Signal(object)
    take_back_requested = Signal()
    left = Signal()

    def __init__(
        self,
        portfolio: Portfolio,
        talk: Conversation,
        two: Sequence[Person],
        *,
        may_give: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Place apart first"), _words(), parent)
        self._portfolio, self._talk = portfolio, talk
        self.list = self._listed()
        self.first = ChoiceButtons((Choice(p.by, sentence(p.name)) for p in two), optional=False)
        self.first.setAccessibleName(_("Who begins?"))
        self._first = two[0].by
        self.first.show_value(self._first)
        self.first.committed.connect(self._on_first)
        self.begin = buttons.primary(_("Begin"), self._begin)
        self.compare = buttons.ordinary(_("Show both boards"), self.compare_requested.emit)
        self.give = buttons.ordinary(_("Each on an own computer…"), self._give)
        self.take_back = buttons.ordinary(_("Take the file back…"), self.take_back_requested.emit)
        self.column.addWidget(labels.heading(_("Which activities?")))
        self.column.addWidget(self.list, 3)
        self.column.addWidget(labels.heading(_("Who begins?")))
        self.column.addWidget(self.first)
        ways = (self.begin, self.compare, self.give, self.take_back)
        self.end(*ways, buttons.quiet(_("Not now"), self.left.emit))
        self.compare.setVisible(blind.may_compare(portfolio, talk.id))
        self.give.setVisible(may_give)
        self.take_back.setVisible(may_give and blind.is_awaited(portfolio))
        self._on_ticked()

    def chosen(self) -> tuple[str, ...]:
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(item.data(_ID) for item in items if item.checkState() == Qt.CheckState.Checked)

    def _listed(self) -> QListWidget:
        """What was begun is ticked, and what is to place; what lies on the board can be."""
        made = QListWidget()
        made.setAccessibleName(_("Which activities?"))
        made.setWordWrap(True)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setSpacing(theme.space(0.25))
        made.setMinimumHeight(theme.space(14))
        begun = blind.taking_part(self._portfolio, self._talk.id)
        placed = {placement.activity_id for placement in self._portfolio.placements}
        for activity in blind.choosable(self._portfolio):
            item = QListWidgetItem(activity.title, made)
            item.setData(_ID, activity.id)
            is_on = activity.id in begun or (not begun and activity.id not in placed)
            item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
            if activity.id in placed:
                item.setText(_("{title} (on the board now)").format(title=activity.title))
        made.itemChanged.connect(self._on_ticked)
        return made

    def _on_ticked(self) -> None:
        for button in (self.begin, self.give):
            button.setEnabled(bool(self.chosen()))

    def _on_first(self, by: object) -> None:
        self._first = str(by)

    def _give(self) -> None:
        self.give_requested.emit(self.chosen())

    def _begin(self) -> None:
        self.begun.emit(self.chosen(), self._first)


def _words() -> tuple[str, str]:
    return (
        _("Each of you lays the same activities, while the other looks away. Then you look at both boards."),
        _("It is no test: two views of the same work are a reason to talk."),
    )
