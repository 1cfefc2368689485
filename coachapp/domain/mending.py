"""A portfolio of which parts are lost, made to hold again: what can't stay is told, nothing is made up."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final, NamedTuple

from coachapp.domain import parts, rules
from coachapp.domain.conversation import View
from coachapp.domain.portfolio import KINDS, Placement, Portfolio
from coachapp.errors import CoachError, NotAValue, NotThere, UnknownCell
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext

_CELLS: Final = ("origin", "target", "cell")


class Mended(NamedTuple):
    """`lost`: what was left out, as plain sentences."""

    portfolio: Portfolio
    lost: tuple[str, ...]


def mended(portfolio: Portfolio) -> Mended:
    """Every rule holds: what refers to something that is gone refers to nothing, or goes too if it must."""
    told = _Told(portfolio)
    kinds = {kind: tuple(_mended(portfolio, kind, told)) for kind in KINDS}
    kinds["placements"] = tuple(_once(kinds["placements"], told))
    placed = {placement.activity_id for placement in kinds["placements"]}
    kinds["activities"] = tuple(
        replace(a, aside="") if a.aside and a.id in placed else a for a in kinds["activities"]
    )
    return Mended(replace(portfolio, **kinds), tuple(told.sentences()))


class _Told:
    """Gathers what is lost."""

    def __init__(self, portfolio: Portfolio) -> None:
        self._framework = portfolio.framework
        self._off: dict[Placement, None] = {}
        self._emptied = Counter[str]()

    def taken_off(self, placement: Placement) -> None:
        self._off[placement] = None

    def emptied(self, kind: str) -> None:
        self._emptied[kind] += 1

    def sentences(self) -> Iterator[str]:
        for placement in self._off:
            on_board = placement.cell in self._framework.board
            cell = self._framework.cell_title(placement.cell) if on_board else placement.cell
            words = f" “{placement.why}”" if placement.why else ""
            yield _("What lay in {cell} is lost.").format(cell=cell) + words
        for kind, count in self._emptied.items():
            yield ngettext(
                "In {part}, {count} choice or reference is empty now: what it pointed to is lost.",
                "In {part}, {count} choices or references are empty now: what they pointed to is lost.",
                count,
            ).format(part=parts.name(kind), count=count)


def _mended(portfolio: Portfolio, kind: str, told: _Told) -> Iterator[Any]:
    items = getattr(portfolio, kind)
    if _fault(portfolio, kind, items) is None:
        yield from items
        return
    for item in items:
        kept = item
        while kept and (error := _fault(portfolio, kind, (kept,))):
            kept = _without(kept, kind, error)
        if kept is None and isinstance(item, Placement):
            told.taken_off(item)
        elif kept is not item:
            told.emptied(kind)
        if kept:
            yield kept


def _fault(portfolio: Portfolio, kind: str, items: tuple[Any, ...]) -> CoachError | None:
    try:
        rules.check(portfolio, kind, items)
    except (NotThere, NotAValue, UnknownCell) as error:
        return error
    return None


def _without(item: Any, kind: str, error: CoachError) -> Any:
    """The item without the value that is wrong; None if it can't be without."""
    match error:
        case NotAValue():
            name, word = str(error.fields["field"]), error.fields["value"]
            value = getattr(item, name)
            return replace(item, **{name: "" if value == word else tuple(w for w in value if w != word)})
        case UnknownCell() if not isinstance(item, Placement | View):
            gone = error.fields["cell"]
            return replace(item, **{n: None for n in _CELLS if getattr(item, n, None) == gone})
        case UnknownCell():
            return None
    if any((kind, name) in rules.BOUND for name, _to in rules.REFERENCES[kind]):
        return None
    names = [name for name, _to in rules.REFERENCES[kind] if getattr(item, name) == error.fields["id"]]
    return replace(item, **dict.fromkeys(names, ""))


def _once(placements: tuple[Placement, ...], told: _Told) -> Iterator[Placement]:
    seen = set()
    for placement in placements:
        if (placement.activity_id, placement.cell) in seen:
            told.taken_off(placement)
        else:
            yield placement
        seen.add((placement.activity_id, placement.cell))
