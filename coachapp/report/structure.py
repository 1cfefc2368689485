"""Writes the structure of a document into its file, as PDF 1.7 has it (ISO 32000-1, 14.7)."""

from collections.abc import Iterator
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFObject

from coachapp.report.elements import Element, Mark
from coachapp.report.tagging import Tags


class Written(PDFObject):
    """An object of the file, in the words of PDF. `number` refers to it."""

    __RefOnly__ = 1

    def __init__(self, document: Any, text: str = "") -> None:
        self.text = text
        self.number = referred(document, self)

    def format(self, _document: Any) -> bytes:
        return self.text.encode("ascii")


def referred(document: Any, thing: Any) -> str:
    """How others in the file point to it."""
    return document.Reference(thing).format(document).decode("ascii")


def add_structure(document: Any, tags: Tags) -> None:
    """Once all is drawn."""
    root = Written(document)
    pages = [referred(document, page) for page in document.Pages.pages]
    objects = {element: Written(document) for element in _all(tags.root)}
    for element, written in objects.items():
        parent = objects[element.parent] if element.parent else root
        written.text = _told(element, parent, objects, pages)
    numbered = " ".join(
        f"{at} [{' '.join(objects[element].number for element in marked)}]"
        for at, marked in enumerate(tags.pages)
    )
    owners = Written(document, f"<</Nums [{numbered}]>>")
    named = sorted((element.id, written.number) for element, written in objects.items() if element.id)
    names = " ".join(f"({name}) {number}" for name, number in named)
    ids = f"/IDTree {Written(document, f'<</Names [{names}]>>').number}" if names else ""
    root.text = (
        f"<</Type /StructTreeRoot /K {objects[tags.root].number} /ParentTree {owners.number} "
        f"/ParentTreeNextKey {len(tags.pages)} {ids}>>"
    )
    _point_to(document, root, len(tags.pages))


def _all(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _all(kid)


def _told(element: Element, parent: Written, objects: dict[Element, Written], pages: list[str]) -> str:
    page = next((kid.page for kid in element.kids if isinstance(kid, Mark)), None)
    kids = " ".join(
        objects[kid].number
        if isinstance(kid, Element)
        else str(kid.number)
        if kid.page == page
        else f"<</Type /MCR /Pg {pages[kid.page]} /MCID {kid.number}>>"
        for kid in element.kids
    )
    on = "" if page is None else f"/Pg {pages[page]}"
    named = f"/ID ({element.id})" if element.id else ""
    return f"<</S /{element.role} /P {parent.number}{on}{named} /K [{kids}]{element.told}>>"


def _point_to(document: Any, root: Written, tagged: int) -> None:
    """ReportLab's objects write only what they know, so these come to know more."""
    catalog = document.Catalog
    catalog.StructTreeRoot = root
    catalog.MarkInfo = Written(document, "<</Marked true>>")
    for number, page in enumerate(document.Pages.pages[:tagged]):
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents"]
        page.StructParents = number
