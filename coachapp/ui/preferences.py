"""Preferences: each takes effect at once and is remembered on this computer."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from coachapp import formats
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext
from coachapp.packs import policy
from coachapp.ui import buttons, fitting, theme
from coachapp.ui.backups.folder import FolderField
from coachapp.ui.choices import Choices, looks_differ
from coachapp.ui.inputs import dialog_page, labels
from coachapp.ui.inputs.following import FollowingScrollArea
from coachapp.ui.settings import BACKUP_MEGABYTES, IDLE_MINUTES, TEXT_PERCENTS, Settings
from coachapp.ui.start.page import LANGUAGES


class PreferencesDialog(QDialog):
    """Its content is made anew in the language and size that were just chosen."""

    def __init__(self, choices: Choices, parent: QWidget) -> None:
        super().__init__(parent)
        self._choices = choices
        self._area = FollowingScrollArea(self)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        self._build()
        choices.changed.connect(self._on_changed)
        self.finished.connect(self.deleteLater)

    def _on_changed(self, before: Settings, after: Settings) -> None:
        if not looks_differ(before, after) and before.recent == after.recent:
            return
        focused = self.focusWidget()
        self._build()
        again = self._content.findChild(QWidget, focused.objectName()) if focused else None
        if again:
            again.setFocus()

    def _build(self) -> None:
        self.setWindowTitle(_("Preferences"))
        self._content = content = QWidget()
        column = dialog_page.named(content, _("Preferences"))
        column.addLayout(self._choices_form())
        for box in self._ticks():
            column.addWidget(box)
        column.addWidget(
            labels.note(_("These choices stay on this computer and are in no portfolio."), content)
        )
        column.addWidget(self._clear(), 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        column.addLayout(self._ways())
        if before := self._area.takeWidget():
            before.hide()
            before.deleteLater()  # it holds what was just clicked
        self._area.setWidget(content)
        self._area.setMinimumWidth(content.minimumSizeHint().width())
        fitting.open_around(self, self._area, content)

    def _choices_form(self) -> QFormLayout:
        chosen = self._choices.settings
        languages = [("", _("As the system")), *LANGUAGES]
        themes = [("", _("As the system")), ("light", _("Light")), ("dark", _("Dark"))]
        sizes = [(percent, _("{percent} %").format(percent=percent)) for percent in TEXT_PERCENTS]
        form = QFormLayout()
        form.setHorizontalSpacing(theme.space(2))
        form.setVerticalSpacing(theme.space())
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(_("Language"), self._combo("language", _("Language"), languages, chosen.language))
        form.addRow(_("Colours"), self._combo("theme", _("Colours"), themes, chosen.theme))
        form.addRow(_("Text size"), self._combo("text_percent", _("Text size"), sizes, chosen.text_percent))
        form.addRow(_("Lock after"), self._idle())
        rooms = [(room, formats.size(room * 10**6)) for room in BACKUP_MEGABYTES]
        form.addRow(_("Backups in"), FolderField(self._choices, self._content))
        room = self._combo("backup_megabytes", _("Room for them"), rooms, chosen.backup_megabytes)
        room.setToolTip(_("For each portfolio; the two newest always stay."))
        form.addRow(_("Room for them"), room)
        return form

    def _idle(self) -> QComboBox:
        """What an institute says of it can't be changed."""
        said, chosen = policy.idle_lock_minutes(), self._choices.settings.idle_minutes
        minutes = IDLE_MINUTES if said is None else (said,)
        named = [
            (
                n,
                ngettext("{count} minute without use", "{count} minutes without use", n).format(count=n),
            )
            if n
            else (n, _("Only when I ask for it"))
            for n in minutes
        ]
        combo = self._combo("idle_minutes", _("Lock after"), named, chosen if said is None else said)
        combo.setEnabled(said is None)
        combo.setToolTip("" if said is None else _("Your institute has chosen this for its computers."))
        return combo

    def _combo(
        self, field: str, name: str, values: Sequence[tuple[object, str]], chosen: object
    ) -> QComboBox:
        combo = QComboBox(self._content)
        combo.setObjectName(field)
        combo.setAccessibleName(name)
        for value, words in values:
            combo.addItem(words, value)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))
        combo.activated.connect(lambda at: self._choices.change(**{field: combo.itemData(at)}))
        return combo

    def _ticks(self) -> list[QCheckBox]:
        chosen = self._choices.settings
        return [
            self._tick("reduced_motion", _("Nothing moves on the screen"), on=chosen.reduced_motion),
            self._tick("show_hours", _("Show hours on the cards"), on=chosen.show_hours),
            self._tick(
                "remember_recent", _("List recent portfolios on the start page"), on=chosen.remember_recent
            ),
        ]

    def _tick(self, field: str, words: str, *, on: bool) -> QCheckBox:
        box = QCheckBox(words, self._content)
        box.setObjectName(field)
        box.setChecked(on)
        box.toggled.connect(lambda now: self._on_ticked(field, now))
        return box

    def _on_ticked(self, field: str, on: bool) -> None:
        """Who doesn't want the list wants it gone as well."""
        forget = {"recent": ()} if field == "remember_recent" and not on else {}
        self._choices.change(**{field: on}, **forget)

    def _clear(self) -> QPushButton:
        clear = buttons.quiet(
            _("Clear the list of recent portfolios"), lambda: self._choices.change(recent=())
        )
        clear.setEnabled(bool(self._choices.settings.recent))
        return clear

    def _ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(buttons.primary(_("Close"), self.accept))
        return row
