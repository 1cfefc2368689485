"""For whom, under which name, in which language, of which day, and what more or less goes in."""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from coachapp import i18n
from coachapp.domain.for_reader import Choice
from coachapp.domain.reader import READERS, another_name
from coachapp.domain.values import line
from coachapp.domain.wording import choice_word, reader_word
from coachapp.errors import NotADate
from coachapp.i18n import gettext as _
from coachapp.report.paper import SIZES, Size
from coachapp.ui import paper, theme
from coachapp.ui.inputs import labels, reading
from coachapp.ui.inputs.choices import Choice as Offered
from coachapp.ui.inputs.choices import ChoiceButtons, Combo
from coachapp.ui.inputs.text import LineInput

_OWN_NAMES: Final = {"nl": "Nederlands", "en": "English"}


class Options(QWidget):
    """What the plan will be like, but for what has a tick in the tree. `reader_chosen(id)`.

    `changed`: what is kept for the reader; `names_changed`: what is the same for every reader;
    `form_changed`: what is kept for nobody.
    """

    changed = Signal()
    names_changed = Signal()
    form_changed = Signal()
    reader_chosen = Signal(object)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.readers = ChoiceButtons([Offered(r, reader_word(r)) for r in READERS], self, optional=False)
        # made in the order in which they stand, so that Tab walks through them so
        self._boxes = {name: QCheckBox(word, self) for name, word in _words()}
        self.alias, self.names = LineInput(another_name, parent=self), LineInput(line, parent=self)
        self.initials = QCheckBox(_("Write these names as initials"), self)
        self._language = Combo([Offered(code, _OWN_NAMES[code]) for code in i18n.LANGUAGES], self)
        self._language.show_value(language)
        self._paper = Combo([Offered(name, name) for name in SIZES], self)
        self._paper.show_value(paper.size().name)
        self._day = LineInput(_day, lambda day: reading.date_text(day.isoformat()), self)
        self._day.show_value(dt.date.today())  # noqa: DTZ011 - the day on the user's own calendar
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.space())
        self._lay_out()
        for box in self._boxes.values():
            box.toggled.connect(self.changed)
        self.alias.committed.connect(self.changed)
        self.names.committed.connect(self.names_changed)
        self.initials.toggled.connect(self.names_changed)
        for field in (self._day, self._language):
            field.committed.connect(self.form_changed)
        self._paper.committed.connect(self._on_paper)
        self.readers.committed.connect(self.reader_chosen)

    @property
    def language(self) -> str:
        return str(self._language.currentData())

    @property
    def paper_size(self) -> Size:
        """As chosen."""
        return SIZES[str(self._paper.currentData())]

    @property
    def date(self) -> dt.date:
        """The last day that could be read."""
        return self._day.value

    @property
    def listed(self) -> tuple[str, ...]:
        """Names to look out for."""
        return tuple(name.strip() for name in str(self.names.value or "").split(",") if name.strip())

    def commit(self) -> None:
        for field in (self._day, self.alias, self.names):
            field.commit()

    def choice(self, reader: str, left_out: frozenset[str]) -> Choice:
        """This for this reader, with what is chosen here."""
        on = {name: box.isChecked() for name, box in self._boxes.items()}
        hidden = self.listed if self.initials.isChecked() else ()
        return Choice(left_out, **on, alias=str(self.alias.value or ""), hidden=hidden, reader=reader)

    def show_choice(self, choice: Choice) -> None:
        """As it is kept."""
        self.blockSignals(True)
        self.readers.show_value(choice.reader)
        for name, box in self._boxes.items():
            box.setChecked(getattr(choice, name))
        self.alias.show_value(choice.alias)
        self.blockSignals(False)

    def show_names(self, names: tuple[str, ...], *, initials: bool) -> None:
        self.blockSignals(True)
        self.names.show_value(", ".join(names))
        self.initials.setChecked(initials)
        self.blockSignals(False)

    def state(self) -> object:
        return self.language

    def restore(self, state: object) -> None:
        self._language.show_value(state)

    @property
    def words(self) -> str:
        """What more is in it, in a few words."""
        return ", ".join(box.text() for box in self._boxes.values() if box.isChecked())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._paper.show_value(paper.of(self).name)

    def _on_paper(self, name: str) -> None:
        paper.choose(self, name)
        self.form_changed.emit()

    def _lay_out(self) -> None:
        self.readers.setAccessibleName(_("For whom"))
        complaint = labels.complaint(self)
        self._day.complaint.connect(
            lambda words: (complaint.setText(words), complaint.setVisible(bool(words)))
        )
        self._layout.addWidget(labels.note(_("Also in the plan")))
        for box in self._boxes.values():
            self._layout.addWidget(box)
        self._add(_("My name in the plan; an alias may do"), self.alias)
        self._add(_("Names to look out for, with commas between them"), self.names)
        self._layout.addWidget(self.initials)
        self._add(_("Language of the plan"), self._language)
        self._add(_("Paper"), self._paper)
        self._add(_("Date on the plan"), self._day)
        self._layout.addWidget(complaint)

    def _add(self, words: str, widget: QWidget) -> None:
        widget.setAccessibleName(words)
        self._layout.addWidget(labels.note(words))
        self._layout.addWidget(widget)


def _words() -> Iterator[tuple[str, str]]:
    return ((name, choice_word("also", name)) for name in ("stories", "energy", "hours"))


def _day(text: str) -> dt.date:
    """A whole day. Raises NotADate."""
    iso = reading.date(text)
    try:
        return dt.date.fromisoformat(iso)
    except ValueError as error:
        raise NotADate(value=text) from error
