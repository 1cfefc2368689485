"""The recipe in docs/file-format.md opens a portfolio without CoachApp."""

import re
import sqlite3
import subprocess
import sys
from pathlib import Path
from shutil import copyfile

from coachapp.storage import keys, recovery
from coachapp.storage.migrations import APPLICATION_ID
from coachapp.storage.tables import METADATA
from tests.storage.fixtures import FOLDER, PASSPHRASE

PAGE = Path(__file__).parents[2] / "docs" / "file-format.md"
CONTENT = "Leerlijn · ontwikkelen/meso\nMaster · not on the board\n"


def recipes() -> list[str]:
    return re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def run(code: str, folder: Path) -> str:
    """What a program says."""
    command = [sys.executable, "-X", "utf8", "-c", code]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=True).stdout


def test_the_words_of_the_sheet_open_it_as_the_page_says(tmp_path: Path) -> None:
    path = tmp_path / "portfolio.coach"
    copyfile(FOLDER / "v1.coach", path)
    words = " ".join(recovery.words(keys.unlock(path, PASSPHRASE)))
    by_phrase, by_sheet = recipes()
    kept = [line for line in by_phrase.splitlines() if not line.startswith(("secret =", "key ="))]
    at = next(n for n, line in enumerate(kept) if line.startswith("database ="))
    code = "\n".join((*kept[:at], by_sheet.replace("word1 word2 … word24", words), *kept[at:]))
    assert run(code, tmp_path) == CONTENT


def test_the_recipe_opens_a_portfolio_word_for_word(tmp_path: Path) -> None:
    copyfile(FOLDER / "v1.coach", tmp_path / "portfolio.coach")
    assert run(recipes()[0].replace("my passphrase", PASSPHRASE), tmp_path) == CONTENT
    with sqlite3.connect(tmp_path / "open.db") as plain:
        assert plain.execute("SELECT owner FROM portfolio").fetchone() == ("Ç. de Vries",)
    plain.close()


def test_the_page_names_every_table_and_column() -> None:
    page = PAGE.read_text(encoding="utf-8")
    described = dict(re.findall(r"^\| `(\w+)` \|.*?\| `([\w ]+)`", page, re.MULTILINE))
    for name, columns in ((name, table.c.keys()) for name, table in METADATA.tables.items()):
        own = [column for column in columns if column not in ("id", "stamp_counter", "stamp_device")]
        assert described[name].split() == own
    assert str(APPLICATION_ID) in page
