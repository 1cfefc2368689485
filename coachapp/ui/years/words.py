"""The years in plain words: what a day is called, and what became of a card between two of them."""

from collections.abc import Iterable, Iterator, Sequence

from coachapp import formats
from coachapp.domain.board_then import Laid
from coachapp.domain.framework import Framework
from coachapp.domain.values import Cell
from coachapp.domain.years import Difference, Kept, Stretch
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext


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


class Names:
    """What the framework calls things, looked up once: hundreds of lines are told at a time.

    A role or level that the board no longer has is called as it was kept.
    """

    def __init__(self, framework: Framework) -> None:
        self._framework = framework
        self._board = frozenset(framework.board)
        self._roles = {role.id: str(role.title) for role in framework.roles}
        self._levels = {level.id: str(level.title) for level in framework.levels}

    def role(self, cell: Cell) -> str:
        return self._roles.get(cell.role, cell.role)

    def level(self, cell: Cell) -> str:
        return self._levels.get(cell.level, cell.level)

    def cell(self, cell: Cell) -> str:
        return _("{role}, {level}").format(role=self.role(cell), level=self.level(cell))

    def has(self, cell: Cell) -> bool:
        """Whether the board can show it."""
        return cell in self._board

    def word(self, vocabulary: str, term: str) -> str:
        return self._framework.word(vocabulary, term)


def heading(one: Difference) -> str:
    """What the lines of its kind stand under."""
    if one.moved:
        return _("Moved")
    if one.before is None:
        return _("Came on the board")
    return _("Not on the board any more") if one.after is None else _("Otherwise than it was")


def told(names: Names, one: Difference, month: str) -> str:
    """Such as "Research learning line: School → Beyond the school (March 2026)"; `month`: by when."""
    title = one.card.title
    if one.before is None or one.after is None:
        return _("{title}: {words}").format(title=title, words=names.cell(one.card.cell))
    words = "; ".join(_otherwise(names, one.before, one.after, one))
    words = _("{title}: {words}").format(title=title, words=words)
    return f"{words} ({month})" if one.moved and month else words


def stretch(names: Names, one: Stretch, every: Sequence[Kept]) -> str:
    """Such as "18 November 2024 – 20 November 2025: Developing education, Group"."""
    cells = "; ".join(names.cell(where) for where in one.cells) or _("not on the board")
    first, last = day(every[one.first]), day(every[one.last])
    return f"{first}: {cells}" if one.first == one.last else f"{first} – {last}: {cells}"


def elsewhere(names: Names, cards: Iterable[Laid]) -> str:
    """Says of cards that lay in cells that are gone that they can't be shown."""
    lost = [f"{card.title}: {names.cell(card.cell)}" for card in cards if not names.has(card.cell)]
    return _("In a cell that this board doesn't have: {cards}").format(cards="; ".join(lost)) if lost else ""


def _otherwise(names: Names, before: Laid, after: Laid, one: Difference) -> Iterator[str]:
    if one.moved:
        yield _way(names, before.cell, after.cell)
    for name in one.fields:
        if name == "title":
            yield _("was called “{title}”").format(title=before.title)
        else:
            yield f"{_said(names, name, before)} → {_said(names, name, after)}"


def _way(names: Names, start: Cell, end: Cell) -> str:
    """Only what differs: the level, the role, or both."""
    if start.role == end.role:
        return f"{names.level(start)} → {names.level(end)}"
    if start.level == end.level:
        return f"{names.role(start)} → {names.role(end)}"
    return f"{names.cell(start)} → {names.cell(end)}"


def _said(names: Names, name: str, card: Laid) -> str:
    if name == "hours":
        return formats.hours(card.amount) if card.amount else card.hours
    if name == "part":
        return {"lead": _("I lead this"), "take-part": _("I take part in this")}.get(card.part, card.part)
    return names.word(name, getattr(card, name))
