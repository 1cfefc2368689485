"""Evidence: files are dropped, pasted and chosen; they can be looked at, saved elsewhere and taken back."""

import datetime as dt
import os
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from coachapp.domain.portfolio import Evidence
from coachapp.storage import contents, evidence, file
from coachapp.storage.file import PortfolioFile, open_file
from coachapp.ui.detail.card import CardDetail
from coachapp.ui.evidence.look import LookDialog
from coachapp.ui.evidence.part import EvidencePart
from coachapp.ui.inputs.text import LineInput, ProseInput, TitleInput
from coachapp.ui.window import PortfolioWindow
from tests import portfolios
from tests.ui.shell.finding import button, drop, file_mime, shown, words

OpenWindow = Callable[..., PortfolioWindow]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Mine.coach"
    file.create(path, portfolios.many(3), None).close()
    return path


@pytest.fixture
def opened(path: Path) -> PortfolioFile:
    return open_file(path, None)


@pytest.fixture
def window(opened: PortfolioFile, open_window: OpenWindow) -> PortfolioWindow:
    return open_window(opened.portfolio, opened)


@pytest.fixture
def part(window: PortfolioWindow, qtbot: QtBot) -> EvidencePart:
    return part_of(window, qtbot)


def part_of(window: PortfolioWindow, qtbot: QtBot) -> EvidencePart:
    detail = CardDetail(window.editor)
    qtbot.addWidget(detail)
    window.editor.changed.connect(lambda: detail.show_cards((activity,)))
    activity = window.editor.portfolio.activities[0].id
    placed = [p.id for p in window.editor.portfolio.placements if p.activity_id == activity]
    activity = placed[0] if placed else activity
    detail.show_cards((activity,))
    detail.resize(420, 1200)
    detail.show()
    part = detail.findChildren(EvidencePart)[0]
    part.open()
    return part


def text(folder: Path, name: str = "note.txt", content: str = "What was done") -> Path:
    (folder / name).write_text(content, "utf-8")
    return folder / name


def items(window: PortfolioWindow) -> tuple[Evidence, ...]:
    return window.editor.portfolio.evidence


def on_screen(qtbot: QtBot, part: EvidencePart) -> None:
    """What is new in a layout is shown a moment later."""
    qtbot.waitUntil(lambda: all(row.isVisible() for row in part.rows.widgets))


def give(qtbot: QtBot, window: PortfolioWindow, part: EvidencePart, source: Path) -> Evidence:
    before = len(items(window))
    assert drop(file_mime(source), part)
    qtbot.waitUntil(lambda: len(items(window)) == before + 1)
    on_screen(qtbot, part)
    return max(items(window), key=lambda item: item.id)


def choose(path: Path) -> None:
    dialog = shown(QFileDialog)
    dialog.filesSelected.emit([str(path)])
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def test_a_dropped_file_is_copied_in_and_saved(
    qtbot: QtBot, window: PortfolioWindow, part: EvidencePart, tmp_path: Path, path: Path
) -> None:
    item = give(qtbot, window, part, text(tmp_path))
    assert (item.name, item.size) == ("note.txt", len("What was done"))
    assert item.activity_id == window.editor.portfolio.activities[0].id
    assert "1 kB · " in words(part)
    qtbot.waitUntil(lambda: window.autosave.is_saved)
    window.close()
    with closing(open_file(path, None)) as again:
        assert again.portfolio.evidence == (item,)
        assert b"".join(evidence.pieces(again, item.digest, item.name)) == b"What was done"


def test_a_file_let_go_over_an_input_is_copied_in_too(
    qtbot: QtBot, window: PortfolioWindow, part: EvidencePart, tmp_path: Path
) -> None:
    give(qtbot, window, part, text(tmp_path))
    card = part.window()
    description = next(one for one in card.findChildren(ProseInput) if one.accessibleName() == "Description")
    note = part.findChildren(LineInput)[0]
    for number, target in enumerate((description.viewport(), note, card)):
        assert drop(file_mime(text(tmp_path, f"{number}.txt")), target)
        qtbot.waitUntil(lambda number=number: len(items(window)) == number + 2)
    assert (description.toPlainText(), note.text()) == (card_description(window), "")


def card_description(window: PortfolioWindow) -> str:
    return window.editor.portfolio.activities[0].description


HOSTILE = {
    "a\nb\x1b[31m.txt": "a b [31m.txt",
    "photo\u202etxt.exe": "phototxt.exe",
    "<b>bold<b>&amp;.txt": "<b>bold<b>&amp;.txt",
    "$(reboot).txt": "$(reboot).txt",
    "x" * 251 + ".txt": "x" * 251 + ".txt",
    ".txt": ".txt",
}


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
@pytest.mark.parametrize("name", HOSTILE)
def test_a_file_with_a_hostile_name_is_called_what_can_be_seen_of_it(
    qtbot: QtBot, window: PortfolioWindow, part: EvidencePart, tmp_path: Path, name: str
) -> None:
    (tmp_path / "from").mkdir()
    item = give(qtbot, window, part, text(tmp_path / "from", name))
    assert item.name == HOSTILE[name]
    assert part.findChildren(TitleInput)[0].toPlainText() == HOSTILE[name]


def test_words_are_still_dropped_in_an_input(part: EvidencePart) -> None:
    mime = QMimeData()
    mime.setText("Words")
    title = next(one for one in part.window().findChildren(ProseInput) if one.isVisible())
    assert drop(mime, title.viewport())
    assert "Words" in title.toPlainText()


def test_a_picture_on_the_clipboard_is_pasted_as_png(
    qtbot: QtBot, window: PortfolioWindow, part: EvidencePart
) -> None:
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    QApplication.clipboard().setImage(image)
    qtbot.mouseClick(button("Paste", part), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(items(window)) == 1)
    on_screen(qtbot, part)
    assert items(window)[0].name == f"Picture {dt.date.today().isoformat()}.png"  # noqa: DTZ011
    look = look_at(qtbot, part)
    assert look.seen
    assert look.seen.image
    assert look.seen.image.size() == image.size()
    look.reject()


def test_files_on_the_clipboard_are_pasted_with_the_keyboard(
    qtbot: QtBot, window: PortfolioWindow, part: EvidencePart, tmp_path: Path
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(text(tmp_path, name))) for name in ("a.txt", "b.txt")])
    QApplication.clipboard().setMimeData(mime)
    qtbot.keyClick(button("Paste", part), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(items(window)) == 2)
    assert {item.name for item in items(window)} == {"a.txt", "b.txt"}


def test_nothing_to_paste_is_said(window: PortfolioWindow, part: EvidencePart) -> None:
    QApplication.clipboard().setText("only words")
    part.paste()
    assert "no file and no picture" in part.notice.words
    assert not items(window)


def test_a_chosen_file_is_copied_in(
    qtbot: QtBot, window: PortfolioWindow, part: EvidencePart, tmp_path: Path
) -> None:
    qtbot.mouseClick(button("Add a file…", part), Qt.MouseButton.LeftButton)
    choose(text(tmp_path))
    qtbot.waitUntil(lambda: len(items(window)) == 1)


def test_what_can_not_be_copied_in_is_said_in_its_place(
    qtbot: QtBot, window: PortfolioWindow, part: EvidencePart, tmp_path: Path
) -> None:
    assert drop(file_mime(tmp_path / "gone.pdf"), part)
    qtbot.waitUntil(lambda: "gone.pdf" in part.notice.words)
    assert not items(window)


def test_copying_shows_how_far_it_is_and_can_be_stopped(
    qtbot: QtBot, window: PortfolioWindow, part: EvidencePart, tmp_path: Path
) -> None:
    with (tmp_path / "big.mp4").open("wb") as big:
        big.truncate(evidence.MOST)
    shelf = window.editor.shelf
    assert shelf
    with qtbot.waitSignal(shelf.progress):
        assert drop(file_mime(tmp_path / "big.mp4"), part)
    assert part.under_way.isVisible()
    assert "Copying “big.mp4”… " in words(part)
    qtbot.mouseClick(part.under_way.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not part.under_way.isVisible())
    assert part.notice.words == "Stopped. Nothing was taken in."
    assert not items(window)
    assert not window.autosave.file.read(contents.are_there)  # type: ignore[union-attr]


def test_closing_stops_what_is_being_copied_in(
    qtbot: QtBot, window: PortfolioWindow, part: EvidencePart, tmp_path: Path, path: Path
) -> None:
    (tmp_path / "big.mp4").write_bytes(os.urandom(evidence.MOST // 2))
    shelf = window.editor.shelf
    assert shelf
    with qtbot.waitSignal(shelf.progress):
        drop(file_mime(tmp_path / "big.mp4"), part)
    window.close()
    with closing(open_file(path, None)) as again:
        assert not again.read(contents.are_there)
        assert again.portfolio.evidence == ()


def test_a_newer_version_puts_the_older_one_below_it(
    qtbot: QtBot, window: PortfolioWindow, part: EvidencePart, tmp_path: Path
) -> None:
    old = give(qtbot, window, part, text(tmp_path))
    qtbot.mouseClick(button("Newer version…", part), Qt.MouseButton.LeftButton)
    choose(text(tmp_path, "note 2.txt", "Done better"))
    qtbot.waitUntil(lambda: len(items(window)) == 2)
    new = next(item for item in items(window) if item.id != old.id)
    assert next(item for item in items(window) if item.id == old.id).newer_id == new.id
    on_screen(qtbot, part)
    assert len(part.rows.widgets) == 1
    assert button("Older versions (1)", part)
    window.editor.undo()
    assert items(window) == (old,)


def test_a_file_is_renamed_noted_and_removed_with_undo(
    qtbot: QtBot, window: PortfolioWindow, part: EvidencePart, tmp_path: Path
) -> None:
    give(qtbot, window, part, text(tmp_path))
    for kind, typed in ((TitleInput, "Better name"), (LineInput, "Asked for it")):
        field = part.findChildren(kind)[0]
        field.selectAll()
        qtbot.keyClicks(field, typed)
        field.commit()
    assert (items(window)[0].name, items(window)[0].note) == ("Better name.txt", "Asked for it")
    qtbot.mouseClick(button("Remove", part), Qt.MouseButton.LeftButton)
    assert not items(window)
    window.editor.undo()
    assert items(window)[0].note == "Asked for it"


def test_of_many_files_the_one_that_is_too_large_is_told_in_sight(
    qtbot: QtBot, window: PortfolioWindow, part: EvidencePart, tmp_path: Path
) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(part.window())
    area.resize(460, 400)
    area.show()
    big = tmp_path / "big.bin"
    with big.open("wb") as out:
        out.truncate(evidence.MOST + 1)
    mime = QMimeData()
    small = [text(tmp_path, f"{name}.txt", name) for name in "abcd"]
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in (big, *small)])
    assert drop(mime, part)
    qtbot.waitUntil(lambda: len(items(window)) == 4)
    sight = area.viewport()
    qtbot.waitUntil(
        lambda: sight.rect().contains(QRect(part.notice.mapTo(sight, QPoint()), part.notice.size()))
    )
    assert "“big.bin” is too large" in part.notice.words
    area.takeWidget()


def look_at(qtbot: QtBot, part: EvidencePart) -> LookDialog:
    qtbot.mouseClick(button("Look", part), Qt.MouseButton.LeftButton)
    look = shown(LookDialog)
    qtbot.waitUntil(lambda: not look.waiting.isVisible())
    return look


def test_a_text_is_shown_as_it_is_and_never_as_markup(
    qtbot: QtBot, window: PortfolioWindow, part: EvidencePart, tmp_path: Path
) -> None:
    give(qtbot, window, part, text(tmp_path, "page.html", "<b>bold</b> é" * 20_000))
    look = look_at(qtbot, part)
    assert look.text.toPlainText().startswith("<b>bold</b> é<b>")
    assert len(look.text.toPlainText().encode()) <= 100_000
    assert "beginning" in look.notice.words
    look.reject()


def test_a_pdf_is_shown_page_by_page(
    qtbot: QtBot, window: PortfolioWindow, part: EvidencePart, tmp_path: Path
) -> None:
    import pypdfium2  # noqa: PLC0415

    with pypdfium2.PdfDocument.new() as document:
        for size in ((200, 300), (14_000, 20)):
            document.new_page(*size)
        document.save(tmp_path / "two.pdf")
    give(qtbot, window, part, tmp_path / "two.pdf")
    look = look_at(qtbot, part)
    assert look.where.text() == "Page 1 of 2"
    qtbot.mouseClick(look.later, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: look.where.text() == "Page 2 of 2")
    assert look.seen
    assert look.seen.image
    assert look.seen.image.width() <= 1601
    assert not look.later.isEnabled()
    look.reject()


def test_a_page_that_can_not_be_drawn_stands_in_the_way_of_no_other(
    qtbot: QtBot, window: PortfolioWindow, part: EvidencePart, tmp_path: Path
) -> None:
    with pikepdf.new() as document:
        for _page in range(3):
            document.add_blank_page()
        document.Root.Pages.Kids[1] = pikepdf.Array([])
        document.save(tmp_path / "two.pdf")
    give(qtbot, window, part, tmp_path / "two.pdf")
    look = look_at(qtbot, part)
    qtbot.mouseClick(look.later, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(look.notice.words))
    assert look.where.text() == "Page 2 of 2"
    qtbot.mouseClick(look.earlier, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: look.where.text() == "Page 1 of 2")
    assert not look.notice.words
    look.reject()


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04\0\0rest", b"%PDF-1.7 broken", b"\x89PNG\r\n\x1a\nbroken\0", b"\xff\xfe\xff"]
)
def test_of_anything_else_it_is_said_that_it_can_not_be_shown(
    qtbot: QtBot, window: PortfolioWindow, part: EvidencePart, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "thing.docx").write_bytes(content)
    give(qtbot, window, part, tmp_path / "thing.docx")
    look = look_at(qtbot, part)
    assert look.notice.words.startswith("CoachApp can't show “thing.docx”")
    qtbot.waitUntil(
        lambda: 0 < look.notice.y() < look.height() // 4
    )  # below the name, no higher than its words
    assert look.notice.height() < look.height() // 4
    look.reject()


def test_it_is_saved_elsewhere_under_a_harmless_name_and_listed_as_shared(
    qtbot: QtBot, window: PortfolioWindow, part: EvidencePart, tmp_path: Path
) -> None:
    give(qtbot, window, part, text(tmp_path, "photo\u202egnp.txt"))
    qtbot.mouseClick(button("Save as…", part), Qt.MouseButton.LeftButton)
    assert Path(shown(QFileDialog).selectedFiles()[0]).name == "photognp.txt"
    choose(tmp_path / "out.txt")
    qtbot.waitUntil((tmp_path / "out.txt").exists)
    assert (tmp_path / "out.txt").read_text() == "What was done"
    qtbot.waitUntil(lambda: [left.name for left in window.editor.portfolio.shared] == ["out.txt"])


def test_it_never_takes_the_place_of_the_portfolio(
    qtbot: QtBot, window: PortfolioWindow, part: EvidencePart, tmp_path: Path, path: Path
) -> None:
    give(qtbot, window, part, text(tmp_path))
    qtbot.mouseClick(button("Save as…", part), Qt.MouseButton.LeftButton)
    choose(path)
    qtbot.waitUntil(lambda: "Mine.coach" in part.notice.words)
    assert path.stat().st_size > 10_000


def test_a_portfolio_in_no_file_says_so(qtbot: QtBot, open_window: OpenWindow) -> None:
    part = part_of(open_window(portfolios.many(3)), qtbot)
    assert "in no file yet" in words(part)
    assert not any(b.isVisible() for b in part.findChildren(QDialog))
    assert "Add a file…" not in [label.text() for label in part.findChildren(QLabel)]


def test_a_portfolio_to_look_at_shows_files_and_takes_none(
    qtbot: QtBot, opened: PortfolioFile, open_window: OpenWindow, tmp_path: Path
) -> None:
    part = part_of(open_window(opened.portfolio, opened, read_only=True), qtbot)
    assert "to look at only" in words(part)
    assert not part.acceptDrops()


def test_what_was_removed_for_good_goes_when_the_file_is_closed(
    qtbot: QtBot, window: PortfolioWindow, part: EvidencePart, tmp_path: Path, path: Path
) -> None:
    shelf = window.editor.shelf
    assert shelf
    assert shelf.file
    kept = give(qtbot, window, part, text(tmp_path))
    shelf.ways.take_bytes(shelf.file, "left", b"that nothing refers to")
    qtbot.waitUntil(lambda: window.autosave.is_saved)
    window.close()
    with closing(open_file(path, None)) as again:
        assert list(evidence.sizes(again)) == [kept.digest]


def test_a_copy_in_another_file_has_the_files_too(
    qtbot: QtBot, window: PortfolioWindow, part: EvidencePart, tmp_path: Path
) -> None:
    from coachapp.ui.new_portfolio.page import NewPortfolioPage  # noqa: PLC0415

    item = give(qtbot, window, part, text(tmp_path))
    shelf = window.editor.shelf
    assert shelf
    assert shelf.file
    page = NewPortfolioPage(window._files, window.editor.document, shelf.file)
    qtbot.addWidget(page)
    made, is_whole = page._work(tmp_path / "copy.coach", None)()
    assert is_whole
    assert shelf.ways.read(made, item.digest, item.name) == b"What was done"
    made.close()
