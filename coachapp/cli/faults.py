"""What can be wrong with what a command was given."""

from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.i18n import ngettext


class NoScreen(CoachError):
    """`commands`: the names of what works without one."""

    def _template(self) -> str:
        return _(
            "There is no screen here to open a window on. "
            "These commands work without one: {commands}; coachapp --help tells more."
        )


class NoFolder(CoachError):
    """`folder` of the file to make isn't there."""

    def _template(self) -> str:
        return _("The folder “{folder}” is not there. Make it first, or choose another folder.")


class NotChanged(CoachError):
    """`reason`: why the file could not be written, as a plain sentence."""

    def _template(self) -> str:
        return _("“{name}” is as it was: nothing was changed. {reason} Try it again when that is solved.")


class NoPassphraseFile(CoachError):
    """`name`: a file that isn't there or can't be read."""

    def _template(self) -> str:
        return _("The passphrase file “{name}” can't be read. Check its name and who may read it.")


class NotAPassphrase(CoachError):
    """More than one passphrase could be, or not UTF-8."""

    def _template(self) -> str:
        return _("There is no passphrase in “{name}”. It must be one line of text, saved as UTF-8.")


class PassphraseWanted(CoachError):
    def _template(self) -> str:
        return _(
            "“{name}” has a passphrase. Give it with --passphrase-file FILE (- for standard input), "
            "or the words of its recovery sheet with --recovery-file FILE."
        )


class NoSuchActivity(CoachError):
    """`text` is in no title, and no id."""

    def _template(self) -> str:
        return _("No activity has “{text}” in its title. “show” tells which there are.")


class SeveralActivities(CoachError):
    """`count` titles hold `text`; `titles` are the first of them."""

    def _template(self) -> str:
        return ngettext(
            "{count} activity has “{text}” in its title ({titles}). Type more of it.",
            "{count} activities have “{text}” in their titles ({titles}). Type more of one, or give its id.",
            int(str(self.fields["count"])),
        )


class NoSuchEvidence(CoachError):
    """`text` is the id of none, and the name of none or of several."""

    def _template(self) -> str:
        return _("No single file here is “{text}”. “evidence FILE list” tells the id of each.")


class NoSuchCell(CoachError):
    """`roles` and `levels`: the ids to choose from."""

    def _template(self) -> str:
        return _("“{text}” is not a cell. Give ROLE/LEVEL; roles: {roles}; levels: {levels}.")


class NoSuchSector(CoachError):
    """`sectors`: the ids to choose from."""

    def _template(self) -> str:
        return _("“{text}” is not a sector. Choose from these: {sectors}.")


class NotAPlan(CoachError):
    """`name`: a file in the plan's place that is no PDF."""

    def _template(self) -> str:
        return _("“{name}” is not a PDF, so no PDF will take its place. Choose another name.")


class ProblemsFound(CoachError):
    """`count` problems were told on standard output."""

    def _template(self) -> str:
        return ngettext(
            "{count} thing is wrong with “{name}”. Open a backup or another copy of it, "
            "or save what can be read with coachapp rescue.",
            "{count} things are wrong with “{name}”. Open a backup or another copy of it, "
            "or save what can be read with coachapp rescue.",
            int(str(self.fields["count"])),
        )


class NotTheOwner(CoachError):
    def _template(self) -> str:
        return _(
            "That is not the name of the owner of “{name}”, so nothing was erased. "
            "Type it as it stands in the portfolio."
        )


class NotAllErased(CoachError):
    """`count` files are still there; which, was told on standard output."""

    def _template(self) -> str:
        return ngettext(
            "{count} file could not be removed. Remove it yourself; its path is told above.",
            "{count} files could not be removed. Remove them yourself; their paths are told above.",
            int(str(self.fields["count"])),
        )


class FaultsFound(CoachError):
    """`count` faults of the pack at `path` were told on standard output."""

    def _template(self) -> str:
        return ngettext(
            "The pack “{path}” can't be used yet: {count} thing must be put right.",
            "The pack “{path}” can't be used yet: {count} things must be put right.",
            int(str(self.fields["count"])),
        )
