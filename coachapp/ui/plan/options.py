"""For whom, in which language, of which day, and what more or less goes in."""

import datetime as dt
from dataclasses import asdict

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from coachapp import i18n
from coachapp.errors import NotADate
from coachapp.i18n import gettext as _
from coachapp.report.choices import PlanChoices
from coachapp.ui import theme
from coachapp.ui.inputs import labels, reading
from coachapp.ui.inputs.choices import Choice, Combo
from coachapp.ui.inputs.text import LineInput

_OWN_NAMES = {"nl": "Nederlands", "en": "English"}


class Options(QWidget):
    """What the plan will be like; nothing of it is kept in the portfolio."""

    changed = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = Combo([Choice(code, _OWN_NAMES[code]) for code in i18n.LANGUAGES], self)
        self._language.show_value(language)
        self._day = LineInput(_day, lambda day: reading.date_text(day.isoformat()), self)
        self._day.show_value(dt.date.today())  # noqa: DTZ011 - the day on the user's own calendar
        self._boxes = {name: QCheckBox(word, self) for name, word in _words().items()}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.space())
        self._lay_out()
        self.show_choices(PlanChoices())
        for box in self._boxes.values():
            box.toggled.connect(self.changed)

    @property
    def language(self) -> str:
        return str(self._language.currentData())

    @property
    def date(self) -> dt.date:
        """The last day that could be read."""
        self._day.commit()
        return self._day.value

    @property
    def choices(self) -> PlanChoices:
        return PlanChoices(**{name: box.isChecked() for name, box in self._boxes.items()})

    @property
    def words(self) -> str:
        """What more is in it, in a few words."""
        return ", ".join(box.text() for box in self._boxes.values() if box.isChecked())

    def show_language(self, language: str) -> None:
        self._language.show_value(language)

    def show_choices(self, choices: PlanChoices) -> None:
        for name, on in asdict(choices).items():
            self._boxes[name].setChecked(on)

    def _lay_out(self) -> None:
        complaint = labels.complaint(self)
        self._day.complaint.connect(
            lambda words: (complaint.setText(words), complaint.setVisible(bool(words)))
        )
        for words, widget in (
            (_("Language of the plan"), self._language),
            (_("Date on the plan"), self._day),
        ):
            widget.setAccessibleName(words)
            self._layout.addWidget(labels.note(words))
            self._layout.addWidget(widget)
        self._layout.addWidget(complaint)
        self._layout.addSpacing(theme.space())
        self._layout.addWidget(labels.note(_("Also in the plan")))
        for box in self._boxes.values():
            self._layout.addWidget(box)


def _words() -> dict[str, str]:
    return {
        "to_place": _("What is still to place"),
        "off_board": _("What is off the board"),
        "energy_and_recognition": _("Energy and recognition"),
        "hours": _("Hours"),
        "signatures": _("Lines for signatures"),
    }


def _day(text: str) -> dt.date:
    """A whole day. Raises NotADate."""
    iso = reading.date(text)
    try:
        return dt.date.fromisoformat(iso)
    except ValueError as error:
        raise NotADate(value=text) from error
