"""Inputs for choosing: buttons with a word and a drawn sign, and lists that open."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainterPath, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from coachapp.ui import shapes, theme
from coachapp.ui.inputs.buttons import WordButton
from coachapp.ui.inputs.flow import FlowLayout
from coachapp.ui.theme import STEP

_LEAST: Final = 20  # letters


class Choice(NamedTuple):
    """A value with its word and its drawn sign, in its own hue or in the colour of words."""

    value: object
    word: str
    sign: QPainterPath | None = None
    hue: str = ""

    def icon(self) -> QIcon:
        """The sign for lists and menus."""
        if self.sign is None:
            return QIcon()
        result = shapes.icon(self.sign, self.hue or theme.current().ink)
        chosen = shapes.icon(self.sign, theme.current().on_accent)
        for size in chosen.availableSizes():
            result.addPixmap(chosen.pixmap(size), QIcon.Mode.Selected)
        return result


class ChoiceButtons(QWidget):
    """One button for each choice; `many`: several may be on; `optional`: a second click takes it off."""

    committed = Signal(object)

    def __init__(
        self,
        choices: Iterable[Choice],
        parent: QWidget | None = None,
        *,
        many: bool = False,
        optional: bool = True,
    ) -> None:
        super().__init__(parent)
        self._many, self._optional = many, optional
        self._value: object = None
        self._buttons: dict[object, WordButton] = {}
        layout = FlowLayout(self)
        for choice in choices:
            button = self._button(choice)
            self._buttons[choice.value] = button
            layout.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_value(self, value: object) -> None:
        """Show what is chosen; None when several things differ in it."""
        self._value = value
        on = set(value) if isinstance(value, tuple) else {value}
        for key, button in self._buttons.items():
            button.setChecked(key in on)

    def commit(self) -> None:
        """A choice is handed over at once: nothing is left to do."""

    def setAccessibleName(self, name: str) -> None:  # noqa: N802
        """Each button says what it is a choice of."""
        super().setAccessibleName(name)
        for button in self._buttons.values():
            button.setAccessibleName(f"{name}: {button.text()}")

    def _button(self, choice: Choice) -> WordButton:
        button = WordButton(choice.word, self, choice.sign, choice.hue)
        button.setCheckable(True)
        button.clicked.connect(lambda on, value=choice.value: self._on_clicked(value, on))
        return button

    def _on_clicked(self, value: object, on: bool) -> None:
        if self._many:
            chosen: object = tuple(key for key, button in self._buttons.items() if button.isChecked())
        else:
            chosen = value if on or not self._optional else ""
        before = self._value
        self.show_value(chosen)
        if chosen != before:
            self.committed.emit(chosen)


class Combo(QComboBox):
    """A list that opens. The mouse wheel scrolls the page, not the choice."""

    committed = Signal(object)

    def __init__(self, choices: Iterable[Choice] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        side = self.fontMetrics().ascent()
        self.setIconSize(QSize(side, side))
        self.offer(choices)
        self.activated.connect(lambda index: self.committed.emit(self.itemData(index)))
        self.currentTextChanged.connect(self.setToolTip)

    def offer(self, choices: Iterable[Choice]) -> None:
        """Replace what can be chosen; what was chosen stays so when it is still there."""
        value = self.currentData()
        offered = list(choices)
        if [c[:2] for c in offered] == [(self.itemData(i), self.itemText(i)) for i in range(self.count())]:
            return
        self.clear()
        for choice in offered:
            self.addItem(choice.icon(), choice.word, choice.value)
        self.show_value(value)

    def show_value(self, value: object) -> None:
        """Show this choice; nothing when it can't be chosen here or when several things differ in it."""
        at = (i for i in range(self.count()) if self.itemData(i) == value)
        self.setCurrentIndex(next(at, -1))

    def commit(self) -> None:
        """A choice is handed over at once: nothing is left to do."""

    def minimumSizeHint(self) -> QSize:
        """Long names may be cut in the list, rather than make the page wide."""
        wanted = super().minimumSizeHint()
        return QSize(min(wanted.width(), _LEAST * self.fontMetrics().averageCharWidth()), wanted.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """A name without room ends in dots; the tooltip and the open list have all of it."""
        painter, shown = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(shown)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, shown)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, shown, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        taken = 0 if shown.currentIcon.isNull() else shown.iconSize.width() + STEP  # type: ignore[attr-defined]
        words = self.currentText() or self.placeholderText()
        shown.currentText = self.fontMetrics().elidedText(  # type: ignore[attr-defined]
            words, Qt.TextElideMode.ElideRight, field.width() - taken
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, shown)

    def showPopup(self) -> None:  # noqa: N802
        """The list is wide enough for every name in it."""
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 2 * STEP)
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
