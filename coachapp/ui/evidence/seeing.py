"""Pictures of what is in a file, made beside the window's thread from bytes that nobody vouches for."""

from typing import Final, NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt, QThreadPool
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtWidgets import QApplication

from coachapp.errors import CoachError
from coachapp.i18n import gettext as _
from coachapp.ui.evidence import pdf_page

TEXT: Final = 100_000  # bytes that are shown of a text
_MEMORY: Final = 256  # MB that one picture may take
_SIDE: Final = 2400  # pixels, at most
_pools: Final[list[QThreadPool]] = []
_PICTURES: Final = {"png", "jpeg", "gif", "bmp", "webp"}


class Seen(NamedTuple):
    """Either a picture, of one page of `pages`, or a text; `cut`: there is more."""

    image: QImage | None = None
    pages: int = 1
    text: str = ""
    cut: bool = False


class NotShown(CoachError):
    def _template(self) -> str:
        return _("CoachApp can't show “{name}”. “Save as…” puts it in a folder, where another program can.")


def see(data: bytes, name: str, page: int = 0) -> Seen:
    """What is in there counts, not what it is called. Raises NotShown."""
    seen = _pdf(data, page) if data[:1024].lstrip().startswith(b"%PDF-") else _picture(data) or _text(data)
    if seen is None:
        raise NotShown(name=name)
    return seen


def _picture(data: bytes) -> Seen | None:
    QImageReader.setAllocationLimit(_MEMORY)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()).decode() not in _PICTURES:
        return None
    size = reader.size()
    if max(size.width(), size.height()) > _SIDE:
        reader.setScaledSize(size.scaled(QSize(_SIDE, _SIDE), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else Seen(image)


def _text(data: bytes) -> Seen | None:
    """Only what is surely text; a letter cut in half at the end is left out."""
    start, cut = data[:TEXT], len(data) > TEXT
    if b"\0" in start:
        return None
    try:
        text = start.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if not cut or error.start < len(start) - 4:
            return None
        text = start[: error.start].decode("utf-8-sig")
    return Seen(text=text, cut=cut)


def _pdf(data: bytes, page: int) -> Seen | None:
    drawn = pdf_page.draw(data, page)
    return Seen(drawn.image, drawn.pages) if drawn else None


def pool() -> QThreadPool:
    """One thread for all: a large picture takes much memory."""
    if not _pools:
        _pools.append(QThreadPool(QApplication.instance()))
        _pools[0].setMaxThreadCount(1)
    return _pools[0]
