"""Follow up: what was set and agreed before, one by one, and what came of each."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coachapp import formats
from coachapp.domain.closing import LookedAt, previous
from coachapp.domain.portfolio import Action, Agreement, Goal
from coachapp.domain.wording import choice_word, kind_word
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, theme
from coachapp.ui.announce import announce
from coachapp.ui.conversation.talk import Talk
from coachapp.ui.goals.outcomes import outcome_form
from coachapp.ui.inputs import labels, words
from coachapp.ui.inputs.buttons import WordButton
from coachapp.ui.inputs.form import Form
from coachapp.ui.inputs.panel import Panel
from coachapp.ui.inputs.rows import Rows

_KINDS: Final = {Goal: "goals", Action: "actions", Agreement: "agreements"}


class FollowUpPart(QWidget):
    """One at a time; the list shows all of them and leads to any. What was looked at here stays in it."""

    def __init__(self, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._talk, self._editor = talk, talk.editor
        self._items: tuple[LookedAt, ...] = ()
        self._at = ""
        self._kind, self._title, self._about = labels.note(), labels.heading(""), labels.note()
        self._forms: dict[type, Form] = {}
        self._form_place = QVBoxLayout()
        self._back = buttons.ordinary(_("Back"), lambda: self._step(-1), parent=self)
        self._next = buttons.ordinary(_("Next"), lambda: self._step(1), parent=self)
        self._list = Rows(self._line, self._fill)
        self._one, self._none = Panel(), labels.note(_nothing())
        self._all = labels.heading(_("What we look back on"))
        self._lay_out()

    def refresh(self) -> None:
        seen = [one.id for one in self._items]
        self._items = previous(self._editor.portfolio, self._talk.conversation, seen)
        ids = [one.id for one in self._items]
        if self._at not in ids:
            first = next((one.id for one in self._items if not one.status), "")
            self._at = first or next(iter(ids), "")
        self._none.setVisible(not ids)
        for part in (self._one, self._all):
            part.setVisible(bool(ids))
        self._list.show_values(self._items)
        if ids:
            self._show_one(self._row())

    def flush(self) -> None:
        for form in self._forms.values():
            form.flush()

    def _show_one(self, row: int) -> None:
        one = self._items[row]
        self._kind.setText(kind_word(_KINDS[type(one)]))
        self._title.setText(labels.breakable(_name(one)))
        self._about.setText(labels.breakable(self._told(one)))
        self._about.setVisible(bool(self._about.text()))
        kind = type(one)
        if kind not in self._forms:
            self._forms[kind] = outcome_form(self._editor, kind)
            self._form_place.addWidget(self._forms[kind])
        for cls, form in self._forms.items():
            form.setVisible(cls is kind)
        self._forms[kind].show_items((one,), _name(one))
        self._back.setEnabled(row > 0)
        self._next.setEnabled(row < len(self._items) - 1)

    def _told(self, one: LookedAt) -> str:
        """Who would do it and by when, or why."""
        if isinstance(one, Goal):
            return one.why
        framework = self._editor.portfolio.framework
        who = ", ".join(words.sentence(framework.word("actor", actor)) for actor in one.actors)
        return " · ".join(part for part in (who, formats.day(one.due)) if part)

    def _row(self) -> int:
        return next((row for row, one in enumerate(self._items) if one.id == self._at), 0)

    def _step(self, by: int) -> None:
        self._turn_to(self._items[self._row() + by].id)

    def _turn_to(self, item_id: str, _on: bool = True) -> None:
        self.flush()
        self._at = item_id
        self.refresh()
        announce(self, f"{self._kind.text()}: {self._title.text()}")

    def _line(self, one: LookedAt) -> QWidget:
        line = WordButton("")
        line.setCheckable(True)
        line.clicked.connect(partial(self._turn_to, one.id))
        return line

    def _fill(self, line: WordButton, one: LookedAt) -> None:
        went = choice_word("status", one.status)
        line.say(f"{_name(one)} · {went}" if went else _name(one))
        line.setChecked(one.id == self._at)

    def _lay_out(self) -> None:
        ways = QHBoxLayout()
        ways.addWidget(self._back)
        ways.addWidget(self._next)
        ways.addStretch(1)
        for part in (self._kind, self._title, self._about):
            self._one.column.addWidget(part)
        self._one.column.addLayout(self._form_place)
        hint = _("What you did, what others and the school did, and what you learned.")
        self._one.column.addWidget(labels.note(hint))
        self._one.column.addLayout(ways)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space())
        for part in (self._none, self._one, self._all, self._list):
            column.addWidget(part)


def _name(one: LookedAt) -> str:
    if isinstance(one, Goal):
        return one.title
    return one.what if isinstance(one, Action) else one.text


def _nothing() -> str:
    return _("There is nothing to look back on yet. Goals and agreements of now come back here next time.")
