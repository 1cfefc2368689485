"""Reflections between conversations: in which order they are read, what they belong to, what is brought."""

from coachapp.domain import edits
from coachapp.domain.edits import Edit
from coachapp.domain.portfolio import Portfolio, Reflection

_NAME = 60  # letters of a reflection that tell which it is


def newest_first(portfolio: Portfolio) -> tuple[Reflection, ...]:
    """Those of one day in the order of writing them, backwards too."""
    return tuple(sorted(portfolio.reflections, key=lambda one: (one.date, one.id), reverse=True))


def name(reflection: Reflection) -> str:
    """Enough of its first line to know it by."""
    line = reflection.text.partition("\n")[0]
    return line if len(line) <= _NAME else f"{line[:_NAME].rstrip()}…"


def ties(portfolio: Portfolio, reflection: Reflection) -> tuple[str, ...]:
    """The names of what it belongs to."""
    framework = portfolio.framework
    activity = next((one.title for one in portfolio.activities if one.id == reflection.activity_id), "")
    question = next((str(one.text) for one in framework.questions if one.id == reflection.question_id), "")
    cell = framework.cell_title(reflection.cell) if reflection.cell else ""
    competence = framework.word("career_competence", reflection.competence)
    return tuple(each for each in (activity, cell, question, competence) if each)


def brought(portfolio: Portfolio) -> tuple[Reflection, ...]:
    """Those that come along to the next conversation, the oldest first."""
    return tuple(one for one in reversed(newest_first(portfolio)) if one.bring)


def talked_about(portfolio: Portfolio) -> Edit:
    """Once a conversation has ended, nothing is brought along any more."""
    return edits.change(Reflection, [one.id for one in brought(portfolio)], bring="")
