"""A program of its own that draws one page of a PDF, so that a bad PDF can stop nothing else.

`coachapp pdf-page PAGE SIDE` reads the PDF from standard input and writes to standard output: a line with
the number of pages, the width and the height, and then the page, three bytes for each dot. Nothing touches
the disk.
"""

from contextlib import suppress
from typing import Final

_MEMORY: Final = 1 << 30
_SECONDS: Final = 20


def main(argv: list[str]) -> int:
    """Ends with 1 when there is no such page."""
    page, side = map(int, argv)
    _keep_within_limits()
    # A program without a console has no sys.stdin and no sys.stdout.
    with open(0, "rb", closefd=False) as given, open(1, "wb", closefd=False) as out:
        drawn = _drawn(given.read(), page, side)
        out.write(drawn)
    return 0 if drawn else 1


def _drawn(data: bytes, page: int, side: int) -> bytes:
    """The longer side is `side` dots, however large the page says it is; nothing when it can't be drawn."""
    import pypdfium2  # noqa: PLC0415 - within the limits

    with suppress(pypdfium2.PdfiumError, IndexError, ValueError, MemoryError):
        document = pypdfium2.PdfDocument(data)
        scale = side / max(*document[page].get_size(), 1)
        bitmap = document[page].render(scale=scale, rev_byteorder=True, maybe_alpha=False)
        dots, width = bytes(bitmap.buffer), 3 * bitmap.width
        rows = (dots[at : at + width] for at in range(0, len(dots), bitmap.stride))
        return f"{len(document)} {bitmap.width} {bitmap.height}\n".encode() + b"".join(rows)
    return b""


def _keep_within_limits() -> None:
    """Where the system can hold a program to them; elsewhere who started it ends it in time."""
    with suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
