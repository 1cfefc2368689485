"""Shows a page of help. It follows links to other pages, and loads nothing from anywhere."""

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from coachapp.ui import theme
from coachapp.ui.help.contents import NAMES, Page

_LEADING = 125  # per cent of the height of the letters
_Features = QTextDocument.MarkdownFeature


class Browser(QTextBrowser):
    """`page_requested(name)`: a link to that page was followed."""

    page_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.anchorClicked.connect(self._on_link)

    def show_page(self, page: Page, sought: str = "") -> None:
        """From its start, or from the first place where what is sought stands."""
        self.setAccessibleName(page.title)
        features = _Features.MarkdownDialectGitHub | _Features.MarkdownNoHTML
        self.document().setMarkdown(page.text, features)
        self.document().setDocumentMargin(theme.space(3))
        self._space()
        self._draw_tables()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        if sought:
            self.find(sought)

    def loadResource(self, type: int, name: QUrl | str) -> object:  # noqa: A002, ARG002, N802 - Qt's names
        """There are no pictures, and whatever a page might name is not looked for."""
        return None

    def _space(self) -> None:
        """More room between lines and above headings, none below the words of a table."""
        block = self.document().firstBlock()
        while block.isValid():
            cursor, form = QTextCursor(block), block.blockFormat()
            form.setLineHeight(_LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            if form.headingLevel() > 1:
                form.setTopMargin(theme.space(2))
            if cursor.currentTable():
                form.setBottomMargin(0)
            cursor.setBlockFormat(form)
            block = block.next()

    def _draw_tables(self) -> None:
        for frame in self.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                form = frame.format().toTableFormat()
                form.setBorderCollapse(True)
                form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                form.setBorderBrush(QBrush(QColor(theme.current().line)))
                form.setCellPadding(theme.space(0.5))
                frame.setFormat(form)

    def _on_link(self, link: QUrl) -> None:
        name = link.toString().removesuffix(".md")
        if name in NAMES:
            self.page_requested.emit(name)
