"""The page: its margins, what stands at its top and foot, and the document around it."""

from collections.abc import Sequence
from functools import partial
from io import BytesIO
from typing import Any, NamedTuple

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate

from coachapp import __version__
from coachapp.domain.look import Look
from coachapp.domain.portfolio import Portfolio
from coachapp.i18n import gettext as _
from coachapp.report.archive import VERSION, Info, make_archivable
from coachapp.report.fonts import REGULAR, font
from coachapp.report.logo import draw_logo
from coachapp.report.paper import A4, Paper, Size
from coachapp.report.raised import TextObject
from coachapp.report.sayings import whose
from coachapp.report.structure import add_structure
from coachapp.report.style import BOTTOM, HAIR, MUTED, SIDE, SMALL, TOP, Colours
from coachapp.report.tagging import Tags
from coachapp.report.text import draw_lines
from coachapp.report.typesetting import Line, Span, Typesetter

# Streams as they are, a fifth smaller than as letters and digits that would survive a telegram.
rl_config.useA85 = 0


class Imprint(NamedTuple):
    """What the document says about itself, and the paper it is on.

    `language` as "nl", `top` is what stands above each page; `look` is that of an institute.
    """

    title: str
    author: str
    language: str
    top: str
    paper: Paper = A4.sheet
    look: Look | None = None


def of_her_own(title: str, portfolio: Portfolio, language: str, size: Size) -> Imprint:
    """That of a paper about a teacher."""
    return Imprint(title, portfolio.owner, language, whose(), size.sheet, portfolio.framework.look)


class PlanCanvas(Canvas):
    """A canvas that sets text, keeps bookmarks and knows at the end how many pages there are."""

    def __init__(self, file: Any, *, imprint: Imprint, typesetter: Typesetter, **settings: Any) -> None:
        # Every page starts with a font; ReportLab's own is one that is not embedded.
        settings["initialFontName"] = font(REGULAR[0]).fontName
        super().__init__(file, pdfVersion=VERSION, **settings)
        self._document: Any = vars(self)["_doc"]  # the file, which ReportLab doesn't tell of
        self._document.info = Info()
        self.typesetter = typesetter
        self.tags = Tags(self)
        self.colours = Colours.of(imprint.look)
        self._imprint = imprint
        self._bookmarks = 0

    @property
    def room(self) -> Paper:
        """What lies between the margins of a page."""
        return _room(self._imprint.paper)

    @property
    def pages(self) -> int:
        """How many pages are finished."""
        return self.getPageNumber() - 1

    def beginText(self, x: float = 0, y: float = 0, direction: Any = None) -> TextObject:  # noqa: N802
        return TextObject(self, x, y, direction)

    def bookmark(self, title: str, level: int, top: float) -> None:
        key = f"heading{self._bookmarks}"
        self._bookmarks += 1
        self.bookmarkHorizontal(key, 0, top)
        self.addOutlineEntry(title, key, level)

    def save(self) -> None:
        # A foot names the last page, so all are drawn when that is known.
        total = self.pages
        for number in range(1, total + 1):
            self.beginForm(_foot(number), 0, 0, *self._imprint.paper)
            with self.tags.margin("Footer"):
                self._draw_foot(number, total)
            self.endForm()
        add_structure(self._document, self.tags)
        make_archivable(self._document, self._imprint.language)
        super().save()

    def _draw_foot(self, number: int, total: int) -> None:
        self.setStrokeColor(HAIR)
        self.setLineWidth(0.5)
        end = self._imprint.paper.width - SIDE
        self.line(SIDE, BOTTOM - 12, end, BOTTOM - 12)
        right = self._line(_("page {number} of {total}").format(number=number, total=total))
        left = self._line(f"{self._imprint.title} · {self._imprint.author}", 0.75)
        draw_lines(self, [left], SIDE, BOTTOM - 17, SMALL)
        draw_lines(self, [right], end - right.width * SMALL.size, BOTTOM - 17, SMALL)
        if (look := self._imprint.look) and look.footer:
            draw_lines(self, [self._line(str(look.footer))], SIDE, BOTTOM - 17 - SMALL.leading, SMALL)

    def draw_top(self) -> None:
        """What nobody may miss, on every page, whatever the look."""
        line = self._line(self._imprint.top)
        draw_lines(self, [line], SIDE, self._imprint.paper.height - TOP + 24, SMALL)

    def draw_logo(self) -> None:
        """In the margin at the right, so that the page is laid out the same without it."""
        if look := self._imprint.look:
            draw_logo(self, look, self._imprint.paper.width - SIDE, self._imprint.paper.height)

    def _line(self, text: str, share: float = 1) -> Line:
        return self.typesetter.one_line(Span(text, colour=MUTED), self.room.width * share / SMALL.size)


def _room(paper: Paper) -> Paper:
    return Paper(paper.width - 2 * SIDE, paper.height - TOP - BOTTOM)


def _foot(number: int) -> str:
    return f"foot{number}"


def _begin_page(canvas: Any, _document: BaseDocTemplate) -> None:
    with canvas.tags.margin("Header"):
        canvas.draw_top()
    with canvas.tags.margin("Footer"):
        canvas.doForm(_foot(canvas.getPageNumber()))
    if canvas.getPageNumber() == 1:
        canvas.draw_logo()


def built(flowables: Sequence[Flowable], imprint: Imprint, typesetter: Typesetter) -> tuple[bytes, int]:
    """The PDF of these flowables and its number of pages; what is equal gives equal bytes."""
    file = BytesIO()
    document = BaseDocTemplate(
        file,
        pagesize=imprint.paper,
        title=f"{imprint.title} · {imprint.author}",
        author=imprint.author,
        creator=f"CoachApp {__version__}",
        lang=imprint.language,
        displayDocTitle=True,
        invariant=1,
        pageCompression=1,
    )
    none = dict.fromkeys(("leftPadding", "rightPadding", "topPadding", "bottomPadding"), 0)
    frame = Frame(SIDE, BOTTOM, *_room(imprint.paper), **none)
    document.addPageTemplates(PageTemplate(frames=[frame], onPage=_begin_page))
    canvases: list[PlanCanvas] = []

    def make_canvas(target: Any, **settings: Any) -> PlanCanvas:
        canvases.append(partial(PlanCanvas, imprint=imprint, typesetter=typesetter)(target, **settings))
        return canvases[-1]

    document.build(list(flowables), canvasmaker=make_canvas)
    return file.getvalue(), canvases[-1].pages
