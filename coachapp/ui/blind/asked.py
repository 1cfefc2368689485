"""In a file that somebody was given to place apart in, that is what is offered first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coachapp.domain import blind
from coachapp.i18n import gettext as _

if TYPE_CHECKING:
    from coachapp.ui.window import PortfolioWindow

_NEWS = "apart"


class AskedApart(QObject):
    """Belongs to a window."""

    def __init__(self, window: "PortfolioWindow") -> None:
        super().__init__(window)
        self._window = window
        if blind.asked_of_us(window.editor.portfolio) and not window.editor.read_only:
            window.news.tell(_NEWS, _words, lambda: [(_("Lay the cards"), self.lay)])

    def lay(self) -> None:
        from coachapp.ui.blind.dialog import ApartDialog  # noqa: PLC0415 - seldom asked for

        window = self._window
        talk = blind.asked_of_us(window.editor.portfolio)
        if talk:
            ApartDialog(window.editor, window.choices.settings, talk, window).open()


def _words() -> str:
    return _("You were given this file to place apart: lay the cards where you think they belong.")
