"""What can be done with the selected rows at once."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QMenu

from coachapp.domain import edits
from coachapp.domain.edits import Edit
from coachapp.domain.framework import Framework
from coachapp.domain.portfolio import Activity, Portfolio
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext
from coachapp.ui.activities.rows import Row
from coachapp.ui.detail import laying
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import words


def fill(menu: QMenu, editor: Editor, rows: Sequence[Row]) -> None:
    """Offer what can be done with these rows; nothing in a portfolio that is only read."""
    menu.clear()
    if not rows or editor.read_only:
        menu.addAction(_("Choose a row first")).setEnabled(False)
        return
    do = partial(_apply, editor, rows)
    framework = editor.portfolio.framework
    _add_cells(menu.addMenu(_("Move to")), framework, lambda cell: do(_("Move “{name}”"), moving(rows, cell)))
    also = menu.addMenu(_("Also place in"))
    _add_cells(also, framework, lambda cell: do(_("Place “{name}”"), laying.lay(_ids(rows), cell)))
    menu.addSeparator()
    _add_asides(menu, rows, do)
    menu.addSeparator()
    menu.addAction(_("Remove")).triggered.connect(lambda: remove(editor, rows))


def _apply(editor: Editor, rows: Sequence[Row], step: str, edit: Edit) -> None:
    editor.apply(step.format(name=_name(rows)), edit)


def _add_asides(menu: QMenu, rows: Sequence[Row], do: Callable[[str, Edit], None]) -> None:
    if placed := [row.placement.id for row in rows if row.placement]:
        off = menu.addAction(_("Take off this cell"))
        off.triggered.connect(lambda: do(_("Take “{name}” off"), edits.take_off(placed)))
    for aside, word in (("", _("To place")), ("learning", _("My own learning")), ("off", _("Off the board"))):
        edit = edits.set_aside(_ids(rows), aside)
        menu.addAction(word).triggered.connect(partial(_aside, do, edit))


def _aside(do: Callable[[str, Edit], None], edit: Edit) -> None:
    do(_("Set “{name}” aside"), edit)


def remove(editor: Editor, rows: Sequence[Row]) -> None:
    """Remove these rows: an activity with another cell is only taken off this one."""
    if rows:
        step = _("Remove “{name}”").format(name=_name(rows))
        editor.apply(step, removing(editor.portfolio, rows))


def moving(rows: Sequence[Row], cell: Cell) -> Edit:
    """Move placed rows to the cell, and lay the others there."""
    placed = [row.placement.id for row in rows if row.placement]
    steps = [edits.move(placed, cell)] if placed else []
    loose = [row.activity.id for row in rows if not row.placement]
    return edits.in_order(*steps, *([laying.lay(loose, cell)] if loose else []))


def removing(portfolio: Portfolio, rows: Sequence[Row]) -> Edit:
    chosen = {row.placement.id for row in rows if row.placement}
    staying = {p.activity_id for p in portfolio.placements if p.id not in chosen}
    gone = [activity_id for activity_id in _ids(rows) if activity_id not in staying]
    off = [row.placement.id for row in rows if row.placement and row.activity.id in staying]
    return edits.in_order(edits.take_off(off), edits.remove(Activity, gone))


def _add_cells(menu: QMenu, framework: Framework, then: Callable[[Cell], object]) -> None:
    for role in framework.roles:
        part = menu.addMenu(words.role_choice(framework, role.id, None, "").icon(), str(role.title))
        for level in framework.shown_levels:
            cell = Cell(role.id, level.id)
            part.addAction(str(level.title)).triggered.connect(partial(_on_cell, then, cell))


def _on_cell(then: Callable[[Cell], object], cell: Cell) -> None:
    then(cell)


def _ids(rows: Sequence[Row]) -> list[str]:
    return list(dict.fromkeys(row.activity.id for row in rows))


def _name(rows: Sequence[Row]) -> str:
    if len(rows) == 1:
        return rows[0].activity.title
    return ngettext("{count} activity", "{count} activities", len(rows)).format(count=len(rows))
