"""What this computer lets us write."""

import os
from pathlib import Path
from typing import Final

_AS_NOW: Final = os.access in os.supports_effective_ids


def may_write(path: Path) -> bool:
    """Whether we may, and nobody set it to read-only, which root could pass over; raises OSError."""
    return bool(path.stat().st_mode & 0o222) and os.access(path, os.W_OK, effective_ids=_AS_NOW)
