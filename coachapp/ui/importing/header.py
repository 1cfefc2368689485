"""The head of the preview: under each heading of the list, a choice of what the column is."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QWidget

from coachapp.exchange.roles import Role
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.importing.model import FIRST


class RoleHeader(QHeaderView):
    """`chosen(roles)`: the person says what the columns are."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.combos: list[QComboBox] = []
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.setSectionsMovable(False)
        self.setMinimumSectionSize(theme.space(7))
        self.sectionResized.connect(self._place)
        self.geometriesChanged.connect(self._place)

    def show_roles(self, roles: Sequence[Role], headings: Sequence[str]) -> None:
        """One choice for each column of the list."""
        if len(self.combos) != len(roles):
            for combo in self.combos:
                combo.deleteLater()
            self.combos = [self._combo() for _role in roles]
        for combo, role, heading in zip(self.combos, roles, headings, strict=True):
            combo.setCurrentIndex(combo.findData(role))
            combo.setAccessibleName(_("What the column “{heading}” is").format(heading=heading))
            combo.setToolTip(combo.accessibleName())
        self._place()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        below = self.combos[0].sizeHint().height() + theme.space(0.5) if self.combos else 0
        return QSize(hint.width(), hint.height() + below)

    def updateGeometries(self) -> None:  # noqa: N802
        super().updateGeometries()
        self._place()

    def setOffset(self, offset: int) -> None:  # noqa: N802
        super().setOffset(offset)
        self._place()

    def _combo(self) -> QComboBox:
        combo = QComboBox(self)
        for role in Role:
            combo.addItem(role.label(), role)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(8)
        combo.activated.connect(self._on_activated)
        combo.show()
        return combo

    def _on_activated(self) -> None:
        self.chosen.emit(tuple(Role(combo.currentData()) for combo in self.combos))

    def _place(self) -> None:
        """Each choice stands at the foot of its section; the view scrolls without moving children."""
        for section, combo in enumerate(self.combos, start=FIRST):
            height = combo.sizeHint().height()
            left, width = self.sectionViewportPosition(section), self.sectionSize(section)
            combo.setGeometry(left + 2, self.height() - height - 2, max(width - 4, 0), height)
