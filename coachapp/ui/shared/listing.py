"""The list of what has left: whoever writes a file with something of the portfolio in it notes that here."""

import datetime as dt

from shiboken6 import isValid

from coachapp.domain import edits
from coachapp.domain.portfolio import Shared
from coachapp.domain.values import new_id
from coachapp.i18n import gettext as _
from coachapp.ui.editor import Editor


def note(editor: Editor, kind: str, name: str, content: str, *, reader: str = "") -> None:
    """A file of this name was written today; `kind` is one of SHARED_AS, `content` a few words."""
    enter(editor, Shared(new_id(), kind, today(), reader=reader, name=name, content=content))


def enter(editor: Editor, left: Shared) -> None:
    """For good: undo calls no file back. In a portfolio that is open to look only nothing can be noted."""
    if isValid(editor) and not editor.read_only:
        editor.document.amend(_("List “{name}” as shared").format(name=left.name), edits.add(left))


def today() -> str:
    return dt.date.today().isoformat()  # noqa: DTZ011 - the day on the person's own calendar
