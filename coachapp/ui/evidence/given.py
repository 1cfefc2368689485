"""What a person gives: files that are dropped or pasted, or a picture on the clipboard."""

import datetime as dt
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

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


def _picture_name() -> str:
    return _("Picture {date}").format(date=dt.date.today().isoformat()) + ".png"  # noqa: DTZ011


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
