"""Asks who else does something, once, while only the teacher acts in the plan."""

from PySide6.QtWidgets import QWidget

from coachapp.domain.closing import only_the_teacher_acts
from coachapp.i18n import gettext as _
from coachapp.ui.editor import Editor
from coachapp.ui.notice import Notice

_ANSWERED = "asked who else"


class WhoElse(Notice):
    """Whoever closes it isn't asked again while the portfolio is open; it never stops anyone."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent, closable=True, sign="about")
        self._editor = editor
        self.closed.connect(lambda: editor.setProperty(_ANSWERED, True))

    def refresh(self) -> None:
        asks = only_the_teacher_acts(self._editor.portfolio) and not self._editor.property(_ANSWERED)
        if asks and self.isHidden():
            self.say(_("Who else does something? Colleagues or school leaders can act too."))
        elif not asks:
            self.hide()
