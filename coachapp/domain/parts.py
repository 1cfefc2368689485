"""What the kinds of items are called when a sentence is about all of them."""

from coachapp.i18n import gettext as _


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
    }
    return names.get(kind, kind)
