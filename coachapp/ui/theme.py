"""Colours and measures of the look, light and dark. Contrast figures: docs/design.md."""

from typing import Final, NamedTuple

from PySide6.QtGui import QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

STEP: Final = 8  # pixels at 100 %: all spaces are multiples of it
CARD_RADIUS: Final = 8
CELL_RADIUS: Final = 10
TITLE: Final = 1.3  # text sizes, times the user's base size
SMALL: Final = 0.87


class Theme(NamedTuple):
    """Colours as #RRGGBB; `roles` in the order of the framework's roles, then again from the start."""

    dark: bool
    paper: str
    card: str
    cell: str
    ink: str
    muted: str
    line: str
    accent: str
    on_accent: str
    warning: str
    roles: tuple[str, ...]

    def role(self, index: int) -> str:
        return self.roles[index % len(self.roles)]


LIGHT: Final = Theme(
    dark=False,
    paper="#FAF8F4",
    card="#FFFFFF",
    cell="#F4F1EB",
    ink="#1F2A37",
    muted="#5A6572",
    line="#8C857A",
    accent="#1F5F8B",
    on_accent="#FFFFFF",
    warning="#9B2C1F",
    roles=("#0B5C7A", "#9A4F00", "#5A3FA0", "#2F6B1C"),
)
DARK: Final = Theme(
    dark=True,
    paper="#16191D",
    card="#20252B",
    cell="#1A1E23",
    ink="#ECE8E1",
    muted="#A9B0B8",
    line="#6B7078",
    accent="#8EC5EE",
    on_accent="#16191D",
    warning="#FF9F8F",
    roles=("#7CC7E3", "#F0B36B", "#C0AEF2", "#9AD27F"),
)


def current() -> Theme:
    """The theme that the application's palette shows now."""
    shown = QApplication.palette()
    if is_strong():
        return _of(shown)
    window = shown.color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < 128 else LIGHT  # noqa: PLR2004 - half of 0..255


def is_strong() -> bool:
    """Whether the person asked the system for high contrast: system colours, edges of 2 pixels."""
    app = QApplication.instance()
    return app is not None and bool(app.property("strong"))


def space(steps: float = 1) -> int:
    """Pixels of so many steps, growing with the reader's text size: a step is half a line of text."""
    return round(QFontMetrics(QApplication.font()).height() / 2 * steps)


def _of(palette: QPalette) -> Theme:
    """The system's own colours; roles differ by shape only."""
    role = QPalette.ColorRole
    ink, paper, accent, on_accent = (
        palette.color(one).name()
        for one in (role.WindowText, role.Window, role.Highlight, role.HighlightedText)
    )
    dark = palette.color(role.Window).lightness() < palette.color(role.WindowText).lightness()
    return Theme(dark, paper, paper, paper, ink, ink, ink, accent, on_accent, ink, (ink,))
