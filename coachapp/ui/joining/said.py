"""What a field says, in words, for somebody who chooses between two of them."""

from typing import Any

from coachapp.domain.portfolio import Portfolio
from coachapp.domain.rules import WORDS
from coachapp.exchange import showing
from coachapp.i18n import gettext as _
from coachapp.ui.inputs.words import sentence


def said(portfolio: Portfolio, kind: str, field: str, value: Any) -> str:
    """The value as a person would read it on the screen; nothing chosen reads as such."""
    text = showing.said(portfolio, kind, field, value)
    if not text:
        return _("To place") if field == "aside" else _("Nothing")
    return sentence(text) if field in dict(WORDS.get(kind, ())) else text
