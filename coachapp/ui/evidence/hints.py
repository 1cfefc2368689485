"""What is said above evidence: why nothing can be added, or what it is for."""

from coachapp.i18n import gettext as _
from coachapp.ui.editor import Editor


def why_not(editor: Editor) -> str:
    """Why nothing can be added to this portfolio; nothing if it can."""
    if editor.read_only:
        return _("This portfolio is open to look at only: no files can be added.")
    if editor.shelf is None or editor.shelf.file is None:
        return _("This portfolio is in no file yet. Save it first; then files can be added.")
    return ""


def about(*, loose: bool, empty: bool) -> str:
    """What these files are; what is there under its activity or goal speaks for itself."""
    if loose:
        return _(
            "These files belong to no activity and no goal any more. That can happen when copies are "
            "joined. Choose where they belong, or remove them."
        )
    hint = _("Files that show what was done: they are copied into the portfolio. You can drop them here.")
    return hint if empty else ""
