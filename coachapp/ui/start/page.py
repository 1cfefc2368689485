"""The first page: every way in."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import buttons, theme
from coachapp.ui.choices import Choices
from coachapp.ui.inputs import labels
from coachapp.ui.start.recent import RecentList

LANGUAGES = (("nl", "Nederlands"), ("en", "English"))


class StartPage(QWidget):
    """Asks by signal; nothing here knows what follows. `painted` comes once, when it is on the screen."""

    painted = Signal()
    new_requested = Signal()
    open_requested = Signal()
    sample_requested = Signal()
    look_requested = Signal()
    guest_requested = Signal()
    preferences_requested = Signal()
    about_requested = Signal()
    help_requested = Signal()
    coachees_requested = Signal()

    def __init__(self, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        self._is_painted = False
        self.first = buttons.primary(_("New portfolio"), self.new_requested.emit, "add", self)
        self.languages = self._languages()
        self.recent = RecentList(self._remembered(), self)
        self._panels = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._panels.setSpacing(theme.space(2))
        self._panels.addWidget(self._own_portfolio(), 1)
        self._panels.addWidget(self._without_portfolio(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space(4), theme.space(3)) * 2)
        column.setSpacing(theme.space(3))
        column.addStretch(1)
        column.addLayout(self._head())
        column.addLayout(self._panels)
        column.addWidget(self._for_coaches())
        if self._choices.settings.remember_recent:
            column.addWidget(self._recent_part())
        column.addStretch(3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panels stand beside each other where both fit, and so do the buttons in the first."""
        items = (self._panels.itemAt(at) for at in range(self._panels.count()))
        buttons_beside = sum(button.sizeHint().width() for button in self._others) + theme.space(6.5)
        least = max(buttons_beside, *(item.minimumSize().width() for item in items if item))
        room = event.size().width() - theme.space(8)
        names = self._name.sizeHint().width() + self._heading.spacing()
        self._heading.setDirection(_beside(room >= names + self._tools.sizeHint().width()))
        wide = room >= 2 * least + self._panels.spacing()
        self._panels.setDirection(_beside(wide))
        self._own_ways.setDirection(_beside(wide or room >= buttons_beside))
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the panels are below each other."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def _remembered(self) -> tuple[str, ...]:
        return self._choices.settings.recent if self._choices.settings.remember_recent else ()

    def _head(self) -> QBoxLayout:
        names = QVBoxLayout()
        names.setSpacing(0)
        self._name = labels.heading("CoachApp", self, size=1.8)
        names.addWidget(self._name)
        names.addWidget(labels.note(_("See your work, choose where to grow, take your plan home."), self))
        self._tools = QWidget(self)
        row = QHBoxLayout(self._tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space())
        row.addWidget(self.languages, 0, Qt.AlignmentFlag.AlignTop)
        for words, then, sign in (
            (_("Preferences"), self.preferences_requested.emit, "settings"),
            (_("Help"), self.help_requested.emit, "help"),
            (_("About CoachApp"), self.about_requested.emit, "about"),
        ):
            row.addWidget(buttons.sign_only(words, then, sign, self), 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self._heading = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._heading.setSpacing(theme.space())
        self._heading.addLayout(names, 1)
        self._heading.addWidget(self._tools, 0, Qt.AlignmentFlag.AlignTop)
        return self._heading

    def _languages(self) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(_("Language of the screen"))
        combo.setToolTip(_("Language of the screen"))
        for code, name in LANGUAGES:
            combo.addItem(name, code)
        combo.setCurrentIndex(combo.findData(self._choices.settings.spoken))
        combo.activated.connect(lambda at: self._choices.change(language=combo.itemData(at)))
        return combo

    def _own_portfolio(self) -> QFrame:
        self._others = (
            self._way(_("Open…"), self.open_requested, "open"),
            self._way(_("Try a sample"), self.sample_requested, "sample"),
        )
        self._own_ways = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._own_ways.setSpacing(theme.space())
        for button in self._others:
            self._own_ways.addWidget(button, 1)
        panel, column = _panel(
            _("Your portfolio"), _("Everything stays in one file of your own, on this computer.")
        )
        column.addStretch(1)
        column.addWidget(self.first)
        column.addLayout(self._own_ways)
        return panel

    def _without_portfolio(self) -> QFrame:
        panel, column = _panel(_("Without a portfolio"), "")
        for button, words in (
            (
                self._way(_("Look at the board"), self.look_requested, "look"),
                _("All cells, examples and questions. Nothing to fill in."),
            ),
            (
                self._way(_("Work as a guest"), self.guest_requested, "guest"),
                _("Nothing stays behind on this computer, unless you save it."),
            ),
        ):
            column.addWidget(button)
            column.addWidget(labels.note(words, panel))
        column.addStretch(1)
        return panel

    def _for_coaches(self) -> QFrame:
        panel, column = _panel(_("Coach"), "")
        row = QHBoxLayout()
        row.setSpacing(theme.space(2))
        row.addWidget(self._way(_("My coachees"), self.coachees_requested, "coachees"))
        row.addWidget(
            labels.note(_("Your own notes, in a file of your own that no portfolio knows of."), panel), 1
        )
        column.addLayout(row)
        return panel

    def _way(self, words: str, wish: SignalInstance, sign: str) -> QPushButton:
        return buttons.ordinary(words, wish.emit, sign, self)

    def _recent_part(self) -> QWidget:
        part = QWidget(self)
        head = QHBoxLayout()
        head.addWidget(labels.heading(_("Recent"), part), 1)
        if self._remembered():
            head.addWidget(
                buttons.quiet(_("Clear list"), lambda: self._choices.change(recent=()), parent=part)
            )
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        if not self._remembered():
            column.addWidget(labels.note(_("Portfolios you open will be listed here by file name."), part))
        column.addWidget(self.recent)
        return part


def _beside(fits: bool) -> QBoxLayout.Direction:
    return QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom


def _panel(title: str, words: str) -> tuple[QFrame, QVBoxLayout]:
    panel = QFrame()
    panel.setObjectName("panel")
    column = QVBoxLayout(panel)
    column.setContentsMargins(*(theme.space(2.5),) * 4)
    column.setSpacing(theme.space())
    column.addWidget(labels.heading(title, panel, size=theme.TITLE))
    if words:
        column.addWidget(labels.note(words, panel))
    return panel, column
