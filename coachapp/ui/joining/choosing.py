"""What two copies say differently, side by side in words and on the board, to choose from."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from coachapp.domain import variants
from coachapp.domain.portfolio import Placement, Portfolio
from coachapp.domain.values import Cell
from coachapp.domain.variants import Choice
from coachapp.domain.wording import field_word, kind_word
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, theme
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import labels
from coachapp.ui.joining.said import said
from coachapp.ui.joining.spot import Spot


class Choosing(QWidget):
    """One part for each choice; `ended` when there is none left."""

    ended = Signal()

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(2))
        editor.changed.connect(self._on_changed)
        self._refresh()

    def _on_changed(self, before: Portfolio, after: Portfolio) -> None:
        if before.variants != after.variants or before.placements != after.placements:
            self._refresh()

    def _refresh(self) -> None:
        while item := self._column.takeAt(0):
            if part := item.widget():
                part.hide()
                part.deleteLater()
        choices = variants.choices(self._editor.portfolio)
        for choice in choices:
            self._column.addWidget(ChoicePart(self._editor, choice, self))
        if not choices:
            self.ended.emit()


class ChoicePart(QFrame):
    """What it is about; what shows now, and what the other copy says, each with its button."""

    def __init__(self, editor: Editor, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._editor, self._choice = editor, choice
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(*(theme.space(2),) * 4)
        self._grid.setHorizontalSpacing(theme.space(3))
        self._grid.setVerticalSpacing(theme.space())
        self._grid.addWidget(labels.heading(_about(editor.portfolio, choice), self), 0, 0, 1, 2)
        words = _whole(choice) if not choice.variant.field else self._said()
        self._add(0, _("Shows now"), words[0], _("Keep this"), self._keep)
        self._add(1, _("The other copy"), words[1], _("Take this"), self._take)

    def _said(self) -> tuple[str, str]:
        portfolio, variant = self._editor.portfolio, self._choice.variant
        shown, other = (
            said(portfolio, variant.kind, variant.field, value)
            for value in (self._choice.shown, self._choice.other)
        )
        return shown, other

    def _add(self, column: int, head: str, words: str, name: str, then: Callable[[], object]) -> None:
        self._grid.setColumnStretch(column, 1)
        self._grid.addWidget(labels.note(head, self), 1, column)
        text = labels.text(words, self)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid.addWidget(text, 2, column, Qt.AlignmentFlag.AlignTop)
        if picture := self._picture(column):
            self._grid.addWidget(picture, 3, column, Qt.AlignmentFlag.AlignLeading)
        button = buttons.ordinary(name, then, parent=self)
        button.setAccessibleName(f"{name}: {words}")
        self._grid.addWidget(button, 4, column, Qt.AlignmentFlag.AlignLeading)

    def _picture(self, column: int) -> Spot | None:
        """Where the card lies on the board, if that is what differs."""
        cell = (self._choice.shown, self._choice.other)[column]
        return Spot(self._editor.portfolio.framework, cell, self) if isinstance(cell, Cell) else None

    def _keep(self) -> None:
        what = _about(self._editor.portfolio, self._choice)
        label = _("Keep what shows: {what}").format(what=what)
        self._editor.apply(label, variants.leave((self._choice.variant,)))

    def _take(self) -> None:
        what = _about(self._editor.portfolio, self._choice)
        label = _("Take from the other copy: {what}").format(what=what)
        self._editor.apply(label, variants.take(self._choice.variant))


def _about(portfolio: Portfolio, choice: Choice) -> str:
    """Such as “MR-lid”: title."""
    name = _name(portfolio, choice)
    field = choice.variant.field
    return f"{name}: {field_word(choice.variant.kind, field)}" if field else name


def _name(portfolio: Portfolio, choice: Choice) -> str:
    item = choice.item
    if item is None:
        return kind_word(choice.variant.kind)
    if isinstance(item, Portfolio):
        return _("The portfolio")
    if isinstance(item, Placement):
        item = next((a for a in portfolio.activities if a.id == item.activity_id), item)
    names = (getattr(item, name, "") for name in ("title", "name", "what", "text"))
    return f"“{next((str(name) for name in names if name), kind_word(choice.variant.kind))}”"


def _whole(choice: Choice) -> tuple[str, str]:
    here, gone = _("It was changed, and is here."), _("It was removed.")
    return (here, gone) if choice.shown else (gone, here)
