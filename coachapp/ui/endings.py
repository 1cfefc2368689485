"""What our files end in. Nothing of Qt here: any thread may read it."""

from typing import Final

PORTFOLIO: Final = ".coach"
BOOK: Final = ".coachbook"
