"""What an institute asks of portfolios on its computers; without one, what comes with the program."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Policy:
    """`minimum_strength`: 0 (anything) to 4 (very strong), as zxcvbn scores a passphrase.

    `backup_folder` is "" for the user's own data folder. 0 minutes or months: never.
    """

    encryption_required: bool = False
    minimum_strength: int = 1
    exports_allowed: bool = True
    backup_folder: str = ""
    idle_lock_minutes: int = 10
    retention_reminder_months: int = 0


# Holds for what a system-wide file says but can't be read: better too careful than not enough.
STRICT: Final = Policy(encryption_required=True, minimum_strength=3, exports_allowed=False)
