"""What can be done with a paper that has been written."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from coachapp.i18n import gettext as _
from coachapp.ui.notice import Way


def ways(path: Path) -> Sequence[Way]:
    return [(_("Open"), partial(_open, path)), (_("Show in folder"), partial(_open, path.parent))]


def _open(place: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
