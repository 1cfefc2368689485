"""Only what is made to be looked at is opened by another program, whatever a name pretends to be."""

import pytest

from coachapp.domain import file_kinds


@pytest.mark.parametrize(
    ("name", "word"),
    [("Verslag.PDF", "PDF"), ("foto.jpeg", "Picture"), ("lijst.xlsx", "Spreadsheet"), ("a.odt", "Document")],
)
def test_what_can_be_looked_at_has_a_word_and_may_be_opened(name: str, word: str) -> None:
    assert file_kinds.word(name) == word
    assert file_kinds.may_open(name)


@pytest.mark.parametrize(
    "name",
    [
        *("a.exe", "a.bat", "a.cmd", "a.com", "a.scr", "a.ps1", "a.vbs", "a.js", "a.jar", "a.msi", "a.lnk"),
        *("a.desktop", "a.sh", "a.py", "a.html", "a.htm", "a.svg", "a.xml", "a.url", "a.reg", "a.hta"),
        *("a.docm", "a.xlsm", "a.app", "a.command", "a.iso", "a.zip", "a.AppImage", "pdf", "a", "", "a."),
        *("a.pdf.exe", "a.pdf.exe ", "a.pdf.exe. .", "photo\u202efdp.exe", "a.pdf\u200b.exe", "a.exe/"),
    ],
)
def test_anything_else_is_only_saved(name: str) -> None:
    assert not file_kinds.may_open(name)


def test_a_name_that_hides_its_kind_shows_it() -> None:
    assert file_kinds.word("photo\u202efdp.exe") == "EXE"
    assert file_kinds.word("README") == ""


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Brief van Anna", "Brief van Anna.pdf"),
        ("Brief.PDF", "Brief.PDF"),
        ("v1.2", "v1.2.pdf"),
        ("brief.exe", "brief.exe.pdf"),
    ],
)
def test_a_new_name_keeps_the_kind(typed: str, name: str) -> None:
    assert file_kinds.renamed("brief.pdf", typed) == name
    assert file_kinds.renamed("README", typed) == typed
