"""The drawing of goals and actions in time: a lane for each goal below an axis of months or years."""

from collections.abc import Iterator, Sequence
from typing import Final

from reportlab.platypus import Flowable

from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext
from coachapp.report.block import Block
from coachapp.report.style import CARD, CARD_NOTE, CELL_TEXT, MUTED, PAPER
from coachapp.report.timeline import ink, lanes
from coachapp.report.timeline.lanes import Aim, Flag, Item, Lane
from coachapp.report.timeline.scale import Scale
from coachapp.report.typesetting import Span

_ROW: Final = 14.0
_INSET: Final = 4.0  # around what is in a lane
_BETWEEN: Final = 5.0  # lanes
_AXIS: Final = 26.0
_FLAG: Final = 12.0


class Timeline(Block):
    """It goes on over pages between two lanes; `flags` are days that concern all of them."""

    def __init__(self, aims: Sequence[Aim], flags: Sequence[Flag]) -> None:
        super().__init__()
        self._aims, self._flags = aims, flags
        self._shown = range(len(aims))
        self._lanes: Sequence[Lane] = ()
        self.spaceBefore, self.spaceAfter = 10, 8

    def measured(self, width: float) -> float:
        if not self._lanes:
            setter = self.canv.typesetter
            every = [days for aim in self._aims for _words, days in aim.actions]
            self._scale = Scale([*every, *(flag.days for flag in self._flags)], width)
            self._lanes = [lanes.laid_out(aim, self._scale, setter) for aim in self._aims]
            self._flown = lanes.flown(self._flags, self._scale, setter)
        return self._head + sum(_high(self._lanes[at]) + _BETWEEN for at in self._shown)

    @property
    def _head(self) -> float:
        return _AXIS + _FLAG * (1 + max(item.row for item in self._flown))

    def split(self, aW: float, aH: float) -> list[Flowable]:  # noqa: ARG002, N803 - ReportLab's names
        room, fits = aH - self._head, 0
        for at in self._shown:
            room -= _high(self._lanes[at]) + _BETWEEN
            fits += room >= 0
        return [self._part(self._shown[:fits]), self._part(self._shown[fits:])] if fits else []

    def _part(self, shown: range) -> "Timeline":
        part = type(self)(self._aims, self._flags)
        part._shown, part._lanes = shown, self._lanes  # noqa: SLF001
        part._scale, part._flown = self._scale, self._flown  # noqa: SLF001
        return part

    def draw(self) -> None:
        told = _("A drawing of goals and actions in time. The table after it tells the same.")
        with self.canv.tags.figure(told, self.on_page(0, self.width, self.height)):
            tops = list(self._tops())
            for at, top in tops:
                ink.lane(self.canv, self.width, top, _high(self._lanes[at]))
            self._draw_axis()
            for at, top in tops:
                self._draw_lane(self._lanes[at], top)

    def _tops(self) -> Iterator[tuple[int, float]]:
        """The number of each lane, and how high it begins."""
        top = self.height - self._head
        for at in self._shown:
            yield at, top
            top -= _high(self._lanes[at]) + _BETWEEN

    def _draw_axis(self) -> None:
        """Lines first, so that they give way to all words."""
        top = self.height - self._head + _AXIS
        ticks = list(self._scale.ticks())
        for tick in ticks:
            ink.tick(self.canv, tick.x, top - 6, _BETWEEN)
        for flag, item in zip(self._flags, self._flown, strict=True):
            ink.flag(self.canv, item, self._flag_top(item), _BETWEEN, is_dashed=flag.is_dashed)
        for item in self._flown:
            ink.words(self.canv, item.line, item.at, self._flag_top(item), CARD, on=PAPER)
        for tick in ticks:
            self._write(Span(tick.year, bold=True), tick.x, top - 4)
            self._write(Span(tick.month, colour=MUTED), tick.x, top - 4 - CARD_NOTE.leading)

    def _flag_top(self, item: Item) -> float:
        return self.height - item.row * _FLAG

    def _write(self, span: Span, x: float, top: float) -> None:
        if span.text:
            line = self.canv.typesetter.one_line(span, self.width)
            ink.words(self.canv, line, x + 2, top, CARD_NOTE, on=PAPER)

    def _draw_lane(self, lane: Lane, top: float) -> None:
        top -= _INSET
        if lane.title:
            ink.words(self.canv, lane.title, 2 * _INSET, top, CELL_TEXT)
            top -= CELL_TEXT.leading + 2
        for item in lane.items:
            self._draw_item(item, top - item.row * _ROW)
        if lane.more:
            words = ngettext("+{count} more in the table", "+{count} more in the table", lane.more)
            span = Span(words.format(count=lane.more), colour=MUTED)
            line = self.canv.typesetter.one_line(span, self.width)
            ink.words(self.canv, line, 2 * _INSET, top - lane.rows * _ROW, CARD_NOTE)

    def _draw_item(self, item: Item, top: float) -> None:
        middle = top - _ROW / 2
        if item.is_bar:
            ink.bar(self.canv, item, middle)
        else:
            ink.sign(self.canv, (item.left + item.right) / 2, middle, lanes.HALF)
        ink.label(self.canv, item, middle)


def _high(lane: Lane) -> float:
    title = CELL_TEXT.leading + 2 if lane.title else 0
    more = CARD_NOTE.leading + 2 if lane.more else 0
    return 2 * _INSET + title + lane.rows * _ROW + more
