"""Reads the structure of a PDF out, as a screen reader would: it knows nothing of how we write it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf


class Part(NamedTuple):
    """An element and what is said of it; `heads` are those that a cell of a table names itself."""

    role: str
    text: str
    language: str = ""
    scope: str = ""
    heads: tuple[str, ...] = ()
    level: int = 0


def parts(path: Path) -> list[Part]:
    """Every element in the order in which they are read; each tells the text of all within it."""
    with pikepdf.open(path) as pdf:
        return _Reader(pdf).parts()


def told(path: Path) -> list[str]:
    """The same as lines, for a person to look at."""
    return [f"{'  ' * part.level}{part.role}: {part.text}" for part in parts(path)]


class _Reader:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._root = pdf.Root.StructTreeRoot
        self._marked: dict[Any, dict[int, str]] = {page.objgen: _marked_texts(page) for page in pdf.pages}
        names = list(self._root.get("/IDTree", pikepdf.Dictionary(Names=[])).Names)
        self._named = {str(name): element for name, element in zip(names[::2], names[1::2], strict=True)}

    def parts(self) -> list[Part]:
        return list(self._parts(self._root.K, "", 0))

    def _parts(self, element: Any, language: str, level: int) -> Iterator[Part]:
        language = str(element.get("/Lang", language))
        attributes = element.get("/A", pikepdf.Dictionary())
        heads = tuple(self._text(self._named[str(each)]) for each in attributes.get("/Headers", ()))
        scope = str(attributes.get("/Scope", ""))[1:]
        yield Part(str(element.S)[1:], self._text(element), language, scope, heads, level)
        for kid in _kids(element):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield from self._parts(kid, language, level + 1)

    def _text(self, element: Any) -> str:
        return " ".join("".join(self._said(element)).replace("\xad", "").split())

    def _said(self, element: Any) -> Iterator[str]:
        instead = element.get("/ActualText", element.get("/Alt"))
        if instead is not None:
            yield str(instead)
            return
        for kid in _kids(element):
            if isinstance(kid, pikepdf.Dictionary):
                yield from self._said(kid) if "/S" in kid else (self._marked[kid.Pg.objgen][int(kid.MCID)],)
                yield " " * ("/S" in kid and kid.S != "/Span")
            else:
                yield self._marked[element.Pg.objgen][int(kid)]


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _marked_texts(page: pikepdf.Page) -> dict[int, str]:
    """The characters of each marked part of a page, in the order in which they are written."""
    fonts = {name: _characters(font) for name, font in page.resources.get("/Font", {}).items()}
    found: dict[int, str] = {}
    open_marks: list[int | None] = []
    characters: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BMC" | "BDC":
                told = operands[1] if len(operands) > 1 else {}
                open_marks.append(int(told["/MCID"]) if "/MCID" in told else None)
                if open_marks[-1] is not None:
                    found[open_marks[-1]] = ""
            case "EMC":
                open_marks.pop()
            case "Tf":
                characters = fonts[str(operands[0])]
            case "Tj" | "TJ" | "'" if open_marks and open_marks[-1] is not None:
                found[open_marks[-1]] += "".join(characters[code] for code in _codes(operands[0]))
    return found


def _codes(written: Any) -> Iterator[int]:
    for part in written if isinstance(written, pikepdf.Array) else [written]:
        if isinstance(part, pikepdf.String):
            yield from bytes(part)


def _characters(font: Any) -> dict[int, str]:
    """What each code of a font stands for."""
    mapping = bytes(font.ToUnicode.read_bytes()).decode("ascii")
    pairs = re.findall(r"<([0-9A-F]{2})> <([0-9A-F]{4,})>", mapping)
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
