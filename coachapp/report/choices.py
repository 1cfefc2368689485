"""What goes into a plan."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlanChoices:
    """What a teacher may add for herself or leave out; as it is, the plan suits any reader."""

    hours: bool = False
    energy_and_recognition: bool = False
    signatures: bool = False
    to_place: bool = True
    off_board: bool = False
