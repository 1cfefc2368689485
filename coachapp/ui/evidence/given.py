"""What a person gives: files that are dropped or pasted, or a picture on the clipboard."""

import datetime as dt
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

from coachapp.domain import values
from coachapp.domain.file_names import safe_name
from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui.evidence.shelf import Source


def files_in(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def given_in(mime: QMimeData) -> list[tuple[str, Source]]:
    """Names with what has them; files go before a picture of them."""
    if files := files_in(mime):
        return [(path.name, path) for path in files]
    image = mime.imageData() if mime.hasImage() else None
    return [(_picture_name(), partial(_png, image))] if isinstance(image, QImage) else []


def named(name: str) -> str:
    """The name, as far as evidence can be called so."""
    try:
        return values.file_name(name)
    except CoachError:  # nothing that can be seen, or longer than a line may be
        return safe_name(name)


def _picture_name() -> str:
    return _("Picture {date}").format(date=dt.date.today().isoformat()) + ".png"  # noqa: DTZ011


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
