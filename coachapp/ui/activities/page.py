"""The Activities page: the table, the detail of what is selected in it, workplaces and teams."""

from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from coachapp.domain import edits
from coachapp.domain.insight import total
from coachapp.domain.portfolio import Activity, Portfolio
from coachapp.domain.values import new_id
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext
from coachapp.ui import theme
from coachapp.ui.activities import menu
from coachapp.ui.activities.rows import Row
from coachapp.ui.activities.view import TableView
from coachapp.ui.activities.workplaces import Workplaces
from coachapp.ui.detail.pane import DetailPane
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.flow import FlowLayout
from coachapp.ui.inputs.newline import NewLine
from coachapp.ui.settings import Settings
from coachapp.ui.when_seen import WhenSeen

_WIDE: Final = 110  # letters


class ActivitiesPage(QWidget):
    """Everything the board can do, without a board."""

    def __init__(self, editor: Editor, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor, self._settings = editor, settings
        self._is_new = True
        self._wide: bool | None = None
        self._kept: object = None
        self._view = TableView(editor)
        self._detail = DetailPane(editor, settings)
        self._workplaces = Workplaces(editor)
        self._side = QStackedWidget()
        self._find, self._new = QLineEdit(), NewLine(_("New activity…"))
        self._more = _tool(_("Selected rows"))
        self._read, self._where = _tool(_("Detail")), _tool(_("Workplaces and teams"))
        self._totals, self._empty = (
            labels.note(),
            labels.text(_("No activities yet. Type one above and press Enter.")),
        )
        self._lay_out()
        self._connect()

    def flush(self) -> None:
        """Keep what is still being typed; call before the window closes."""
        self._detail.flush()
        self._workplaces.flush()

    def state(self) -> object:
        """What to come back to when the page is made anew."""
        header = self._view.horizontalHeader()
        keys = frozenset(row.key for row in self._view.rows())
        return header.sortIndicatorSection(), header.sortIndicatorOrder(), keys

    def restore(self, state: object) -> None:
        """The rows come when the page is first shown."""
        self._kept = state

    def _lay_out(self) -> None:
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setMargin(theme.space())
        self._find.setPlaceholderText(_("Find in the table…"))
        for toggle in (self._read, self._where):
            toggle.setCheckable(True)
        self._more.setMenu(QMenu(self._more))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        tools = FlowLayout(space=theme.space(0.5))
        self._find.setAccessibleName(_("Find in the table…"))
        for line in (self._new, self._find):
            line.setMinimumWidth(self.fontMetrics().averageCharWidth() * 22)
        for widget in (self._new, self._find, self._more, self._read, self._where):
            tools.addWidget(widget)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view, 1)
        column.addWidget(self._empty)
        for part in (self._detail, self._workplaces):
            self._side.addWidget(part)
        for button in self._detail.findChildren(QPushButton, "point-out"):
            button.hide()  # no board is here to point at
        self._side.hide()  # until it is known that there is room: a window grows for what it shows
        split = QSplitter()
        split.addWidget(left)
        split.addWidget(self._side)
        split.setStretchFactor(0, 1)
        split.setCollapsible(0, False)
        outer = QVBoxLayout(self)
        outer.addLayout(tools)
        outer.addWidget(split, 1)
        outer.addWidget(self._totals)

    def _connect(self) -> None:
        WhenSeen(self, self._editor, self._show)
        self._new.entered.connect(self._on_new)
        self._new.complaint.connect(self._editor.failed)
        self._new.setEnabled(not self._editor.read_only)
        self._find.textChanged.connect(self._view.show_found)
        self._read.toggled.connect(lambda on: self._show_side(self._where, 0, on=on))
        self._where.toggled.connect(lambda on: self._show_side(self._read, 1, on=on))
        self._more.menu().aboutToShow.connect(lambda: self._fill(self._more.menu()))
        self._view.chosen.connect(self._on_chosen)
        self._view.remove_requested.connect(lambda: menu.remove(self._editor, self._view.rows()))
        self._view.menu_requested.connect(self._on_menu)
        self._detail.cell_requested.connect(self._detail.show_cell)

    def _show_side(self, other: QToolButton, index: int, *, on: bool) -> None:
        if on:
            other.setChecked(False)
            self._side.setCurrentIndex(index)
        self._side.setVisible(self._read.isChecked() or self._where.isChecked())

    def _show(self, portfolio: Portfolio) -> None:
        self._view.table.show_portfolio(portfolio)
        if self._is_new:
            self._is_new = False
            self._view.fit_columns()
            self._come_back()
        self._workplaces.refresh()
        self._empty.setVisible(not portfolio.activities)
        self._view.setVisible(bool(portfolio.activities))
        self._totals.setText(self._summary(portfolio))

    def _come_back(self) -> None:
        if isinstance(self._kept, tuple):
            column, order, keys = self._kept
            self._view.sortByColumn(column, order)
            self._view.choose(keys)

    def _summary(self, portfolio: Portfolio) -> str:
        count = len(portfolio.activities)
        many = ngettext("{count} activity", "{count} activities", count).format(count=count)
        hours = total(activity.hours for activity in portfolio.activities)
        if not count or not (hours.week or hours.year):
            return many if count else ""
        from coachapp import formats  # noqa: PLC0415 - Babel waits until there are hours to show

        line = _("{activities}, together {hours}. Each activity counts once, in however many cells it lies.")
        return line.format(activities=many, hours=formats.total(hours))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large text the detail gives way to the table, until it is asked for."""
        super().resizeEvent(event)
        wide = event.size().width() > _WIDE * self.fontMetrics().averageCharWidth()
        if wide != self._wide:
            self._wide = wide
            self._read.setChecked(wide and not self._where.isChecked())
            self._show_side(self._where, 0, on=self._read.isChecked())

    def _on_new(self, title: str) -> None:
        self._editor.apply(_("Add “{name}”").format(name=title), edits.add(Activity(new_id(), title)))

    def _on_chosen(self, rows: list[Row]) -> None:
        self._detail.show_cards([row.card_id for row in rows])

    def _on_menu(self, at: QPoint) -> None:
        popup = QMenu(self._view)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(popup)
        popup.popup(at)

    def _fill(self, popup: QMenu) -> None:
        menu.fill(popup, self._editor, self._view.rows())


def _tool(words: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    return button
