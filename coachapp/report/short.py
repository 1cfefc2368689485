"""Texts that keep to their room on papers of one page."""


def short(text: str, most: int) -> str:
    """At most so many characters, the last one an ellipsis where there is more."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
