"""One piece of evidence: its name, a note, and what can be done with it; older versions are folded below."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp import formats
from coachapp.domain import edits, file_kinds
from coachapp.domain.edits import Edit
from coachapp.domain.portfolio import Evidence, Portfolio
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.editor import Editor
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.buttons import WordButton
from coachapp.ui.inputs.choices import Choice, Combo
from coachapp.ui.inputs.flow import FlowLayout
from coachapp.ui.inputs.fold import Fold
from coachapp.ui.inputs.form import Form
from coachapp.ui.inputs.panel import Panel
from coachapp.ui.inputs.rows import Rows
from coachapp.ui.inputs.text import LineInput, TitleInput

Ways = dict[str, Callable[[Evidence], object]]
_OPEN: Final = 1  # which of the buttons


class EvidenceRow(Panel):
    """`ways`: what "look", "open", "save", "newer" and "remove" do with an item."""

    def __init__(self, editor: Editor, ways: Ways, item: Evidence) -> None:
        super().__init__()
        self._editor, self._ways, self._item = editor, ways, item
        self._form = Form(editor, _changing)
        for field, label, widget in (("name", _("Name"), TitleInput()), ("note", _("Note"), LineInput())):
            self._form.add(field, label, widget)
        if not (item.activity_id or item.goal_id):
            self._form.add("activity_id", _("Belongs to"), Combo(_activities(editor.portfolio)))
        self._about = labels.note()
        self._older = Fold("")
        self._rows = Rows(partial(_Older, ways), _Older.show_item)
        self._older.body.addWidget(self._rows)
        buttons = [(_("Look"), "look"), (_("Open…"), "open"), (_("Save as…"), "save")]
        changes = [(_("Newer version…"), "newer"), (_("Remove"), "remove")]
        self._below = _buttons([*buttons, *([] if editor.read_only else changes)], self._do)
        for part in (self._form, self._about, self._below, self._older):
            self.column.addWidget(part)

    def show_item(self, item: Evidence) -> None:
        self._item = item
        self._form.show_items((item,), item.name)
        self._about.setText(_about(item))
        self._below.findChildren(WordButton)[_OPEN].setVisible(file_kinds.may_open(item.name))
        older = older_versions(self._editor.portfolio, item)
        self._rows.show_values(older)
        self._older.rename(_("Older versions ({count})").format(count=len(older)))
        self._older.setVisible(bool(older))

    def _do(self, way: str) -> None:
        self._ways[way](self._item)


def older_versions(portfolio: Portfolio, item: Evidence) -> list[Evidence]:
    """The newest of them first."""
    found, ids = list[Evidence](), {item.id}
    while ids:
        more = [e for e in portfolio.evidence if e.newer_id in ids and e not in found and e.id != item.id]
        found += more
        ids = {e.id for e in more}
    return found


class _Older(QWidget):
    """An older version: its name, what it is, and the ways to it."""

    def __init__(self, ways: Ways, item: Evidence) -> None:
        super().__init__()
        self._item = item
        self._name, self._about = labels.text(), labels.note()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(0.25))
        column.addWidget(self._name)
        column.addWidget(self._about)
        names = [(_("Look"), "look"), (_("Save as…"), "save")]
        column.addWidget(_buttons(names, lambda way: ways[way](self._item)))

    def show_item(self, item: Evidence) -> None:
        self._item = item
        self._name.setText(labels.breakable(item.name))
        self._about.setText(_about(item))


def _about(item: Evidence) -> str:
    parts = (file_kinds.word(item.name), formats.size(item.size), formats.day(item.added_on))
    return " · ".join(part for part in parts if part)


def _activities(portfolio: Portfolio) -> list[Choice]:
    every = sorted(portfolio.activities, key=lambda activity: activity.title.casefold())
    return [Choice("", _("Not chosen")), *(Choice(one.id, one.title) for one in every)]


def _changing(ids: tuple[str, ...], **changes: str) -> Edit:
    """A new name still tells what kind of file it is; older versions go along to another activity."""

    def edit(portfolio: Portfolio) -> Portfolio:
        item = next(item for item in portfolio.evidence if item.id in ids)
        if "name" in changes:
            changes["name"] = file_kinds.renamed(item.name, changes["name"])
        along = older_versions(portfolio, item) if "activity_id" in changes else ()
        return edits.change(Evidence, (*ids, *(one.id for one in along)), **changes)(portfolio)

    return edit


def _buttons(names: list[tuple[str, str]], then: Callable[[str], object]) -> QWidget:
    row = QWidget()
    flow = FlowLayout(row, theme.space())
    for words, way in names:
        button = WordButton(words, row)
        button.clicked.connect(lambda _on=False, way=way: then(way))
        flow.addWidget(button)
    return row
