"""How the values of a table read, looked up once for each portfolio rather than for each cell."""

from typing import Any

from PySide6.QtGui import QIcon

from coachapp.domain.portfolio import Portfolio
from coachapp.ui.activities.columns import COLUMNS, HOURS, Column
from coachapp.ui.activities.rows import Row


class Lexicon:
    """Words and signs of values; "" and what can't be chosen here read as nothing."""

    def __init__(self, portfolio: Portfolio) -> None:
        self._words: dict[tuple[int, Any], str] = {}
        self._signs: dict[tuple[int, Any], QIcon] = {}
        self._framework = portfolio.framework
        self._portfolio = portfolio

    def fits(self, portfolio: Portfolio) -> bool:
        """Whether this portfolio uses the same words."""
        return portfolio.framework is self._framework and portfolio.contexts is self._portfolio.contexts

    def text(self, at: int, row: Row) -> str:
        column = COLUMNS[at]
        value = column.value(row)
        if value is None:
            return ""
        if column.choices is None:
            return column.write(value)
        self._look_up(at, column, row, value)
        return self._words[at, value]

    def sign(self, at: int, row: Row) -> QIcon | None:
        column = COLUMNS[at]
        value = column.value(row)
        if column.choices is None or value is None:
            return None
        self._look_up(at, column, row, value)
        return self._signs[at, value]

    def sort_key(self, at: int, row: Row) -> tuple[bool, object]:
        """By word, hours by amount; what is empty comes last."""
        if at == HOURS:
            hours = row.activity.hours
            return (hours is None, (hours.per, hours.amount) if hours else ())
        text = self.text(at, row).casefold()
        return (not text, text)

    def _look_up(self, at: int, column: Column, row: Row, value: Any) -> None:
        if (at, value) in self._words:
            return
        assert column.choices is not None
        choices = column.choices(self._portfolio, row)
        found = next((choice for choice in choices if choice.value == value), None)
        self._words[at, value] = found.word if found and value != "" else ""
        self._signs[at, value] = found.icon() if found else QIcon()
