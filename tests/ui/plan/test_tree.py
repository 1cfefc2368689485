"""How the tree of what goes in looks: easy to hit, and its boxes easy to see."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from coachapp import formats
from coachapp.domain.plan_parts import plan_parts
from coachapp.domain.sensitive import Found
from coachapp.packs import sample
from coachapp.ui import theme
from coachapp.ui.look import Look
from coachapp.ui.plan.contents import Contents


def shown(qtbot: QtBot) -> Contents:
    tree = Contents()
    qtbot.addWidget(tree)
    tree.show_parts(plan_parts(sample.portfolio("en"), formats.day), frozenset({"off_board"}))
    tree.resize(500, 400)
    tree.show()
    return tree


def lines(tree: Contents) -> Iterator[QRect]:
    index = tree.model().index(0, 0)
    while index.isValid():
        yield tree.visualRect(index)
        index = tree.indexBelow(index)


def test_every_line_is_high_enough_to_hit(qtbot: QtBot, look: Look) -> None:
    heights = [rect.height() for rect in lines(shown(qtbot))]
    assert len(heights) > 20
    assert min(heights) >= 24


def test_the_box_of_the_line_that_is_chosen_keeps_its_edge(qtbot: QtBot, look: Look) -> None:
    tree = shown(qtbot)
    part: Any = tree.topLevelItem(0)
    tree.setCurrentItem(part.child(1))
    image = tree.viewport().grab(tree.visualItemRect(part.child(1))).toImage()
    edge = QColor(theme.current().on_accent)
    assert max(longest_run(image, y, edge) for y in range(image.height())) >= 8


def longest_run(image: QImage, y: int, colour: QColor) -> int:
    """How many pixels of this colour lie beside each other on this line."""
    same = "".join("x" if image.pixelColor(x, y) == colour else " " for x in range(image.width()))
    return max(map(len, same.split()), default=0)


def test_a_part_that_is_folded_still_shows_that_something_in_it_had_better_be_looked_at(
    qtbot: QtBot, look: Look
) -> None:
    tree = shown(qtbot)
    part: Any = tree.topLevelItem(2)
    key = sample.portfolio("en").activities[0].id
    part.setExpanded(False)
    tree.warn({key: (Found("phone", "06-12345678"),)})
    assert part.text(0) == "Activities ⚠"
    tree.warn({})
    assert part.text(0) == "Activities"
