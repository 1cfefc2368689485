"""What can be typed after `coachapp`: each command's own module says what it takes."""

from argparse import ArgumentParser
from typing import Final

from coachapp import __version__
from coachapp.cli import (
    backup_commands,
    board_commands,
    damage_commands,
    evidence_commands,
    export_commands,
    history_command,
    import_command,
    key_commands,
    merge_command,
    new_command,
    pack_command,
    plan_command,
)
from coachapp.i18n import gettext as _

_AS_TOLD: Final = (
    *(new_command, import_command, board_commands, plan_command, history_command, evidence_commands),
    *(damage_commands, merge_command, export_commands, pack_command, key_commands, backup_commands),
)


def parser() -> ArgumentParser:
    """Its result has `run`, which takes that result."""
    whole = ArgumentParser(
        prog="coachapp",
        description=_("A board for teachers' work. Without a command, `coachapp [FILE]` opens the window."),
    )
    whole.add_argument("--version", action="version", version=f"CoachApp {__version__}")
    group = whole.add_subparsers(required=True, metavar=_("COMMAND"))
    for module in _AS_TOLD:
        module.add_to(group)
    return whole
