"""What is dragged onto a window."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def file_in(mime: QMimeData) -> Path | None:
    """The one local file, if that is what it is."""
    urls = mime.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None


def has_files(mime: QMimeData) -> bool:
    return any(url.isLocalFile() for url in mime.urls())


def list_in(mime: QMimeData) -> Path | str | None:
    """A file, or lines of text."""
    if path := file_in(mime):
        return path
    return mime.text() if mime.hasText() and mime.text().strip() else None
