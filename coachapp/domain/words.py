"""A text in several languages."""

from dataclasses import dataclass

from coachapp.i18n import language as spoken


@dataclass(frozen=True, slots=True)
class Words:
    """A text in several languages, as (language, text) pairs."""

    by_language: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        if not self.by_language:
            raise ValueError(self)

    def text(self, language: str = "") -> str:
        """The text in this language (the reader's when not given), else in the first there is."""
        wanted = language or spoken()
        return next((text for code, text in self.by_language if code == wanted), self.by_language[0][1])

    def __str__(self) -> str:
        return self.text()
