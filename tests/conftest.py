"""Every test runs at home nowhere: no display, no files of the person who runs it, English words."""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import hypothesis
import pytest

from coachapp import i18n, paths

_HOMES = {
    "HOME": "",
    "USERPROFILE": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_CACHE_HOME": ".cache",
    "XDG_STATE_HOME": ".local/state",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
}

# A slow machine is no fault; what was found once is found again from the printed blob.
hypothesis.settings.register_profile(
    "house", deadline=None, derandomize=False, print_blob=True, database=None
)
hypothesis.settings.load_profile("house")


def pytest_configure(config: pytest.Config) -> None:
    """Before anything is imported that asks where home is."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    home = tempfile.TemporaryDirectory(prefix="coachapp-home-", ignore_cleanup_errors=True)
    config.add_cleanup(home.cleanup)
    for name, folder in _HOMES.items():
        os.environ[name] = str(Path(home.name, folder))
    paths.system_policy = lambda: Path(home.name, "etc", "policy.toml")


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    i18n.use("en")
    yield
    i18n.use("en")


@pytest.fixture
def rules(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Lay rules over those of the program, as an institute does for its computers."""
    place = tmp_path_factory.mktemp("etc") / "policy.toml"

    def lay(words: str) -> Path:
        place.write_text(words, "utf-8")
        monkeypatch.setattr(paths, "system_policy", lambda: place)
        return place

    return lay
