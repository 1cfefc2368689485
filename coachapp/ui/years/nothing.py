"""What stands here while no board was kept yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import buttons, theme
from coachapp.ui.inputs import labels

_WIDE = 70  # letters


class Nothing(QWidget):
    kept = Signal()

    def __init__(self, parent: QWidget | None = None, *, may_keep: bool) -> None:
        super().__init__(parent)
        self.keep = buttons.primary(_("Keep the board as it is today"), self.kept.emit, parent=self)
        self.keep.setVisible(may_keep)
        title = labels.title(_("Here you will see how your board changes over the years"), self)
        note = labels.text(
            _(
                "Each conversation ends with the board as it stands then. After your first conversation "
                "the cards fly here from one day to the next. You can also begin now: keep the board as it "
                "is today."
            ),
            self,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.space(3),) * 4)
        column.setSpacing(theme.space(2))
        for part in (title, note):
            part.setMaximumWidth(_WIDE * self.fontMetrics().averageCharWidth())
            column.addWidget(part)
        column.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
