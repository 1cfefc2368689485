"""What is said of the cards that are chosen on the board: here by a click, on the board by one key."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.domain.portfolio import Placement
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext
from coachapp.ui import theme
from coachapp.ui.announce import announce
from coachapp.ui.board import changes
from coachapp.ui.conversation import views
from coachapp.ui.conversation.talk import Talk
from coachapp.ui.detail import forms
from coachapp.ui.inputs import labels, words
from coachapp.ui.inputs.choices import Choice, ChoiceButtons
from coachapp.ui.inputs.form import Form, changing

_PLAIN: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class SaidOfCard(QWidget):
    """Status, energy, recognition and part: placing asked no more than where."""

    def __init__(self, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._talk, self._editor = talk, talk.editor
        self._view = ""
        self.title, self.how = labels.heading(), labels.note()
        self.marks = forms.meaning(self._editor)
        self.part = Form(self._editor, changing(Placement))
        self.part.add("part", _("Lead or take part"), ChoiceButtons(words.parts()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space())
        for part in (self.title, self.how, self.marks, self.part):
            column.addWidget(part)
        talk.board.chosen.connect(self._on_chosen)
        talk.board.installEventFilter(self)

    def show_view(self, view: str) -> None:
        """Follow the portfolio, what is chosen, and the view that the board shows."""
        self._view = view
        chosen, titles = self._chosen(), {a.id: a.title for a in self._editor.portfolio.activities}
        count = len(chosen)
        named = ngettext("{count} card", "{count} cards", count).format(count=count)
        name = titles[chosen[0].activity_id] if count == 1 else named
        self.title.setText(labels.breakable(name))
        self.how.setText(self._hint(count))
        self.how.setVisible(bool(self.how.text()) and not self._editor.read_only)
        for form in (self.marks, self.part):
            form.setVisible(bool(chosen))
            form.show_items(chosen, name)
        self.title.setVisible(bool(chosen))

    def flush(self) -> None:
        self.marks.flush()
        self.part.flush()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """On the board: 1 says the first thing that can be said in this view, and so on."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not self.isVisible():
            return False
        offered, number = views.marks(self._editor.portfolio, self._view), event.key() - Qt.Key.Key_1
        if event.modifiers() not in _PLAIN or not 0 <= number < len(offered):
            return False
        return self._say(offered[number])

    def _chosen(self) -> list[Placement]:
        ids = {card.id for card in self._talk.board.chosen_cards()}
        return [placement for placement in self._editor.portfolio.placements if placement.id in ids]

    def _hint(self, chosen: int) -> str:
        offered = views.marks(self._editor.portfolio, self._view)
        if not offered:
            return "" if chosen else _("Choose a card on the board to say what it means to you.")
        keys = ", ".join(f"{number} {one.word}" for number, one in enumerate(offered, 1))
        if chosen:
            return _("On the board one key says it too: {keys}.").format(keys=keys)
        return _("Choose a card on the board and press a number: {keys}.").format(keys=keys)

    def _say(self, choice: Choice) -> bool:
        """Say it of the chosen cards, or take it back when all of them have it."""
        cards = [card for card in self._talk.board.chosen_cards() if card.placement]
        if not cards:
            return False
        has = all(_has(card.placement, self._view, choice.value) for card in cards)
        if self._view == "recognition":
            change = changes.recognise(cards, str(choice.value), on=not has)
        else:
            change = changes.mark(cards, self._view, "" if has else choice.value)
        if self._editor.apply(change.label, change.edit):
            said = _("{title}: {word}, taken back") if has else _("{title}: {word}")
            announce(self, said.format(title=cards[0].activity.title, word=choice.word))
        return True

    def _on_chosen(self) -> None:
        if self.isVisible():
            self.show_view(self._view)


def _has(placement: Placement | None, field: str, value: object) -> bool:
    held = getattr(placement, field, "")
    return value in held if isinstance(held, tuple) else held == value
