"""The structure of a document: what is a heading, a list, a table, and in which order it is read.

Blocks say which element they draw. What they draw beside text and figures is decoration, which no
screen reader tells. ReportLab knows nothing of this; `structure.py` writes it into the file.
"""

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from typing import Any, Final

from coachapp.report.elements import Element, Mark, attributes, string
from coachapp.report.voice import Voice

_DECORATION: Final = "/Artifact BMC"


class Tags:
    """Keeps the elements of one canvas while it is drawn on."""

    def __init__(self, canvas: Any) -> None:
        self.root = Element("Document")
        self.pages: list[list[Element]] = []  # whose each mark is
        self._canvas = canvas
        self._at = self.root
        self._whole: dict[Hashable, Element] = {}
        self._items: Element | None = None
        self._ids = 0
        self._decorating = False
        self._silent = False

    @contextmanager
    def element(self, role: str, told: str = "", of: Hashable = None) -> Iterator[Element]:
        """What is drawn within belongs to it; what goes on at a next page does so by an equal `of`."""
        if self._silent:
            yield Element(role)  # part of nothing
            return
        above = self._at
        self._at = self._whole.get(of) or Element(role, above, told)
        if of is not None:
            self._whole[of] = self._at
        try:
            yield self._at
        finally:
            self._at = above

    @contextmanager
    def item(self, numbering: str = "None") -> Iterator[Element]:
        """An item of the list that stands right above it, else of a new one; its label is text by itself."""
        if not (self._items and self._at.kids[-1:] == [self._items]):
            self._items = Element("L", self._at, attributes("List", f"/ListNumbering /{numbering}"))
        above, self._at = self._at, self._items
        try:
            with self.element("LI") as item:
                yield item
        finally:
            self._at = above

    @contextmanager
    def decoration(self) -> Iterator[None]:
        """What is drawn within is decoration, but for its text and figures."""
        if self._decorating or self._silent:
            yield
            return
        self._begin_decoration()
        yield
        self._end_decoration()

    @contextmanager
    def margin(self, kind: str) -> Iterator[None]:
        """The "Header" or the "Footer" of a page, with its text: it is not part of what is read."""
        self._canvas._code.append(f"/Artifact <</Type /Pagination /Subtype /{kind}>> BDC")  # noqa: SLF001
        with self._as_one():
            yield

    def new_id(self) -> str:
        self._ids += 1
        return f"t{self._ids}"

    @contextmanager
    def again(self) -> Iterator[None]:
        """What was told at the page before: it is drawn here, but not told."""
        with self._instead_of_decoration():
            self._canvas._code.append("/Artifact <</Type /Pagination>> BDC")  # noqa: SLF001
            with self._as_one():
                yield

    @contextmanager
    def figure(self, alternative: str, box: tuple[float, ...]) -> Iterator[None]:
        """A drawing, told in words; `box` is its left, bottom, right and top on the page."""
        corners = " ".join(f"{each:.1f}" for each in box)
        told = f"/Alt {string(alternative)} " + attributes("Layout", f"/Placement /Block /BBox [{corners}]")
        with self._instead_of_decoration(), self.element("Figure", told):
            self._canvas._code.append(self.mark())  # noqa: SLF001
            with self._as_one():
                yield

    @contextmanager
    def spoken(self, words: str) -> Iterator[None]:
        """A sign within a text, which is read as these words."""
        with self._instead_of_decoration():
            self._canvas._code.append(self.mark(f"/ActualText {string(words)}"))  # noqa: SLF001
            with self._as_one():
                yield

    @contextmanager
    def text(self, written: Any) -> Iterator[Voice]:
        """For a text object; outside any element it is a paragraph."""
        if self._silent:
            yield Voice(None, written)
        elif self._at is self.root:
            with self.element("P"), self.text(written) as voice:
                yield voice
        else:
            with self._instead_of_decoration():
                yield Voice(self.mark, written)

    def mark(self, told: str = "") -> str:
        """The operator that begins what belongs to the element at hand, or to a part of it in other words."""
        element = Element("Span", self._at, told) if told else self._at
        while len(self.pages) < self._canvas.getPageNumber():
            self.pages.append([])
        page = self.pages[-1]
        element.kids.append(Mark(len(self.pages) - 1, len(page)))
        page.append(element)
        return f"/{element.role} <</MCID {len(page) - 1}>> BDC"

    @contextmanager
    def _as_one(self) -> Iterator[None]:
        """All that is drawn within is one marked part of the page, which this ends."""
        silent, self._silent = self._silent, True
        yield
        self._silent = silent
        self._canvas._code.append("EMC")  # noqa: SLF001

    @contextmanager
    def _instead_of_decoration(self) -> Iterator[None]:
        decorating = self._decorating
        if decorating:
            self._end_decoration()
        yield
        if decorating:
            self._begin_decoration()

    def _begin_decoration(self) -> None:
        self._decorating = True
        self._canvas._code.append(_DECORATION)  # noqa: SLF001

    def _end_decoration(self) -> None:
        """None is left behind where nothing was drawn."""
        self._decorating = False
        code = self._canvas._code  # noqa: SLF001
        if code[-1] == _DECORATION:
            code.pop()
        else:
            code.append("EMC")
