"""Close: read back, meet again, make the plan, and end in one step."""

from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from icalendar import Calendar
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from coachapp.domain import edits
from coachapp.domain.conversation import Conversation, Note
from coachapp.domain.portfolio import Action, Agreement, Goal, Portfolio
from coachapp.ui.conversation.calendar_part import CalendarPart
from coachapp.ui.conversation.close import ClosePart
from coachapp.ui.editor import Editor
from coachapp.ui.inputs.text import DateInput
from coachapp.ui.notice import Notice
from coachapp.ui.plan.dialog import PlanDialog
from tests import portfolios
from tests.ui.conversation.parts import part_of
from tests.ui.conversation.staged import staged

NOW = Conversation("1" * 32, "2026-11-26", question="What next?", minutes=45)
SAID = (
    NOW,
    Note("2" * 32, "The museum", NOW.id, "look-back", question="Where did time fly?"),
    Goal("3" * 32, "Share the learning line", conversation_id=NOW.id),
    Action("4" * 32, "Ask for hours", "3" * 32, "2026-12-01", ("leader",), conversation_id=NOW.id),
    Agreement("5" * 32, "We both look", conversation_id=NOW.id),
    Agreement("6" * 32, "Of another time"),
)


@pytest.fixture
def opened(editor: Callable[[Portfolio], Editor]) -> Editor:
    return editor(edits.add(*SAID)(portfolios.empty()))


@pytest.fixture
def part(qtbot: QtBot, opened: Editor) -> ClosePart:
    return part_of(qtbot, ClosePart, opened, NOW.id)


def words(part: ClosePart) -> list[str]:
    QApplication.processEvents()
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def press(qtbot: QtBot, part: ClosePart, name: str) -> None:
    QApplication.processEvents()
    every = part.findChildren(QPushButton)
    found = next(b for b in every if name in (b.text(), b.accessibleName()) and b.isVisible())
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def say_when(qtbot: QtBot, part: ClosePart, date: str) -> None:
    every = part.findChildren(DateInput)
    field = next(f for f in every if f.accessibleName() == "Follow-up date")
    qtbot.keyClicks(field, date)
    part.flush()


def calendar(qtbot: QtBot, part: ClosePart) -> CalendarPart:
    fold = next(b for b in part.findChildren(QToolButton) if b.text() == "In a calendar")
    qtbot.mouseClick(fold, Qt.MouseButton.LeftButton)
    return part.findChildren(CalendarPart)[0]


def test_what_was_said_and_chosen_is_read_back(part: ClosePart) -> None:
    said = words(part)
    order = ["What next?", "Where did time fly?", "The museum", "Goal: Share the learning line"]
    order += ["• Ask for hours (School leaders, 1 December 2026)", "• We both look"]
    assert [line for line in said if line in order] == order
    assert "• Of another time" not in said


def test_the_next_date_is_kept_with_the_conversation_and_the_portfolio(
    qtbot: QtBot, part: ClosePart, opened: Editor
) -> None:
    say_when(qtbot, part, "15-2-2027")
    portfolio = opened.portfolio
    assert portfolio.follow_up == portfolio.conversations[0].follow_up == "2027-02-15"


def test_the_date_goes_into_a_calendar_and_that_is_listed_under_shared(
    qtbot: QtBot, part: ClosePart, opened: Editor, tmp_path: Path
) -> None:
    say_when(qtbot, part, "15-2-2027")
    inside, path = calendar(qtbot, part), tmp_path / "date.ics"
    inside.title.selectAll()
    qtbot.keyClicks(inside.title, "With M.; at school")
    qtbot.keyClicks(inside.time, "14:30")
    press(qtbot, part, "Put it in a calendar…")
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible())
    assert Path(dialog.selectedFiles()[0]).name == "Follow-up 2027-02-15.ics"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    qtbot.waitUntil(lambda: bool(opened.portfolio.shared))
    event = Calendar.from_ical(path.read_bytes()).events[0]
    assert event["summary"] == "With M.; at school"
    assert event.duration.total_seconds() == 45 * 60
    shared = opened.portfolio.shared[0]
    assert (shared.kind, shared.name, shared.size) == ("calendar", "date.ics", path.stat().st_size)
    assert "“date.ics” is written" in inside.notice.words


def test_a_date_for_a_calendar_is_listed_also_when_the_conversation_was_left_meanwhile(
    qtbot: QtBot, part: ClosePart, tmp_path: Path
) -> None:
    inside, editor = calendar(qtbot, part), part.talk.editor
    part.talk.change("Follow-up", follow_up="2027-02-15")
    before = len(editor.portfolio.shared)
    inside.write_to(tmp_path / "date.ics")
    shiboken6.delete(inside)
    qtbot.waitUntil(lambda: len(editor.portfolio.shared) == before + 1)
    editor.undo()
    assert len(editor.portfolio.shared) == before + 1, "undo calls no file back"


@pytest.mark.parametrize(
    ("date", "time", "said"),
    [("2-2027", "", "needs a whole day"), ("15-2-2027", "half past", "is not a time")],
)
def test_what_a_calendar_cannot_take_is_explained(
    qtbot: QtBot, part: ClosePart, date: str, time: str, said: str
) -> None:
    say_when(qtbot, part, date)
    inside = calendar(qtbot, part)
    qtbot.keyClicks(inside.time, time)
    press(qtbot, part, "Put it in a calendar…")
    assert any(said in line for line in words(part))


def test_a_calendar_file_that_cannot_be_written_is_told(
    qtbot: QtBot, part: ClosePart, opened: Editor, tmp_path: Path
) -> None:
    say_when(qtbot, part, "15-2-2027")
    inside = calendar(qtbot, part)
    inside.write_to(tmp_path / "gone" / "date.ics")
    qtbot.waitUntil(lambda: "is not there" in inside.notice.words)
    assert opened.portfolio.shared == ()


def test_the_plan_is_made_over_the_conversation(qtbot: QtBot, part: ClosePart) -> None:
    press(qtbot, part, "Make the plan…")
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, PlanDialog))
    assert dialog.isVisible()
    names = [b.text() for b in dialog.findChildren(QPushButton) if b.isVisible()]
    assert "Write the plan as PDF…" in names
    dialog.accept()


def test_who_takes_it_along_is_agreed_and_can_be_agreed_otherwise(
    qtbot: QtBot, part: ClosePart, opened: Editor
) -> None:
    press(qtbot, part, "Who takes this along?: The teacher takes it along")
    assert opened.portfolio.conversations[0].takes_along == "take"
    press(qtbot, part, "Who takes this along?: It stays here")
    assert opened.portfolio.conversations[0].takes_along == "keep"


def end_at(part: ClosePart) -> QPoint:
    for _nested in range(5):  # layouts, one inside the other
        QApplication.processEvents()
    return next(b for b in part.findChildren(QPushButton) if b.text() == "End the conversation").pos()


def test_the_end_stays_where_it_is_whoever_takes_it_along(qtbot: QtBot) -> None:
    stage = staged(qtbot, "close")
    part = stage.pane.part
    assert isinstance(part, ClosePart)
    before = end_at(part)
    for who, told in (("It stays here", "its backups"), ("The teacher takes it along", "teacher's stick")):
        press(qtbot, part, f"Who takes this along?: {who}")
        assert end_at(part) == before
        assert any(told in line for line in words(part))


def test_the_end_keeps_the_board_and_is_one_step_to_undo(
    qtbot: QtBot, part: ClosePart, opened: Editor
) -> None:
    with qtbot.waitSignal(part.talk.close_requested):
        press(qtbot, part, "End the conversation")
    assert opened.portfolio.conversations[0].ended_on
    assert [one.conversation_id for one in opened.portfolio.snapshots] == [NOW.id]
    opened.undo()
    assert opened.portfolio.conversations[0].is_open
    assert opened.portfolio.snapshots == ()


def test_nothing_is_asked_of_a_conversation_in_which_nothing_was_said(
    qtbot: QtBot, editor: Callable[[Portfolio], Editor]
) -> None:
    opened = editor(edits.add(Conversation("1" * 32))(portfolios.empty()))
    part = part_of(qtbot, ClosePart, opened, "1" * 32)
    assert not [notice for notice in part.findChildren(Notice) if notice.isVisible()]
    press(qtbot, part, "End the conversation")
    assert opened.portfolio.conversations[0].ended_on
