"""What this computer remembers of the person's choices; never anything of a portfolio."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """`language` and `theme` are "" to follow the system; `text_percent` is 80 to 200."""

    language: str = ""
    theme: str = ""
    text_percent: int = 100
    reduced_motion: bool = False
    show_hours: bool = False
    remember_recent: bool = True
    recent: tuple[str, ...] = ()
