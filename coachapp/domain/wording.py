"""What the kinds of items and their fields are called in a sentence."""

from typing import Final

from coachapp.i18n import gettext as _

_DETAILS: Final = (
    *("specific", "measurable", "acceptable", "realistic", "time_bound"),
    *("professional", "institutional", "political", "tension", "talk_to"),
)


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
        "conversations": _("Conversation"),
        "notes": _("Note"),
        "views": _("Placed apart"),
        "snapshots": _("The board as it stood"),
        "shared": _("Shared"),
        "readers": _("Plan for"),
    }.get(kind, kind)


def reader_word(reader: str) -> str:
    """Who reads a plan; another word reads as it is."""
    return {
        "myself": _("Myself"),
        "coach": _("Coach"),
        "manager": _("Manager"),
        "team": _("Team"),
    }.get(reader, reader)


def field_word(kind: str, name: str) -> str:
    """In the middle of a sentence; several fields may share a word."""
    return _special().get((kind, name)) or _usual().get(name, name)


def choice_word(name: str, value: str) -> str:
    """A choice that is the program's own, not the framework's; another reads as it is."""
    words = {
        "relationship": {
            "independent": _("Independent coach"),
            "colleague": _("Colleague"),
            "educator": _("Teacher educator"),
            "hr": _("HR adviser"),
            "manager": _("Line manager"),
        },
        "status": {"done": _("Done"), "changed": _("Changed"), "let-go": _("Let go")},
        "granted": {"requested": _("Requested"), "agreed": _("Agreed")},
        "kind": {
            "formal": _("Formal learning"),
            "informal": _("Informal learning"),
            "collective": _("Learning together"),
            "on-the-job": _("Learning on the job"),
            "together": _("To take up together"),
            "plan": _("Development plan"),
            "copy": _("Copy of chosen parts"),
            "notes": _("Notes"),
            "export": _("Open export"),
            "sheet": _("Preparation sheet"),
            "calendar": _("Date for the calendar"),
            "blind": _("Activities to place apart"),
            "cards": _("On paper for the table"),
        },
        "by": {"teacher": _("teacher"), "coach": _("coach")},
        "takes_along": {"keep": _("It stays here"), "take": _("The teacher takes it along")},
        "bring": {"next": _("Yes")},
        "names_as": {"initials": _("as initials")},
        "also": {
            "energy": _("Energy and recognition"),
            "hours": _("Hours"),
            "stories": _("Descriptions and “why here”"),
        },
    }
    return words.get(name, {}).get(value, value)


def _special() -> dict[tuple[str, str], str]:
    return {
        ("actions", "what"): _("what will be done"),
        ("placements", "why"): _("why here"),
        ("ambitions", "title"): _("own words"),
        ("ambitions", "activity_id"): _("from where"),
        ("agreements", "text"): _("text"),
        ("reflections", "text"): _("text"),
        ("goals", "why"): _("why"),
        ("notes", "text"): _("text"),
        ("notes", "question"): _("question"),
        ("shared", "kind"): _("what it is"),
        ("shared", "content"): _("what is in it"),
        ("snapshots", "board"): _("board"),
        ("agreements", "kind"): _("to take up together"),
        ("conversations", "status"): _("status"),
        **{(kind, "status"): _("what came of it") for kind in ("goals", "actions", "agreements")},
    }


def _usual() -> dict[str, str]:
    return {
        "activity_id": _("activity"),
        "alias": _("name in the plan"),
        "also": _("what more goes in"),
        "bring": _("for the next conversation"),
        "by": _("by whom"),
        "conversation_id": _("conversation"),
        "ended_on": _("end"),
        "expires_on": _("kept until"),
        "granted": _("requested or agreed"),
        "kind": _("kind"),
        "left_out": _("what stays out"),
        "minutes": _("time"),
        "money": _("money"),
        "names": _("names to look out for"),
        "names_as": _("how names are written"),
        "outcome": _("what came of it"),
        "plan_link": _("link with the plan of team or school"),
        "reader": _("for whom"),
        "recorded": _("what is recorded"),
        "relationship": _("relationship"),
        "returned_on": _("day of coming back"),
        "source": _("source"),
        "spent": _("time"),
        "step": _("step"),
        "takes_along": _("who takes this along"),
        "talks": _("time"),
        "text": _("text"),
        "visited": _("step"),
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
        **dict.fromkeys(_DETAILS, _("details")),
    }
