"""Paragraphs and headings."""

from collections.abc import Sequence
from typing import Any, Final

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from coachapp.report import marks
from coachapp.report.block import Block
from coachapp.report.fonts import REGULAR
from coachapp.report.pieces import Piece
from coachapp.report.style import BODY, HEADING, MUTED, SUBHEADING, Style
from coachapp.report.typesetting import Line, Span

Content = str | Span | Sequence[Span]

_ASCENT: Final = 0.95  # of Atkinson Hyperlegible, at size 1
_DESCENT: Final = 0.29
_TOGETHER: Final = 2  # lines of a paragraph at least that stay on a page


def spans(content: Content) -> Sequence[Span]:
    if isinstance(content, str):
        return (Span(content),)
    return (content,) if isinstance(content, Span) else content


def draw_lines(  # noqa: PLR0913 - where, what and how
    canvas: Any, lines: Sequence[Line], x: float, top: float, style: Style, *, goes_on: bool = False
) -> None:
    """Draw lines below `top`, each starting at `x`; `goes_on`: more of them follow on another page."""
    above = (style.leading - (_ASCENT + _DESCENT) * style.size) / 2
    text = canvas.beginText(x, top - above - _ASCENT * style.size)
    pen = _Pen(text, style)
    pen.indent(lines[0].indent if lines else 0)
    with canvas.tags.text(text) as voice:
        for number, line in enumerate(lines, 1):
            for run in line.runs:
                voice.speak(run.language, run.spoken)
                pen.write(run.pieces)
            if goes_on or number < len(lines):
                voice.speak("", "")
                pen.end_line(between_words=not line.in_word)
            if number < len(lines):
                pen.indent(lines[number].indent)
        voice.end()
        canvas.drawText(text)


class _Pen:
    """Writes pieces in a text object; its font and colour change only where they must."""

    def __init__(self, text: Any, style: Style) -> None:
        self._text = text
        self._style = style
        self._font: str = ""
        self._colour: Color | None = None
        self._room = 0.0

    def write(self, pieces: Sequence[Piece]) -> None:
        for piece in pieces:
            self._take(piece.font)
            if piece.colour != self._colour:
                self._text.setFillColor(piece.colour)
                self._colour = piece.colour
            self._text.textOut(piece.text)

    def indent(self, room: float) -> None:
        """The next line begins so far from the edge, at size 1."""
        if room != self._room:
            self._text.moveCursor((room - self._room) * self._style.size, 0)
            self._room = room

    def end_line(self, *, between_words: bool) -> None:
        """A space between words, which nobody sees: a screen reader may know nothing of lines."""
        if between_words:
            self._take(REGULAR[0])
            self._text.textOut(" ")
        self._text.moveCursor(0, self._style.leading)

    def _take(self, font: str) -> None:
        if font != self._font:
            self._text.setFont(font, self._style.size, self._style.leading)
            self._font = font


class Text(Block):
    """A paragraph; a label stands in the margin that the style's indent leaves, and makes it an item."""

    role = "P"

    def __init__(self, content: Content, style: Style = BODY, label: str = "") -> None:
        super().__init__()
        self.content = spans(content)
        self.style = style
        self.label = label
        self.spaceBefore = style.before
        self.spaceAfter = style.after
        self._whole = self
        self._goes_on = False
        self._lines: Sequence[Line] = ()
        self._labels: Sequence[Line] = ()

    @property
    def least(self) -> float:
        """The height of what of it must stay on a page, once it knows its width."""
        can_split = len(self._lines) >= 2 * _TOGETHER
        return max(_TOGETHER if can_split else len(self._lines), len(self._labels)) * self.style.leading

    def measured(self, width: float) -> float:
        size, setter = self.style.size, self.canv.typesetter
        if not self._lines:
            self._lines = setter.lines(self.content, (width - self.style.indent) / size)
            self._labels = setter.lines([Span(self.label, colour=MUTED)], (self.style.indent - 8) / size)
        rows = max(len(self._lines), len(self._labels) if self.label else 0)
        return rows * self.style.leading

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: ARG002, N803 - ReportLab's names
        fits = min(int(aH // self.style.leading), len(self._lines) - _TOGETHER)
        if fits < _TOGETHER or len(self._labels) > fits:
            return []
        first = self._part(self._lines[:fits], self.label, self.style._replace(after=0))
        first._goes_on = True  # noqa: SLF001
        return [first, self._part(self._lines[fits:], "", self.style._replace(before=0))]

    def _part(self, lines: Sequence[Line], label: str, style: Style) -> "Text":
        part = type(self)(self.content, style, label)
        part._whole = self._whole  # noqa: SLF001
        part._lines, part._labels = lines, self._labels if label else ()  # noqa: SLF001
        return part

    def draw(self) -> None:
        if not self.label:
            self._draw_text("LBody" if self._whole.label else self.role)
            return
        with self.canv.tags.item():
            with self.canv.tags.element("Lbl"):
                draw_lines(self.canv, self._labels, 0, self.height, self.style)
            self._draw_text("LBody")

    def _draw_text(self, role: str) -> None:
        with self.canv.tags.element(role, of=self._whole):
            at, top = self.style.indent, self.height
            draw_lines(self.canv, self._lines, at, top, self.style, goes_on=self._goes_on)


class Title(Text):
    """What the whole document is called."""

    role = "H1"


class Heading(Text):
    """A heading, which is a bookmark too; `mark` is the number of the role it is about."""

    def __init__(
        self, text: str, level: int = 0, mark: int | None = None, style: Style | None = None
    ) -> None:
        style = style or (SUBHEADING if level else HEADING)
        super().__init__(Span(text, bold=True), style if mark is None else style._replace(indent=14))
        self._level = level
        self.role = f"H{level + 2}"
        self._mark = mark

    @property
    def level(self) -> int:
        return self._level

    def measured(self, width: float) -> float:
        if not self._level:
            self.content = (self.content[0]._replace(colour=self.canv.colours.heading),)
        return super().measured(width)

    def draw(self) -> None:
        self.canv.bookmark(self.content[0].text, self._level, self.height)
        if self._mark is not None:
            marks.role(self.canv, self._mark, 4.5, self.height - self.style.leading / 2, 9)
        super().draw()
