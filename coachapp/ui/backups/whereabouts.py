"""Where a portfolio lies on this computer: the file, its copies and its backups."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from coachapp.domain.partial import kept_as
from coachapp.domain.whereabouts import Copy
from coachapp.i18n import gettext as _
from coachapp.ui import buttons, fitting, theme
from coachapp.ui.backups import words
from coachapp.ui.backups.reminding import RemindPanel
from coachapp.ui.inputs import dialog_page, labels
from coachapp.ui.inputs.flow import FlowLayout
from coachapp.ui.inputs.following import FollowingScrollArea
from coachapp.ui.inputs.panel import Panel
from coachapp.ui.tasks import Task

if TYPE_CHECKING:
    from coachapp.ui.files import Files
    from coachapp.ui.open_file import OpenFile
    from coachapp.ui.window import PortfolioWindow


class WhereaboutsDialog(QDialog):
    """`backup_requested` and `erase_requested` end it."""

    backup_requested = Signal()
    erase_requested = Signal()

    def __init__(self, window: "PortfolioWindow", files: "Files", file: "OpenFile") -> None:
        super().__init__(window)
        self.setWindowTitle(_("Where is all this?"))
        self._to_look = window.editor.read_only
        self._column = QVBoxLayout()
        self._reminder = RemindPanel(window.editor, self)
        self._lay_out(files.safekeeping.honest(encrypted=file.encrypted)[1])
        safekeeping, path, portfolio_id = files.safekeeping, file.path, kept_as(window.editor.portfolio)
        recent = [Path(one) for one in window.choices.settings.recent]

        def look() -> tuple[tuple[Copy, ...], frozenset[Path]]:
            copies = safekeeping.known(path, portfolio_id, recent)
            backups = (one.path for one in copies if one.kind == "backup")
            return copies, safekeeping.with_another_key(backups, file)

        task = Task(look)
        task.done.connect(self._on_known)
        task.start()
        self.finished.connect(self.deleteLater)

    def done(self, result: int) -> None:
        """What was typed counts however the dialog ends."""
        self._reminder.flush()
        super().done(result)

    def _on_known(self, found: tuple[Sequence[Copy], frozenset[Path]]) -> None:
        copies, another_key = found
        kinds = (
            ("open", _("The portfolio that is open")),
            ("copy", _("Other copies that were opened on this computer")),
            ("backup", _("Backups")),
        )
        for kind, title in kinds:
            if of_kind := [one for one in copies if one.kind == kind]:
                self._column.addWidget(labels.heading(title, self))
                for folder in dict.fromkeys(one.path.parent for one in of_kind):
                    inside = [one for one in of_kind if one.path.parent == folder]
                    self._column.addWidget(_Folder(folder, inside, another_key, self))
        if not any(one.kind == "backup" for one in copies):
            self._column.addWidget(labels.text(_("There is no backup yet."), self))
        self._column.addStretch(1)

    def _end(self, signal: str) -> None:
        self.accept()
        getattr(self, signal).emit()

    def _lay_out(self, honest: str) -> None:
        inner = QWidget()
        whole = dialog_page.named(inner, _("Where is all this?"))
        whole.addWidget(labels.text(honest, inner))
        whole.addWidget(self._reminder)
        self._column.setSpacing(theme.space())
        whole.addLayout(self._column, 1)
        area = FollowingScrollArea(self)
        area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(area, 1)
        column.addWidget(self._ways())
        fitting.open_at(self, 100, 84)

    def _ways(self) -> QWidget:
        bar = QWidget(self)
        row, more = QHBoxLayout(bar), FlowLayout(space=theme.space())
        row.setContentsMargins(*(theme.space(2),) * 4)
        row.addLayout(more, 1)
        erase = buttons.quiet(_("Erase this portfolio…"), lambda: self._end("erase_requested"), parent=bar)
        make = buttons.ordinary(_("Make a backup now"), lambda: self._end("backup_requested"), parent=bar)
        for way in (erase, make):
            way.setHidden(self._to_look)
        more.addWidget(make)
        more.addWidget(erase)
        close = buttons.primary(_("Close"), self.accept, parent=bar)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignBottom)
        return bar


class _Folder(Panel):
    """A folder with what lies in it."""

    def __init__(
        self, folder: Path, copies: Sequence[Copy], another_key: frozenset[Path], parent: QWidget
    ) -> None:
        super().__init__(parent)
        head = QHBoxLayout()
        head.addWidget(labels.note(labels.breakable(str(folder)), self), 1)
        show = buttons.ordinary(_("Show in folder"), words.show_in_folder(copies[0].path), parent=self)
        show.setAccessibleName(_("Show {folder}").format(folder=folder))
        head.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        for one in copies:
            line = QVBoxLayout()
            line.setSpacing(0)
            line.addWidget(labels.text(one.path.name, self))
            told = words.copy(one, another_key=one.path in another_key)
            line.addWidget(labels.note(told, self))
            self.column.addLayout(line)
