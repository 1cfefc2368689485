"""The years in plain words: what a day is called, and what became of a card between two of them."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from coachapp import formats
from coachapp.domain.board_then import Laid
from coachapp.domain.framework import Framework
from coachapp.domain.values import Cell
from coachapp.domain.years import Difference, Kept, Stretch
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext
from coachapp.ui.years.showing import hours_of


def day(kept: Kept) -> str:
    """Such as "18 November 2024"."""
    if kept.snapshot is None:
        return _("Today")
    return formats.day(kept.day) or _("A day that was not written down")


def occasion(kept: Kept) -> str:
    """Why the board was kept on this day."""
    parts = [kept.snapshot.title if kept.snapshot else ""]
    if talk := kept.conversation:
        parts.append(_("Conversation with {coach}").format(coach=talk.coach) if talk.coach else "")
        parts.append(talk.question and _("“{question}”").format(question=talk.question))
        return "\n".join(part for part in parts if part) or _("Conversation")
    if kept.snapshot is None:
        return _("The board as it stands now.")
    return parts[0] or _("Kept on a day of your own choice.")


def count(changes: int) -> str:
    if not changes:
        return _("nothing on the board was changed")
    return ngettext("{count} change", "{count} changes", changes).format(count=changes)


def heading(one: Difference) -> str:
    """What the lines of its kind stand under."""
    if one.moved:
        return _("Moved")
    if one.before is None:
        return _("Came on the board")
    return _("Not on the board any more") if one.after is None else _("Otherwise than it was")


def told(framework: Framework, one: Difference, month: str) -> str:
    """Such as "Research learning line: School → Beyond the school (March 2026)"; `month`: by when."""
    title = one.card.title
    if one.before is None or one.after is None:
        return _("{title}: {words}").format(title=title, words=cell(framework, one.card.cell))
    words = "; ".join(_otherwise(framework, one.before, one.after, one))
    words = _("{title}: {words}").format(title=title, words=words)
    return f"{words} ({month})" if one.moved and month else words


def stretch(framework: Framework, one: Stretch, every: Sequence[Kept]) -> str:
    """Such as "18 November 2024 – 20 November 2025: Developing education, Group"."""
    cells = "; ".join(cell(framework, where) for where in one.cells) or _("not on the board")
    first, last = day(every[one.first]), day(every[one.last])
    return f"{first}: {cells}" if one.first == one.last else f"{first} – {last}: {cells}"


def cell(framework: Framework, where: Cell) -> str:
    """A role or level that the board no longer has is called as it was kept."""
    return _("{role}, {level}").format(role=_role(framework, where), level=_level(framework, where))


def elsewhere(framework: Framework, cards: Iterable[Laid]) -> str:
    """Says of cards that lay in cells that are gone that they can't be shown."""
    board = frozenset(framework.board)
    lost = [f"{card.title}: {cell(framework, card.cell)}" for card in cards if card.cell not in board]
    return _("In a cell that this board doesn't have: {cards}").format(cards="; ".join(lost)) if lost else ""


def _otherwise(framework: Framework, before: Laid, after: Laid, one: Difference) -> Iterator[str]:
    if one.moved:
        yield _way(framework, before.cell, after.cell)
    for name in one.fields:
        if name == "title":
            yield _("was called “{title}”").format(title=before.title)
        else:
            yield f"{_said(framework, name, before)} → {_said(framework, name, after)}"


def _way(framework: Framework, start: Cell, end: Cell) -> str:
    """Only what differs: the level, the role, or both."""
    if start.role == end.role:
        return f"{_level(framework, start)} → {_level(framework, end)}"
    if start.level == end.level:
        return f"{_role(framework, start)} → {_role(framework, end)}"
    return f"{cell(framework, start)} → {cell(framework, end)}"


def _said(framework: Framework, name: str, card: Laid) -> str:
    if name == "hours":
        hours = hours_of(card)
        return formats.hours(hours) if hours else card.hours
    if name == "part":
        return {"lead": _("I lead this"), "take-part": _("I take part in this")}.get(card.part, card.part)
    return framework.word(name, getattr(card, name))


def _role(framework: Framework, where: Cell) -> str:
    with suppress(StopIteration):
        return str(framework.role(where.role).title)
    return where.role


def _level(framework: Framework, where: Cell) -> str:
    with suppress(StopIteration):
        return str(framework.level(where.level).title)
    return where.level
