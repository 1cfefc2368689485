"""The evidence of one activity or goal: files are added, dropped or pasted here, and looked at again."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from coachapp.domain import edits
from coachapp.domain.portfolio import Evidence
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui import asking
from coachapp.ui.editor import Editor
from coachapp.ui.evidence import given, hints
from coachapp.ui.evidence.look import LookDialog
from coachapp.ui.evidence.row import EvidenceRow, Ways
from coachapp.ui.evidence.shelf import Source
from coachapp.ui.evidence.taking_out import TakingOut
from coachapp.ui.evidence.under_way import UnderWay
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.buttons import WordButton
from coachapp.ui.inputs.flow import FlowLayout
from coachapp.ui.inputs.fold import Fold
from coachapp.ui.inputs.following import bring_in_sight
from coachapp.ui.inputs.rows import Rows
from coachapp.ui.notice import Notice
from coachapp.ui.theme import STEP


class EvidencePart(Fold):
    """Says in its place why nothing can be added: to look only, or in no file."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(_("Evidence"), parent)
        self._editor, self._shelf = editor, editor.shelf
        self._activity_id = self._goal_id = ""
        self.note = labels.note(parent=self)
        self.notice = Notice(self, closable=True)
        self.under_way = UnderWay(self._shelf, self)
        out = TakingOut(self._shelf, self)
        out.said.connect(self._say)
        ways: Ways = {
            "look": self._look,
            "open": out.ask_to_open,
            "save": out.save,
            "newer": self._ask_newer,
            "remove": self._remove,
        }
        self.rows = Rows(partial(EvidenceRow, editor, ways), EvidenceRow.show_item)
        self._adding = QWidget(self)
        flow = FlowLayout(self._adding, STEP)
        self._add, paste = WordButton(_("Add a file…"), self._adding), WordButton(_("Paste"), self._adding)
        for button, then in ((self._add, self._ask), (paste, self.paste)):
            button.clicked.connect(lambda _on=False, then=then: then())
            flow.addWidget(button)
        for part in (self.note, self.rows, self.under_way, self.notice, self._adding):
            self.body.addWidget(part)
        self.setAcceptDrops(not editor.read_only)
        if self._shelf:
            self._shelf.changed.connect(self._on_shelf_changed)
            self._shelf.failed.connect(self._on_failed)
            self._shelf.elsewhere.failed.connect(self._on_failed)

    @property
    def _owner(self) -> str:
        return self._activity_id or self._goal_id

    def show_owner(self, activity_id: str = "", goal_id: str = "") -> None:
        """Show what belongs to this activity or this goal, or without either what belongs to nothing."""
        if (activity_id, goal_id) != (self._activity_id, self._goal_id):
            self.notice.hide()
        self._activity_id, self._goal_id = activity_id, goal_id
        self._refresh()

    def paste(self) -> None:
        """Files or a picture from the clipboard."""
        found = given.given_in(QGuiApplication.clipboard().mimeData())
        if not found:
            self._say(_("There is no file and no picture on the clipboard. Copy one first."))
            return
        self._take(found)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if given.files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)  # the file stays where it is
        event.accept()
        self._take(given.given_in(event.mimeData()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and not self._editor.read_only:
            self.paste()
            return
        super().keyPressEvent(event)

    def _refresh(self) -> None:
        items = [e for e in self._editor.portfolio.evidence if self._is_here(e) and not e.newer_id]
        title = _("Evidence") if self._owner else _("Evidence without a place")
        self.rename(f"{title} ({len(items)})" if items else title)
        self.rows.show_values(items)
        why = hints.why_not(self._editor)
        self.note.setText(why or hints.about(loose=not self._owner, empty=not items))
        self.note.setVisible(bool(self.note.text()))
        self._adding.setVisible(bool(self._owner) and not why)
        self.under_way.show_owner(self._owner)

    def _on_shelf_changed(self) -> None:
        """What else came in has moved the message down."""
        self._refresh()
        if not self.notice.isHidden():
            bring_in_sight(self.notice)

    def _take(self, found: list[tuple[str, Source]], older_id: str = "") -> None:
        self.open()
        self.notice.hide()
        if self._shelf is None or hints.why_not(self._editor) or not (self._owner or older_id):
            return
        for name, source in found:
            item = Evidence("", given.named(name), activity_id=self._activity_id, goal_id=self._goal_id)
            self._shelf.take(source, item, older_id)

    def _ask(self) -> None:
        asking.evidence_to_add(self, lambda path: self._take([(path.name, path)]), many=True)

    def _ask_newer(self, item: Evidence) -> None:
        def then(path: Path) -> None:
            self._take([(path.name, path)], item.id)

        asking.evidence_to_add(self, then, many=False)

    def _remove(self, item: Evidence) -> None:
        step = _("Remove “{name}”").format(name=item.name)
        if self._editor.apply(step, edits.remove(Evidence, (item.id,))):
            self._add.setFocus()  # its row is gone, and with it the button that was pressed

    def _look(self, item: Evidence) -> None:
        if self._shelf and self._shelf.file:
            LookDialog(self._shelf, item, self.window()).open()

    def _on_failed(self, item: Evidence, error: CoachError) -> None:
        if self._is_here(item):
            self._say(error.text())

    def _say(self, words: str) -> None:
        if words:
            self.open()
            self.notice.say(words)
            bring_in_sight(self.notice)
        else:
            self.notice.hide()

    def _is_here(self, item: Evidence) -> bool:
        return (item.activity_id, item.goal_id) == (self._activity_id, self._goal_id)
