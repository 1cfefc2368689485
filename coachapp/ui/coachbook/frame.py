"""What fills the coach book's window: whom to find on the left, and the page beside it."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from coachapp.i18n import gettext as _
from coachapp.ui import buttons, theme
from coachapp.ui.coachbook.coachee import CoacheePage
from coachapp.ui.coachbook.editor import BookEditor
from coachapp.ui.coachbook.finder import Finder
from coachapp.ui.coachbook.week import WeekPage
from coachapp.ui.inputs.following import following
from coachapp.ui.notice import Notice

if TYPE_CHECKING:
    from coachapp.ui.coachbook.own import OwnPage

_SIDE = 34  # steps
_WIDEST = 90


class BookFrame(QWidget):
    """`current`: the id of the coachee on the page, "own", or nothing for the week.

    `write_requested(id)` and `forget_requested(id)` are those of the coachee's page.
    """

    write_requested = Signal(str)
    forget_requested = Signal(str)

    def __init__(self, editor: BookEditor, above: tuple[QWidget, ...]) -> None:
        super().__init__()
        self._editor = editor
        self.current = ""
        self.finder = Finder(editor, self)
        self.week = WeekPage(editor)
        self._pages: dict[str, Any] = {}
        self.strip = Notice(self, closable=True)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(_scrolling(self.week))
        self.finder.chosen.connect(self.show_coachee)
        self.week.chosen.connect(self.show_coachee)
        self._lay_out(above)
        editor.failed.connect(self.strip.warn)
        editor.changed.connect(self._on_changed)
        self.setFocusProxy(self.finder)

    @property
    def coachee(self) -> CoacheePage:
        """Made when it is first asked for, after the week is painted."""
        if "coachee" not in self._pages:
            page = CoacheePage(self._editor)
            page.write_requested.connect(self.write_requested)
            page.forget_requested.connect(self.forget_requested)
            self._put("coachee", page)
        return self._pages["coachee"]

    @property
    def own(self) -> "OwnPage":
        """The coach's own questions and checklist."""
        from coachapp.ui.coachbook.own import OwnPage  # noqa: PLC0415 - it reads the framework

        if "own" not in self._pages:
            self._put("own", OwnPage(self._editor))
        return self._pages["own"]

    def flush(self) -> None:
        """Keep what is still being typed."""
        for page in self._pages.values():
            page.flush()

    def begin(self, at: str) -> None:
        """Turn to this page, with the keyboard where another coachee is found."""
        if at == "own":
            self.show_own()
        elif self._editor.book.coachee(at):
            self.show_coachee(at)
        else:
            self.show_week()
        self.finder.begin()

    def show_week(self) -> None:
        self.flush()
        self.current = ""
        self.week.refresh()
        self.finder.mark("")
        self._stack.setCurrentIndex(0)

    def show_coachee(self, coachee_id: str, *, is_new: bool = False) -> None:
        self.flush()
        self.current = coachee_id
        self.coachee.show_for(coachee_id)
        self.finder.mark(coachee_id)
        self._turn_to(self.coachee)
        self.area.verticalScrollBar().setValue(0)
        self.coachee.begin(is_new=is_new)

    def show_own(self) -> None:
        self.flush()
        self.current = "own"
        self.finder.mark("")
        self.own.refresh()
        self._turn_to(self.own)
        self.own.setFocus()

    def _on_changed(self, *_values: object) -> None:
        self.strip.hide()
        self.finder.refresh()
        if self.current and self.current != "own" and not self._editor.book.coachee(self.current):
            self.show_week()
        elif self.current == "own":
            self.own.refresh()
        elif self.current:
            self.coachee.refresh()
            self.finder.mark(self.current)
        else:
            self.week.refresh()

    def _put(self, name: str, page: QWidget) -> None:
        self._pages[name] = page
        self._stack.addWidget(_scrolling(page))

    def _turn_to(self, page: QWidget) -> None:
        area = next(one for one in self._stack.findChildren(QScrollArea) if one.widget() is page)
        self._stack.setCurrentWidget(area)

    @property
    def area(self) -> QScrollArea:
        """What the page scrolls in."""
        area = self._stack.currentWidget()
        assert isinstance(area, QScrollArea)
        return area

    def _lay_out(self, above: tuple[QWidget, ...]) -> None:
        side = QFrame(self)
        side.setMaximumWidth(theme.space(_SIDE))
        left = QVBoxLayout(side)
        left.setContentsMargins(*(theme.space(1.5),) * 4)
        left.setSpacing(theme.space(0.5))
        left.addWidget(self.finder, 1)
        for words, then, sign in (
            (_("New coachee"), self.finder.add, "add"),
            (_("This week"), self.show_week, "waiting"),
            (_("My own questions"), self.show_own, "about"),
        ):
            button = buttons.quiet(words, then, sign, side)
            button.setDisabled(sign == "add" and self._editor.read_only)
            left.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        right = QVBoxLayout()
        right.setSpacing(0)
        for part in (*above, self.strip):
            right.addWidget(part)
        right.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side, 1)
        row.addLayout(right, 3)


def _scrolling(page: QWidget) -> QScrollArea:
    page.setMaximumWidth(theme.space(_WIDEST))
    return following(page)
