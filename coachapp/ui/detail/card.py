"""One card, or several, with everything that can be said about them."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from coachapp.domain import edits
from coachapp.domain.portfolio import Activity, Ambition, Placement
from coachapp.domain.values import Cell
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext
from coachapp.ui.detail import forms, laying
from coachapp.ui.detail.ambitions import Ambitions
from coachapp.ui.detail.life import LifePart
from coachapp.ui.detail.places import Places
from coachapp.ui.editor import Editor
from coachapp.ui.evidence.part import EvidencePart
from coachapp.ui.inputs import labels, words
from coachapp.ui.inputs.fold import Fold
from coachapp.ui.inputs.form import Form
from coachapp.ui.theme import STEP


class CardDetail(QWidget):
    """What is used most stands first; the rest is folded under "More"."""

    cell_requested = Signal(Cell)
    ambition_requested = Signal(object)

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._activities: tuple[Activity, ...] = ()
        self._placements: tuple[Placement, ...] = ()
        self._count = labels.title("")
        self._title, self._text = forms.title(editor), forms.text(editor)
        self._meaning, self._why = forms.meaning(editor), forms.why(editor)
        self._places, self._ambitions = Places(editor), Ambitions(editor)
        self._places.cell_requested.connect(self.cell_requested)
        self._ambitions.ambition_requested.connect(self.ambition_requested)
        self._part, self._work = forms.part(editor), forms.work(editor)
        self._growth = forms.growth(editor)
        self._evidence = EvidencePart(editor)
        self._life = LifePart(editor)
        self._remove = QPushButton(_("Remove"))
        self._remove.setEnabled(not editor.read_only)
        self._remove.clicked.connect(self._on_remove)
        self.setAcceptDrops(not editor.read_only)
        self._lay_out()

    def show_cards(self, ids: Collection[str]) -> bool:
        """Show the cards with these ids, of placements or of activities in no cell; False: none is left."""
        portfolio = self._editor.portfolio
        ids = frozenset(ids)
        self._placements = tuple(p for p in portfolio.placements if p.id in ids)
        self._activities = laying.activities_of(portfolio, ids)
        if self._activities:
            self._show()
        return bool(self._activities)

    def flush(self) -> None:
        """Ask for the change that is still being typed."""
        for form in self.findChildren(Form):
            form.flush()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file that is dropped anywhere here is evidence."""
        if len(self._activities) == 1:
            self._evidence.dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._evidence.dropEvent(event)

    def _lay_out(self) -> None:
        more = Fold(_("More"))
        for part in (self._part, self._work, self._growth):
            more.body.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP * 2)
        for part in (self._count, self._title, self._meaning, self._why, self._text):
            layout.addWidget(part)
        for part in (self._places, self._ambitions, more, self._evidence, self._life):
            layout.addWidget(part)
        row = QVBoxLayout()
        row.addWidget(self._remove)
        layout.addLayout(row)
        layout.addStretch(1)

    def _show(self) -> None:
        one = len(self._activities) == 1
        name = self._name()
        self._count.setText(name)
        self._offer()
        for form in (self._title, self._text, self._work):
            form.show_items(self._activities, name)
        for form in (self._meaning, self._why, self._part, self._growth):
            form.show_items(self._placements, name)
            form.setVisible(bool(self._placements))
        self._places.show_activities(self._activities)
        for part in (self._title, self._text, self._ambitions, self._evidence):
            part.setVisible(one)
        self._life.setVisible(one and bool(self._editor.past and self._editor.past.is_kept))
        self._why.setVisible(len(self._placements) == 1)
        self._count.setVisible(not one)
        if one:
            self._show_ambitions(self._activities[0])
            self._evidence.show_owner(activity_id=self._activities[0].id)
            self._life.show_activity(self._activities[0].id)

    def _offer(self) -> None:
        """Workplaces and teams can change while this is shown."""
        self._work.input("context_id").offer(words.workplaces(self._editor.portfolio))
        self._work.input("team_id").offer(words.teams(self._editor.portfolio))

    def _show_ambitions(self, activity: Activity) -> None:
        origin = self._placements[0].cell if self._placements else None
        self._ambitions.show_wish(Ambition("", activity_id=activity.id, origin=origin), activity.title)

    def _name(self) -> str:
        count = len(self._activities)
        if count == 1:
            return self._activities[0].title
        return ngettext("{count} activity", "{count} activities", count).format(count=count)

    def _on_remove(self) -> None:
        ids = [activity.id for activity in self._activities]
        self._editor.apply(_("Remove “{name}”").format(name=self._name()), edits.remove(Activity, ids))
