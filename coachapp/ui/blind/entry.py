"""The way in from a conversation."""

from typing import Protocol

from PySide6.QtWidgets import QPushButton

from coachapp.domain import blind
from coachapp.domain.conversation import Conversation
from coachapp.i18n import gettext as _
from coachapp.ui import buttons
from coachapp.ui.editor import Editor
from coachapp.ui.settings import Settings


class GoingOn(Protocol):
    """What is asked of the conversation that is going on."""

    editor: Editor
    settings: Settings

    @property
    def conversation(self) -> Conversation: ...


class PlaceApart:
    """A button that is there when two people may place apart, or did."""

    def __init__(self, talk: GoingOn) -> None:
        self._talk = talk
        self.button: QPushButton = buttons.ordinary(_("Place apart first"), self._open)

    def refresh(self) -> None:
        talk, editor = self._talk.conversation, self._talk.editor
        may_look = not talk.with_a_boss and blind.may_compare(editor.portfolio, talk.id)
        may_begin = blind.may_place_apart(talk) and not editor.read_only
        may_begin = may_begin and bool(blind.choosable(editor.portfolio))
        self.button.setText(_("Place apart first") if may_begin else _("Show both boards"))
        self.button.setVisible(may_look or may_begin)

    def _open(self) -> None:
        from coachapp.ui.blind.dialog import ApartDialog  # noqa: PLC0415 - seldom asked for

        talk = self._talk
        ApartDialog(talk.editor, talk.settings, talk.conversation, self.button.window()).open()
