"""Who closes the program while pages are being drawn."""

import os
import subprocess
import sys
from pathlib import Path

from coachapp.packs import sample
from tests.report import reading

_LEAVING = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication([])
from coachapp.ui.plan.preview import Preview
data = Path(sys.argv[1]).read_bytes()
preview = Preview()
preview.resize(1600, 900)
preview.painted.connect(app.quit)
preview.show()
preview.show_plan(lambda: data)
app.exec()
for _ in range(3):
    preview.zoom(1)
"""


def test_the_program_ends_well_while_a_page_is_being_drawn(tmp_path: Path) -> None:
    written = reading.written(sample.portfolio("en"), tmp_path)
    command = [sys.executable, "-c", _LEAVING, str(written.path)]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for _ in range(3):
        ended = subprocess.run(command, env=env, check=False, capture_output=True, text=True)
        assert ended.returncode == 0, ended.stderr
