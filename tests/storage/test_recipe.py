"""The recipe in docs/file-format.md opens a portfolio without CoachApp."""

import re
import sqlite3
import subprocess
import sys
from pathlib import Path
from shutil import copyfile

from coachapp.storage.migrations import APPLICATION_ID
from coachapp.storage.tables import METADATA
from tests.storage.fixtures import FOLDER, PASSPHRASE

PAGE = Path(__file__).parents[2] / "docs" / "file-format.md"


def test_the_recipe_opens_a_portfolio_word_for_word(tmp_path: Path) -> None:
    copyfile(FOLDER / "v1.coach", tmp_path / "portfolio.coach")
    (recipe,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    code = recipe.replace("my passphrase", PASSPHRASE)
    told = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert told.stdout == "Leerlijn · ontwikkelen/meso\nMaster · not on the board\n"
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
