"""What a file is, as far as its name tells: in words, and whether another program may open it."""

from typing import Final

from coachapp.domain.file_names import safe_name
from coachapp.i18n import gettext as _

_ENDINGS: Final = {
    "pdf": "pdf",
    "picture": "png jpg jpeg gif webp bmp tif tiff heic",
    "text": "txt md csv tsv",
    "document": "doc docx odt rtf",
    "table": "xls xlsx ods",
    "slides": "ppt pptx odp",
    "sound": "mp3 m4a wav ogg opus flac aac",
    "film": "mp4 m4v mov webm mkv avi mpg mpeg",
    "book": "epub",
}
_KINDS: Final = {ending: kind for kind, endings in _ENDINGS.items() for ending in endings.split()}


def ending(name: str) -> str:
    """What stands after the last dot, of the name as it would be on a disk; such as "pdf"."""
    return safe_name(name).rpartition(".")[2].lower() if "." in safe_name(name) else ""


def may_open(name: str) -> bool:
    """Only what is made to be looked at; a program, a script or a page that runs scripts never is."""
    return ending(name) in _KINDS


def word(name: str) -> str:
    """Such as "PDF" or "Picture"; of a kind that has no word, its ending."""
    words = {
        "pdf": _("PDF"),
        "picture": _("Picture"),
        "text": _("Text"),
        "document": _("Document"),
        "table": _("Spreadsheet"),
        "slides": _("Presentation"),
        "sound": _("Sound"),
        "film": _("Film"),
        "book": _("Book"),
    }
    kind = _KINDS.get(ending(name))
    return words[kind] if kind else ending(name).upper()[:8]


def renamed(name: str, typed: str) -> str:
    """A new name, which still tells what kind of file it is."""
    was = ending(name)
    return typed if not was or ending(typed) == was else f"{typed}.{was}"
