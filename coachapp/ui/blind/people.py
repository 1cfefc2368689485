"""The two who place apart: what they are called, and the sign of each, told by letter and form."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from coachapp.domain.blind import COACH, TEACHER
from coachapp.domain.conversation import Conversation
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.inputs.words import sentence

_LETTER = 0.58  # of the sign's height


class Person(NamedTuple):
    """`turn` says that it is his turn, `board` and `cell` what is his."""

    by: str
    name: str
    turn: str
    board: str
    cell: str

    @property
    def letter(self) -> str:
        return self.name[:1].upper()

    def lies(self, cell: str) -> str:
        """Such as "Coach: Developing education · School"."""
        return _("{who}: {cell}").format(who=sentence(self.name), cell=cell)


def people(conversation: Conversation) -> tuple[Person, Person]:
    """The teacher, and who sits across the table."""
    words = (_("teacher"), _("It is the teacher's turn"), _("The teacher's board"), _("The teacher's cell"))
    return Person(TEACHER, *words), _other(conversation)


def paint(painter: QPainter, person: Person, place: QRectF) -> None:
    """A full circle for the teacher, an open square for the other, each with the first letter."""
    current, is_teacher = theme.current(), person.by == TEACHER
    painter.setPen(QPen(QColor(current.accent), 2))
    painter.setBrush(QColor(current.accent if is_teacher else current.card))
    if is_teacher:
        painter.drawEllipse(place.adjusted(1, 1, -1, -1))
    else:
        painter.drawRoundedRect(place.adjusted(1.5, 1.5, -1.5, -1.5), 2, 2)
    font = QFont(painter.font())
    font.setPixelSize(round(place.height() * _LETTER))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(current.on_accent if is_teacher else current.accent))
    painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), person.letter)


def _other(conversation: Conversation) -> Person:
    if conversation.relationship == "colleague":
        turn, board = _("It is the colleague's turn"), _("The colleague's board")
        return Person(COACH, _("colleague"), turn, board, _("The colleague's cell"))
    words = (_("coach"), _("It is the coach's turn"), _("The coach's board"), _("The coach's cell"))
    return Person(COACH, *words)
