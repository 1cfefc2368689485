"""What the tables are called when a sentence is about what lies in them."""

from coachapp.domain import parts
from coachapp.i18n import gettext as _


def name(table: str) -> str:
    """Such as "the history"."""
    history, evidence = _("the history"), _("the evidence files")
    names = {
        "portfolio": _("the page about the owner"),
        "framework": _("the roles and examples of the board"),
        "tombstones": _("what was removed"),
        "variants": _("what another copy says"),
        "sessions": history,
        "changes": history,
        "writes": history,
        "contents": evidence,
        "chunks": evidence,
    }
    return names.get(table) or parts.name(table)
