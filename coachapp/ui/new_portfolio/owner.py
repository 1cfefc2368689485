"""Whose portfolio it is: name or alias, sectors, language."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from coachapp import i18n
from coachapp.domain import values
from coachapp.domain.framework import Framework
from coachapp.domain.portfolio import Context, Portfolio
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.flow import FlowLayout
from coachapp.ui.inputs.words import sentence
from coachapp.ui.start.page import LANGUAGES


class OwnerFields(QWidget):
    """Makes an empty portfolio of what was filled in."""

    def __init__(self, framework: Framework, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._framework = framework
        self.name = QLineEdit(self)
        self.name.setAccessibleName(_("Name or alias"))
        self._complaint = labels.complaint(self)
        self.sectors = {sector.id: QCheckBox(sentence(sector.title), self) for sector in framework.sectors}
        self.language = QComboBox(self)
        for code, name in LANGUAGES:
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(i18n.language()))
        self.language.setAccessibleName(_("Language of the plan"))
        self.setFocusProxy(self.name)
        self._lay_out()

    def check(self) -> bool:
        """Whether a portfolio can be made; else the reason stands below the name."""
        try:
            values.title(self.name.text())
        except CoachError as error:
            self._complaint.setText(error.text())
            self._complaint.show()
            return False
        self._complaint.hide()
        return True

    def portfolio(self) -> Portfolio:
        chosen = tuple(sector for sector, box in self.sectors.items() if box.isChecked())
        return Portfolio(
            id=values.new_id(),
            owner=self.name.text(),
            framework=self._framework,
            language=self.language.currentData(),
            contexts=(Context(values.new_id(), sectors=chosen),) if chosen else (),
        )

    def _lay_out(self) -> None:
        sectors = QWidget(self)
        flow = FlowLayout(sectors, theme.space())
        for box in self.sectors.values():
            flow.addWidget(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(0.5))
        alias = labels.note(_("An alias is fine."), self)
        for label, *parts in (
            (_("Name or alias"), self.name, self._complaint, alias),
            (_("Sector"), sectors),
            (_("Language of the plan"), self.language),
        ):
            if column.count():
                column.addSpacing(theme.space())
            for part in (labels.text(label, self), *parts):
                column.addWidget(part)
