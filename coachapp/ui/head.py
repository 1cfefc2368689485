"""Whose portfolio this is, above every page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from coachapp.domain.portfolio import Portfolio
from coachapp.ui import theme
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.words import sentence


class Head(QFrame):
    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("head")
        self._owner = labels.title("", self)
        self._about = labels.text("", self)
        self._about.setForegroundRole(labels.note().foregroundRole())
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(3), theme.space(), theme.space(3), theme.space())
        row.setSpacing(theme.space(2.5))
        row.addWidget(self._owner)
        row.addWidget(self._about, 1)
        self._owner.setWordWrap(False)
        editor.changed.connect(self._on_changed)
        self._show(editor.portfolio)

    def add(self, sign: QWidget) -> None:
        """Something of one line about the portfolio, at the end."""
        layout = self.layout()
        assert layout
        layout.addWidget(sign)

    def _on_changed(self, _before: Portfolio, after: Portfolio) -> None:
        self._show(after)

    def _show(self, portfolio: Portfolio) -> None:
        titles = {sector.id: sentence(sector.title) for sector in portfolio.framework.sectors}
        functions = (context.function for context in portfolio.contexts if context.function)
        words = (*(titles.get(sector, sector) for sector in portfolio.sectors), *functions)
        self._owner.setText(
            self.fontMetrics().elidedText(portfolio.owner, Qt.TextElideMode.ElideRight, theme.space(50))
        )
        self._owner.setToolTip(portfolio.owner)
        self._about.setText(labels.breakable(" · ".join(dict.fromkeys(words))))
