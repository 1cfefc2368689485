"""Other sectors: what stands out there in a role, and which licence they ask, with its source and date."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.domain.framework import Licence, Sector
from coachapp.domain.portfolio import Portfolio
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.inputs import labels, words
from coachapp.ui.inputs.fold import Fold
from coachapp.ui.inputs.panel import Panel


class OtherSectors(QWidget):
    """One fold for each sector she doesn't work in now; what was opened stays open in another cell."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folds: dict[str, Fold] = {}
        self._accents: dict[str, labels.QLabel] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(0.5))
        self._column.addWidget(labels.heading(_("In another sector")))

    def show_cell(self, portfolio: Portfolio, cell: Cell | None) -> None:
        others = [sector for sector in portfolio.framework.sectors if sector.id not in portfolio.sectors]
        for sector in portfolio.framework.sectors:
            if sector.id not in self.folds:
                self._add(sector)
            self.folds[sector.id].setVisible(sector in others)
            accent = sector.accent(cell.role) if cell else None
            self._accents[sector.id].setText(str(accent or ""))
            self._accents[sector.id].setVisible(accent is not None)
        self.setVisible(bool(others))

    def _add(self, sector: Sector) -> None:
        fold = Fold(words.sentence(sector.title))
        accent = labels.text()
        fold.body.addWidget(accent)
        if sector.licence:
            fold.toggled.connect(partial(_add_licence, fold, sector.licence))
        self.folds[sector.id], self._accents[sector.id] = fold, accent
        self._column.addWidget(fold)


def _add_licence(fold: Fold, licence: Licence, _opened: bool) -> None:
    """Made when somebody looks: dates take Babel."""
    if fold.findChild(Panel) is None:
        card = _licence_card(licence)
        fold.body.addWidget(card)
        card.show()


def _licence_card(licence: Licence) -> Panel:
    from coachapp import formats  # noqa: PLC0415

    panel = Panel()
    panel.column.addWidget(labels.heading(_("Which licence?")))
    panel.column.addWidget(labels.text(str(licence.text)))
    when = _("Source: {source}. As read in {date}; rules change.")
    panel.column.addWidget(labels.note(when.format(source=licence.source, date=formats.day(licence.dated))))
    return panel
