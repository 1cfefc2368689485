"""The style sheet: the little that a palette can't say."""

from string import Template
from typing import Final

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from coachapp import paths
from coachapp.ui import theme
from coachapp.ui.theme import Theme

_BAR: Final = 12  # pixels across a scroll bar, handle and the space around it
_SHEET: Final = Template("""
QPushButton {
    background: $card; color: $ink; border: ${edge}px solid $line; border-radius: ${radius}px;
    padding: ${half}px ${double}px; min-height: ${target}px;
}
QPushButton { outline: none; }
QPushButton:hover { border-color: $accent; }
QPushButton:pressed, QPushButton:checked { background: $cell; }
QPushButton:focus { border: 2px solid $accent; padding: ${half_less}px ${double_less}px; }
QPushButton:disabled { color: $muted; background: $paper; }
QPushButton[primary="true"] {
    background: $accent; color: $on_accent; border-color: $accent; font-weight: bold;
}
QPushButton[primary="true"]:focus { border: 2px solid $ink; }
QPushButton[primary="true"]:disabled { background: $cell; color: $muted; border-color: $line; }
QPushButton[quiet="true"] {
    background: transparent; color: $accent; border-color: transparent; padding: ${half}px;
    min-width: ${target}px;
}
QPushButton[quiet="true"]:hover { border-color: $line; }
QPushButton[quiet="true"]:focus { border-color: $accent; padding: ${half_less}px; }
QPushButton[quiet="true"]:disabled { color: $muted; }
QLineEdit, QPlainTextEdit, QDateEdit {
    background: $card; color: $ink; border: ${edge}px solid $line; border-radius: ${small_radius}px;
    padding: ${quarter}px ${half}px; selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QDateEdit { min-height: ${target}px; }
QLineEdit:focus, QPlainTextEdit:focus, QDateEdit:focus { border: 2px solid $accent; }
QLineEdit:disabled { color: $muted; background: $paper; }
QComboBox {
    background: $card; color: $ink; border: ${edge}px solid $line; border-radius: ${small_radius}px;
    padding: ${quarter}px ${half}px; min-height: ${target}px;
}
QComboBox:focus { border: 2px solid $accent; }
QComboBox:disabled { color: $muted; background: $paper; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: ${tick}px; padding-right: ${half}px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url("$unfold"); width: ${tick}px; height: ${tick}px; }
QComboBox QAbstractItemView {
    background: $card; color: $ink; border: 1px solid $line;
    selection-background-color: $accent; selection-color: $on_accent;
}
QTableView QComboBox, QHeaderView QComboBox { border-radius: 0; padding: 0 ${quarter}px; min-height: 0; }
QCheckBox::indicator, QTreeView::indicator, QTableView::indicator, QListView::indicator {
    width: ${tick}px; height: ${tick}px; border: ${edge}px solid $line; border-radius: 4px; background: $card;
}
QCheckBox::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked, QTreeView::indicator:checked, QTableView::indicator:checked,
QListView::indicator:checked {
    background: $accent; border-color: $accent; image: url("$ticked");
}
QTreeView, QScrollArea#leaves { border: 1px solid $line; padding: 1px; }
QTreeView:focus, QScrollArea#leaves:focus { border: 2px solid $accent; padding: 0; }
QTreeView { show-decoration-selected: 0; }
QTreeView::branch:has-children:open { image: url("$unfold"); }
QTreeView::branch:has-children:closed { image: url("$folded"); }
QTreeView::indicator:indeterminate {
    background: $accent; border-color: $accent; image: url("$partly");
}
QTreeView::indicator:selected, QTableView::indicator:selected, QListView::indicator:selected {
    border-color: $on_accent;
}
QCheckBox { spacing: ${half}px; }
QCheckBox:focus { color: $accent; }
QCheckBox::indicator:focus { border: 2px solid $ink; }
QToolButton {
    background: transparent; color: $ink; border: 1px solid transparent; border-radius: ${small_radius}px;
    padding: ${quarter}px ${half}px; min-height: ${target}px;
}
QToolButton[popupMode="2"] { padding-right: ${beside_arrow}px; }
QToolButton::menu-indicator {
    image: url("$unfold"); width: ${arrow}px; height: ${arrow}px;
    subcontrol-origin: padding; subcontrol-position: center right; right: ${quarter}px;
}
QToolButton:hover { border-color: $line; }
QToolButton:checked { background: $cell; border-color: $faint; }
QToolButton:focus { border: 2px solid $accent; padding: ${quarter_less}px ${half_less}px; }
QToolButton:disabled { color: $muted; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: ${bar}px; }
QScrollBar:horizontal { height: ${bar}px; }
QScrollBar::handle { background: $line; border: 3px solid $paper; border-radius: ${bar_half}px; }
QScrollBar::handle:vertical { min-height: ${bar_long}px; }
QScrollBar::handle:horizontal { min-width: ${bar_long}px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { background: $card; color: $ink; border: 1px solid $line; padding: ${quarter}px; }
QMenuBar { background: $paper; border-bottom: 1px solid $faint; }
QStatusBar { background: $paper; border-top: 1px solid $faint; }
QStatusBar::item { border: none; }
QFrame#panel { background: $card; border: ${edge}px solid $faint; border-radius: ${radius}px; }
QPushButton[step="true"] {
    background: transparent; color: $muted; border-color: transparent; padding: ${half_less}px ${half}px;
}
QPushButton[step="true"]:hover { border-color: $line; }
QPushButton[step="true"]:checked { background: $cell; color: $ink; border-color: $line; font-weight: bold; }
QPushButton[step="true"]:focus { border: 2px solid $accent; padding: ${half_less}px ${half_less}px; }
QFrame#agreed { background: $card; border-top: 1px solid $faint; }
QFrame#callout { background: $card; border: 2px solid $accent; border-radius: ${radius}px; }
QFrame#head { border-bottom: 1px solid $faint; }
QFrame#notice { background: $card; border: ${edge}px solid $line; border-radius: ${radius}px; }
QDialog QListView { border: ${edge}px solid $line; border-radius: ${small_radius}px; padding: ${quarter}px; }
QDialog QComboBox QListView { border-radius: 0; padding: 0; }
QListWidget#pages { background: $paper; border: none; border-right: 1px solid $faint; outline: none; }
QListWidget#pages::item {
    padding: ${half}px; margin: ${quarter}px ${half}px; border: 2px solid transparent;
    border-radius: ${small_radius}px; color: $muted;
}
QListWidget#pages::item:hover { color: $ink; background: $cell; }
QListWidget#pages::item:selected {
    color: $ink; background: $cell; border-left: 4px solid $accent;
}
QListWidget#pages::item:focus { border: 2px solid $accent; border-left: 4px solid $accent; }
QProgressBar { border: none; border-radius: 3px; background: $cell; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; width: 60px; }
""")


def sheet(worn: Theme) -> str:
    """The style sheet in the theme's colours, at the size of the application's font."""
    line = QFontMetrics(QApplication.font()).height()
    quarter, half, one = (max(1, theme.space(part)) for part in (0.25, 0.5, 1))
    tokens = {name: str(getattr(worn, name)) for name in ("paper", "card", "cell", "ink", "muted", "line")}
    return _SHEET.substitute(
        tokens,
        accent=worn.accent,
        on_accent=worn.on_accent,
        faint=worn.line if theme.is_strong() else _between(worn.line, worn.paper),
        edge=2 if theme.is_strong() else 1,
        radius=theme.CARD_RADIUS,
        small_radius=theme.CARD_RADIUS - 2,
        quarter=quarter,
        quarter_less=max(0, quarter - 1),
        bar=_BAR,
        bar_half=_BAR // 2,
        bar_long=3 * _BAR,
        half=half,
        half_less=half - 1,
        double=2 * one,
        double_less=2 * one - 1,
        tick=theme.space(1.75),
        arrow=theme.space(1.25),
        beside_arrow=quarter + theme.space(1.25),
        ticked=_sign("ticked", worn),
        partly=_sign("partly", worn),
        unfold=_sign("unfold", worn),
        folded=_sign("folded", worn),
        target=max(line + 2, 24 - 2 * half),
    )


def _sign(name: str, worn: Theme) -> str:
    return paths.resource("icons", f"{name}-{'dark' if worn.dark else 'light'}.svg").as_posix()


def _between(one: str, other: str) -> str:
    """A colour nearer to the second, for lines that only divide."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a * 0.3 + b * 0.7):02X}" for a, b in pairs)
