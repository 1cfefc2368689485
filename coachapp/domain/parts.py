"""What kinds of items, and items, are called in a sentence."""

from typing import Any, Final

from coachapp.i18n import gettext as _

_TITLES: Final = ("title", "name", "what", "text", "cell", "id")
_LONGEST: Final = 100


def name(kind: str) -> str:
    """Such as "the activities"; what has no name here is called as it is."""
    names = {
        "contexts": _("the workplaces"),
        "teams": _("the teams"),
        "activities": _("the activities"),
        "placements": _("the places on the board"),
        "ambitions": _("the ambitions"),
        "goals": _("the goals"),
        "actions": _("the actions"),
        "agreements": _("the agreements"),
        "reflections": _("the reflections"),
        "evidence": _("the list of evidence"),
        "conversations": _("the conversations"),
        "notes": _("the shared notes"),
        "views": _("what each placed apart"),
        "snapshots": _("the boards as they stood"),
        "shared": _("the list of what was shared"),
        "readers": _("what goes into the plan for each reader"),
    }
    return names.get(kind, kind)


def title(item: Any) -> str:
    """What a person knows an item by; its beginning, if it is long, with a sign that there is more."""
    text = str(next(text for n in _TITLES if (text := getattr(item, n, ""))))
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
