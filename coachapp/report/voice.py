"""Text that says of itself whose it is and in which language."""

from collections.abc import Callable
from typing import Any

from coachapp.report.elements import string


class Voice:
    """Says of the text in a text object whose it is, and which of it is in another language."""

    def __init__(self, mark: Callable[[str], str] | None, written: Any) -> None:
        self._mark = mark
        self._code = written._code  # noqa: SLF001
        self._speaks: str | None = None  # nothing yet

    def speak(self, language: str, spoken: str) -> None:
        """What is written next is in this language; `spoken` tells it in the order in which it is read."""
        told = f"/Lang ({language})" if language else ""
        told += f" /ActualText {string(spoken)}" if spoken else ""
        if self._mark and (told or told != self._speaks):
            self.end()
            self._code.append(self._mark(told))
            self._speaks = told

    def end(self) -> None:
        if self._speaks is not None:
            self._code.append("EMC")
            self._speaks = None
