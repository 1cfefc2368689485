"""How the conversation starts: the question, who is who, what is written down and who sees it."""

from collections.abc import Collection
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coachapp.domain import edits
from coachapp.domain.conversation import RELATIONSHIPS, Conversation
from coachapp.domain.edits import Edit
from coachapp.domain.wording import choice_word
from coachapp.i18n import gettext as _
from coachapp.ui import theme
from coachapp.ui.conversation.talk import Talk
from coachapp.ui.inputs import labels
from coachapp.ui.inputs.choices import Choice, ChoiceButtons, Combo
from coachapp.ui.inputs.form import Form
from coachapp.ui.inputs.text import LineInput, ProseInput, TitleInput

_LENGTHS = (30, 45, 60, 75, 90, 120)


class StartPart(QWidget):
    def __init__(self, talk: Talk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._talk = talk
        self.form = form = Form(talk.editor, _changing)
        form.add("question", _("The question of this conversation"), TitleInput(may_be_empty=True))
        form.add("coach", _("Conversation with"), LineInput())
        relationships = [Choice(one, choice_word("relationship", one)) for one in RELATIONSHIPS if one]
        form.add("relationship", _("What the coach is to you"), ChoiceButtons(relationships))
        self._notice = labels.text(_boss_notice())
        form.add_words(self._notice)
        form.add("recorded", _("What is written down, and who sees it"), ProseInput())
        form.add_beside(
            ("minutes", _("Time for it"), Combo(Choice(n, _minutes(n)) for n in _LENGTHS)),
            ("talks", _("In"), Combo((Choice(1, _("one talk")), Choice(2, _("two talks"))))),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1.5))
        self._two = labels.note(_two_talks())
        column.addWidget(form)
        column.addWidget(self._two)
        column.addWidget(labels.note(_whose()))

    def refresh(self) -> None:
        talk = self._talk.conversation
        self.form.show_items((talk,), talk.question or talk.date)
        self._notice.setVisible(talk.with_a_boss)
        self._two.setVisible(talk.talks > 1)

    def flush(self) -> None:
        self.form.flush()


def _changing(ids: Collection[str], **changes: Any) -> Edit:
    """A question or a coach that is told here is the portfolio's as well: the plan speaks of them."""
    own = {name: changes[name] for name in ("question", "coach") if name in changes}
    change = edits.change(Conversation, ids, **changes)
    return edits.in_order(change, edits.describe(**own)) if own else change


def _minutes(count: int) -> str:
    return _("{count} minutes").format(count=count)


def _two_talks() -> str:
    return _(
        "In the first talk you get as far as “Find meaning”, in the second from “Explore” to “Close”. Leave "
        "this screen in between; it waits for you under “Conversations”."
    )


def _boss_notice() -> str:
    return _(
        "This coach also has a say about your work. Say to each other what that means here: this "
        "conversation is not an assessment, and you decide what is written down and who sees it. "
        "Placing apart is left out."
    )


def _whose() -> str:
    return _(
        "All that is typed on this screen is shared, and is kept in the teacher's own portfolio. The coach's "
        "own notes are never in it."
    )
