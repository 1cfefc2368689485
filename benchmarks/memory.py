"""How much memory a process holds."""

import re
from pathlib import Path


def held() -> float:
    """Megabytes that this process has in memory now; where the system doesn't say, the most it ever had."""
    status = Path("/proc/self/status")
    if status.exists():
        (kilobytes,) = re.findall(r"VmRSS:\s+(\d+)", status.read_text("ascii"))
        return int(kilobytes) / 1024
    import resource  # noqa: PLC0415 - not on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
