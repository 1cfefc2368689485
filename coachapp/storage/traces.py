"""What an earlier program left beside a file: look before the file is opened, which clears it away."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from coachapp.storage import header, lock


class Traces(NamedTuple):
    """`stopped_at`: the last sign of a CoachApp that was stopped at its work with the file.

    `elsewhere`: who may have it open on another computer, whose locks don't reach us here.
    """

    stopped_at: datetime | None = None
    elsewhere: lock.Holder | None = None


def find(place: Path) -> Traces:
    """Nothing at all when it can't be looked at."""
    try:
        left = lock.left(place)
        if left and not left.is_here:
            return Traces(elsewhere=left)
        if left or (header.was_interrupted(place) and not lock.holder(place)):
            return Traces(_last_sign(place, left))
    except OSError:
        pass
    return Traces()


def _last_sign(place: Path, left: lock.Holder | None) -> datetime:
    """When it last saved, or else when it opened the file; not still to come, if the clock was set back."""
    saved = datetime.fromtimestamp(place.stat().st_mtime).astimezone()
    last = max(saved, left.since) if left and left.since else saved
    return min(last, datetime.now().astimezone())
