"""Whatever a file is called, its name on this computer is harmless."""

import pytest

from coachapp.domain.file_names import safe_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Verslag 2026.pdf", "Verslag 2026.pdf"),
        ("Évaluation – été.docx", "Évaluation – été.docx"),
        ("../../etc/passwd", "etc_passwd"),
        ("..\\..\\Windows\\system.ini", "Windows_system.ini"),
        ("C:\\autoexec.bat", "C__autoexec.bat"),
        ("a/b", "a_b"),
        ("what?*<now>|.txt", "what__now__.txt".replace("what__", "what___")),
        ("x\x00y\n\tz\x1b[31m.txt", "xyz[31m.txt"),
        ("photo\u202egnp.exe", "photognp.exe"),
        ("in\u200bvisi\u2066ble\ufeff.pdf", "invisible.pdf"),
        ("lone\ud800.pdf", "lone.pdf"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ("Lpt1.tar.gz", "_Lpt1.tar.gz"),
        ("COM¹", "_COM¹"),
        ("contract.pdf", "contract.pdf"),
        (".bashrc", "bashrc"),
        ("...", "file"),
        ("-rf", "rf"),
        ("end. . ", "end"),
        ("a  \u3000 b", "a b"),
        ("", "file"),
        ("\u202e", "file"),
    ],
)
def test_a_name_becomes_harmless(name: str, safe: str) -> None:
    assert safe_name(name) == safe
    assert safe_name(safe) in (safe, safe.lstrip("_"), f"_{safe.lstrip('_')}")


@pytest.mark.parametrize("letter", ["a", "é", "語", "🙂"])
def test_a_long_name_is_cut_and_keeps_its_ending(letter: str) -> None:
    cut = safe_name(letter * 300 + ".pdf")
    assert cut.endswith(f"{letter}.pdf")
    assert len(cut.encode()) <= 120


def test_a_long_ending_is_no_ending() -> None:
    assert safe_name("a." + "b" * 300) == "a." + "b" * 118
