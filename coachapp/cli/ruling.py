"""The rules for portfolios on this computer, as a command goes by them."""

from coachapp.cli.terminal import complain
from coachapp.domain.policy import Policy


def rules() -> Policy:
    """What holds here; what of it can't be read is told, and is strict."""
    from coachapp.packs import policy  # noqa: PLC0415 - only some commands ask

    found, problems = policy.read()
    for problem in problems:
        complain(problem.text())
    return found
