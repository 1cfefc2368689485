"""Where activities lie in two values of a portfolio, and what that means in words."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields
from typing import Final

from coachapp.domain.phrases import listed
from coachapp.domain.portfolio import Placement, Portfolio
from coachapp.domain.values import Cell
from coachapp.domain.wording import field_word
from coachapp.i18n import gettext as _

Cells = dict[Cell, Placement]
_NOT_TOLD: Final = ("id", "activity_id", "cell", "placed_on")


class Places:
    """By cell, not by the placement's id: taken off and laid elsewhere is moved."""

    def __init__(self, before: Portfolio, after: Portfolio) -> None:
        self._old, self._new = _by_activity(before), _by_activity(after)
        self._aside_old = {a.id: a.aside for a in before.activities}
        self._aside_new = {a.id: a.aside for a in after.activities}
        self._before, self._after = before, after

    def where_new(self, activity_id: str) -> str:
        """Such as "in A · B and in C · D", "under my own learning", or nothing when it is to be placed."""
        cells = self._new[activity_id]
        if cells:
            named = [self._title(cell, self._after) for cell in cells]
            return _("in {cells}").format(cells=listed(named))
        return _beside(self._aside_new.get(activity_id, ""))

    def moves(self, activity_id: str, title: str) -> Iterator[tuple[str, str]]:
        """What became of its places: "moved" or "changed", each with a sentence."""
        old, new = self._old[activity_id], self._new[activity_id]
        gone = [self._title(cell, self._before) for cell in old if cell not in new]
        come = [self._title(cell, self._after) for cell in new if cell not in old]
        if gone and come:
            words = _("{title} was moved from {old} to {new}.")
            yield "moved", words.format(title=title, old=listed(gone), new=listed(come))
        elif come:
            words = _("{title} was also placed in {new}.") if old else _("{title} was placed in {new}.")
            yield "moved", words.format(title=title, new=listed(come))
        elif gone:
            yield "moved", self._taken(activity_id, title, listed(gone), stays=bool(new))
        elif not new and self._aside_old[activity_id] != self._aside_new[activity_id]:
            where = _beside(self._aside_new[activity_id]) or _("to place")
            yield "moved", _("{title} was laid {where}.").format(title=title, where=where)
        for cell in new:
            if names := _changed(old.get(cell), new[cell]):
                words = _("{title} in {cell}: {fields} changed.")
                told = ", ".join(dict.fromkeys(field_word("placements", name) for name in names))
                where = self._title(cell, self._after)
                yield "changed", words.format(title=title, cell=where, fields=told)

    def _taken(self, activity_id: str, title: str, old: str, *, stays: bool) -> str:
        where = "" if stays else _beside(self._aside_new[activity_id])
        words = _("{title} was taken from {old}.")
        if where:
            words = _("{title} was taken from {old} and laid {where}.")
        return words.format(title=title, old=old, where=where)

    @staticmethod
    def _title(cell: Cell, portfolio: Portfolio) -> str:
        return portfolio.framework.cell_title(cell)


def _by_activity(portfolio: Portfolio) -> defaultdict[str, Cells]:
    found = defaultdict[str, Cells](dict)
    for placement in portfolio.placements:
        found[placement.activity_id][placement.cell] = placement
    return found


def _beside(aside: str) -> str:
    return {"learning": _("under my own learning"), "off": _("off the board")}.get(aside, "")


def _changed(old: Placement | None, new: Placement) -> list[str]:
    if old is None:
        return []
    names = (field.name for field in fields(new) if field.compare and field.name not in _NOT_TOLD)
    return [name for name in names if getattr(old, name) != getattr(new, name)]
