"""The lines of words beside the board, of two days and of one activity."""

from collections.abc import Sequence

from coachapp import formats
from coachapp.i18n import gettext as _
from coachapp.ui.years import words
from coachapp.ui.years.story import Story
from coachapp.ui.years.telling import Row


def changes(story: Story, early: int, late: int) -> tuple[Sequence[Row], int]:
    """What became otherwise, under the name of its kind; and how much that is."""
    month = formats.day(story.kept[late].day[:7])
    found = story.differences(early, late)
    rows: list[Row] = []
    above = ""
    for one in found:
        kind = words.heading(one)
        if kind != above:
            above = kind
            rows.append(Row(kind))
        told = words.told(story.names, one, month)
        rows.append(Row(told, one.card.activity_id, f"{kind}: {told}"))
    return rows, len(found)


def since(story: Story, early: int, late: int, count: int) -> str:
    if early == late:
        return _("The first board that was kept") if not late else _("Twice the same day")
    day = words.day(story.kept[early])
    return _("Since {day}: {changes}").format(day=day, changes=words.count(count))


def lost(story: Story, number: int) -> str:
    """Says of cards of this day that they lay where the board has no cell any more."""
    return words.elsewhere(story.names, story.boards[number].values())


def line(story: Story, activity_id: str) -> tuple[str, Sequence[Row]]:
    """Where the activity lay in which years; each line leads to the day on which it came there."""
    stretches = story.line(activity_id) if activity_id else ()
    rows = [Row(words.stretch(story.names, one, story.kept), one.first) for one in stretches]
    return _("“{title}” through the years").format(title=story.title(activity_id)), rows
