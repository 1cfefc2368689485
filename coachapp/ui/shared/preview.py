"""What would be in a copy that isn't made yet: how much, and the beginning of each thing."""

from PySide6.QtWidgets import QLabel, QWidget

from coachapp.domain.portfolio import Portfolio
from coachapp.i18n import gettext as _
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.panel import Panel
from coachapp.ui.inputs.rows import Rows
from coachapp.ui.shared import words
from coachapp.ui.shared.words import Going

_MOST = 8  # of a kind; how many there are is told in any case


class Preview(Panel):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.counts = labels.text("", self)
        self.parts = Rows(lambda _going: labels.note(), _fill, key=lambda going: going.kind)
        self.column.addWidget(labels.heading(_("What goes"), self))
        self.column.addWidget(self.counts)
        self.column.addWidget(self.parts)

    def show_copy(self, copy: Portfolio) -> None:
        self.counts.setText(words.counts(copy) or _("Nothing yet. Tick what may go."))
        self.parts.show_values(list(words.going(copy)))


def _fill(label: QLabel, going: Going) -> None:
    more = ["…"] if len(going.titles) > _MOST else []
    lines = (f"{going.counted}:", *(f"– {title}" for title in going.titles[:_MOST]), *more)
    label.setText(labels.breakable("\n".join(lines)))
