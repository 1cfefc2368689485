"""The dialog that asks which activities stand on the card with what can be asked for."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from coachapp.domain.portfolio import Portfolio
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext
from coachapp.report.expertise import MOST
from coachapp.ui import buttons, fitting, theme
from coachapp.ui.inputs import labels
from coachapp.ui.shared.choosing import Wrapping


class AskedForDialog(QDialog):
    """Nothing is ticked at first: what she offers, only she knows. `chosen(ids)`."""

    chosen = Signal(object)

    def __init__(self, portfolio: Portfolio, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("What I can be asked for"))
        placed = {placement.activity_id for placement in portfolio.placements}
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Activities on the board"))
        self.list.setWordWrap(True)
        self.list.setItemDelegate(Wrapping(self.list))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for activity in portfolio.activities:
            if activity.id in placed:
                item = QListWidgetItem(activity.title, self.list)
                item.setData(Qt.ItemDataRole.UserRole, activity.id)
                item.setCheckState(Qt.CheckState.Unchecked)
        self.told = labels.text("", self)
        self.write = buttons.primary(_("Write the card…"), self._on_write, parent=self)
        self._lay_out()
        self._tell()
        self.list.itemChanged.connect(self._tell)
        fitting.open_at(self, 64, 72)
        self.finished.connect(self.deleteLater)

    def ids(self) -> tuple[str, ...]:
        items = (self.list.item(row) for row in range(self.list.count()))
        ticked = (item for item in items if item.checkState() == Qt.CheckState.Checked)
        return tuple(item.data(Qt.ItemDataRole.UserRole) for item in ticked)

    def _tell(self) -> None:
        many = len(self.ids())
        words = ngettext("{count} activity is chosen.", "{count} activities are chosen.", many)
        if many > MOST:
            words = _("{count} activities are chosen, but the card has room for {most}.")
        self.told.setText(words.format(count=many, most=MOST))
        self.write.setEnabled(0 < many <= MOST)

    def _on_write(self) -> None:
        chosen = self.ids()
        self.accept()
        self.chosen.emit(chosen)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(theme.space())
        foot.addWidget(self.told, 1)
        foot.addWidget(buttons.ordinary(_("Cancel"), self.reject, parent=self))
        foot.addWidget(self.write)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space(3),) * 4)
        column.setSpacing(theme.space(1.5))
        column.addWidget(labels.title(_("What I can be asked for"), self))
        column.addWidget(labels.text(_about(), self))
        column.addWidget(self.list, 1)
        column.addLayout(foot)


def _about() -> str:
    return _(
        "One page to give to others. Tick what people may ask you for. The card tells where it lies and your "
        "role in it: no hours, no energy and not who sees it."
    )
