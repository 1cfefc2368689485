"""The way from the board of now to that of an earlier day."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from coachapp.domain.portfolio import Portfolio
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.icons import icon

_MOST = 12  # days in the menu; the page it leads to has all
_WITH_WORDS = 72  # steps


class DaysButton(QToolButton):
    """Hidden while no board was kept. `day_requested(snapshot's id)`; "" is today."""

    day_requested = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._portfolio: Portfolio | None = None
        self.setIcon(icon("years"))
        self.setIconSize(QSize(theme.space(2), theme.space(2)))
        self.setText(_("Today"))
        self.setToolTip(_("The board as on an earlier day"))
        self.setAccessibleName(self.toolTip())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.days = QMenu(self)
        self.days.aboutToShow.connect(self._fill)
        self.setMenu(self.days)
        self.hide()

    def show_portfolio(self, portfolio: Portfolio) -> None:
        self._portfolio = portfolio
        self.setVisible(bool(portfolio.snapshots))

    def make_room(self, width: int) -> None:
        """In a row of this width: the sign alone where words take what others need."""
        style = Qt.ToolButtonStyle
        has_words = width >= theme.space(_WITH_WORDS)
        self.setToolButtonStyle(style.ToolButtonTextBesideIcon if has_words else style.ToolButtonIconOnly)

    def _fill(self) -> None:
        """Newest first; only now, as what a day is called takes long to learn."""
        from coachapp.domain.years import days  # noqa: PLC0415
        from coachapp.ui.years import words  # noqa: PLC0415

        self.days.clear()
        if self._portfolio is None:
            return
        kept = [one for one in days(self._portfolio, "") if one.snapshot]
        for one in reversed(kept[-_MOST:]):
            assert one.snapshot
            self._add(words.day(one), one.snapshot.id)
        self.days.addSeparator()
        self._add(_("Over the years"), "")

    def _add(self, name: str, snapshot_id: str) -> None:
        action = self.days.addAction(name.replace("&", "&&"))
        action.triggered.connect(lambda: self.day_requested.emit(snapshot_id))
