"""The one step of packaging that pyproject.toml can't tell: what a wheel carries beside the code."""

import shutil
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithResources(build_py):
    """Puts resources/ and the compiled translations/ inside the package, where coachapp.paths looks."""

    def run(self) -> None:
        super().run()
        package = Path(self.build_lib, "coachapp")
        shutil.copytree("resources", package / "resources", dirs_exist_ok=True)
        for po in Path("translations").glob("*/LC_MESSAGES/*.po"):
            mo = package / po.with_suffix(".mo")
            mo.parent.mkdir(parents=True, exist_ok=True)
            with po.open("rb") as words, mo.open("wb") as compiled:
                write_mo(compiled, read_po(words))


setup(cmdclass={"build_py": BuildWithResources})
