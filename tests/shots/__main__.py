"""Every screen as a picture: `python -m tests.shots DIR [PART OF A NAME]`.

A new screen is one line in SCREENS of a module beside this. Each is drawn in Dutch and English, light
and dark, at 100 and 200 %.
"""

import itertools
import os
import sys
import tempfile
from pathlib import Path
from typing import Final

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from coachapp import paths
from coachapp.ui.look import Look
from coachapp.ui.settings import Settings
from tests.shots import along, apart, coachbook, evidence, pages, papers, past, saving, shared, start, talks
from tests.shots.stage import Screen, Stage, wait

LOOKS: Final = tuple(itertools.product(("nl", "en"), ("light", "dark"), (100, 200)))
MODULES: Final = (start, pages, saving, past, evidence, papers, talks, along, apart, shared, coachbook)
SCREENS: Final[dict[str, Screen]] = {
    name: screen for module in MODULES for name, screen in module.SCREENS.items()
}


def main(folder: Path, part: str = "") -> None:
    app_ = QApplication([])
    look = Look(app_, Settings())
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as computer:
        paths.data_dir = lambda: Path(computer, "remembered")  # type: ignore[assignment]
        stage = Stage(Path(computer))
        for language, dress, percent in LOOKS:
            stage.choices.settings = Settings(
                language, dress, percent, recent=(str(stage.locked), str(stage.gone))
            )
            look.wear(stage.choices.settings)
            for name, screen in SCREENS.items():
                if part in name:
                    widget = screen(stage)
                    wait()
                    widget.grab().save(str(folder / f"{name}-{language}-{dress}-{percent}.png"))
                    stage.clear()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:3])
    os._exit(0)  # Qt's own end of the program is of no interest here
