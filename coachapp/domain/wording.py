"""What the kinds of items and their fields are called in a sentence."""

from coachapp.i18n import gettext as _


def kind_word(kind: str) -> str:
    """At the beginning of a sentence, before a name."""
    return {
        "contexts": _("Workplace"),
        "teams": _("Team"),
        "activities": _("Activity"),
        "ambitions": _("Ambition"),
        "goals": _("Goal"),
        "actions": _("Action"),
        "agreements": _("Agreement"),
        "reflections": _("Reflection"),
        "evidence": _("File"),
    }.get(kind, kind)


def field_word(kind: str, name: str) -> str:
    """In the middle of a sentence; several fields may share a word."""
    return _special().get((kind, name)) or _usual().get(name, name)


def _special() -> dict[tuple[str, str], str]:
    return {
        ("actions", "what"): _("what will be done"),
        ("placements", "why"): _("why here"),
        ("ambitions", "title"): _("own words"),
        ("ambitions", "activity_id"): _("from where"),
        ("agreements", "text"): _("text"),
        ("reflections", "text"): _("text"),
        ("goals", "why"): _("why"),
    }


def _usual() -> dict[str, str]:
    return {
        "activity_id": _("activity"),
        "actors": _("by whom"),
        "added_on": _("date"),
        "ambition_id": _("ambition"),
        "aside": _("where it lies"),
        "career_line": _("career line"),
        "cell": _("cell"),
        "coach": _("coach"),
        "competence": _("competence"),
        "context_id": _("workplace"),
        "date": _("date"),
        "digest": _("content"),
        "description": _("description"),
        "due": _("date"),
        "energy": _("energy"),
        "follow_up": _("follow-up"),
        "formality": _("formal or informal"),
        "function": _("function"),
        "goal_id": _("goal"),
        "history_since": _("history"),
        "horizon": _("term"),
        "hours": _("hours"),
        "language": _("language"),
        "name": _("name"),
        "newer_id": _("version"),
        "note": _("note"),
        "noticed": _("what students notice"),
        "origin": _("from where"),
        "owner": _("name"),
        "part": _("lead or take part"),
        "period": _("period"),
        "phase": _("phase"),
        "profiles": _("role profile"),
        "question": _("question"),
        "question_id": _("question"),
        "remind_on": _("reminder"),
        "recognition": _("recognised by"),
        "sectors": _("school type"),
        "since": _("period"),
        "size": _("content"),
        "status": _("status"),
        "support": _("support"),
        "target": _("where to"),
        "team_id": _("team"),
        "title": _("title"),
        "until": _("period"),
        **dict.fromkeys(("specific", "measurable", "acceptable", "realistic", "time_bound"), _("details")),
    }
