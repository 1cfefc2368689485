"""The dialog in which the numbers that lie in each cell on the table are typed, and laid in one go."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from coachapp.domain import from_table
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext
from coachapp.ui import buttons, fitting, theme
from coachapp.ui.board.changes import today
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import dialog_page, labels
from coachapp.ui.inputs.following import fill
from coachapp.ui.laying.cell_line import CellLine


class FromTableDialog(QDialog):
    """Below each cell stands what lies in it; beside the button what would happen."""

    def __init__(self, editor: Editor, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Lay what lies on the table"))
        self._editor = editor
        self.lines: dict[Cell, CellLine] = {}
        self.told = labels.text(_("Nothing is typed yet."), self)
        self.lay = buttons.primary(_("Lay these cards"), self._lay, parent=self)
        self.lay.setEnabled(False)
        self._lay_out()
        fitting.open_at(self, 90, 80)
        self.finished.connect(self.deleteLater)

    def _todo(self) -> tuple[from_table.Step, ...]:
        lying = {cell: line.lying for cell, line in self.lines.items() if line.lying}
        return from_table.steps(self._editor.portfolio, lying)

    def _on_changed(self) -> None:
        wrong = sum(1 for line in self.lines.values() if not line.is_readable)
        todo = self._todo()
        typed = any(line.lying for line in self.lines.values())
        self.lay.setEnabled(bool(todo) and not wrong)
        if wrong:
            words = ngettext("{count} line can't be read yet.", "{count} lines can't be read yet.", wrong)
            self.told.setText(words.format(count=wrong))
        elif todo:
            self.told.setText(_("{what}. The rest stays where it is.").format(what=from_table.told(todo)))
        else:
            self.told.setText(
                _("It lies like that on the board already.") if typed else _("Nothing is typed yet.")
            )

    def _lay(self) -> None:
        todo = self._todo()
        label = ngettext("Lay {count} card from the table", "Lay {count} cards from the table", len(todo))
        self._editor.apply(label.format(count=len(todo)), from_table.lay(todo, today()))
        self.accept()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.space(3), theme.space(), theme.space(3), theme.space(2))
        foot.setSpacing(theme.space())
        foot.addWidget(self.told, 1)
        foot.addWidget(buttons.ordinary(_("Cancel"), self.reject, parent=self))
        foot.addWidget(self.lay)
        fill(self, self._content(), foot)

    def _content(self) -> QWidget:
        content = QWidget()
        column = dialog_page.named(content, _("Lay what lies on the table"), space=1)
        column.addWidget(labels.text(_about(), content))
        framework, cards = self._editor.portfolio.framework, from_table.numbered(self._editor.portfolio)
        for role in framework.roles:
            column.addSpacing(theme.space())
            column.addWidget(labels.heading(str(role.title), content))
            for level in framework.shown_levels:
                cell = Cell(role.id, level.id)
                line = CellLine(cell, (str(role.title), str(level.title)), cards, content)
                line.changed.connect(self._on_changed)
                self.lines[cell] = line
                column.addWidget(line)
        column.addStretch(1)
        return content


def _about() -> str:
    return _(
        "Type for each cell the numbers of the cards that lie in it. You see at once which activities those "
        "are. All of it is one step, that you can undo."
    )
